"""What the elements around a block are called: columns from log-odds of names, and the names that ship."""

from __future__ import annotations

import math

import numpy as np
import pytest

from articlex.models.packing import certificate, model_file
from articlex.page import Node
from articlex.scoring.element_names import (
    NAMES,
    Called,
    called_columns,
    load_element_names,
    names_of,
)
from articlex.signs.elements import read_elements

#: A page of two columns with a block each, another one in a part of the second, and one in neither.
CALLED = Called(
    own=np.array((1, 2, 3, 0)),
    parent=np.array((-1, 0, 0, 2)),
    depth=np.array((0, 1, 1, 2)),
    look=np.array((0, 1, 2, 3)),
    looks=4,
    names={"page": [0], "text": [1], "column": [1, 2], "sidebar": [2], "unknown": [3]},
)


def columns(**odds: float) -> dict[str, list[float]]:
    """The columns of the page, by name."""
    stack = called_columns(CALLED, odds)
    return {
        name: np.round(row.astype(float), 2).tolist()
        for name, row in zip(stack.names, stack.values, strict=True)
    }


def test_names_of_an_element_are_its_words_and_its_classes_of_several_words() -> None:
    words = ("widget", "recent", "entries", "box")
    elements = read_elements(
        [
            Node("body", -1, 0, ("box",), 0, 1, "box"),
            Node("div", 0, 0, words, 0, 1, "widget_recent_entries Box box"),
        ]
    )
    names = names_of(elements)
    assert names == {"box": [0, 1], **{name: [1] for name in (*words[:3], ".widget_recent_entries")}}


def test_a_name_that_an_element_has_twice_counts_once() -> None:
    twice = CALLED._replace(names={"text": [1, 1], "column": [1]})
    assert called_columns(twice, {"text": 3.0, "column": -1.0}).values[0].tolist() == [1, 0, 0, 0]


def test_blocks_have_the_odds_of_the_names_around_them() -> None:
    found = columns(page=0.5, text=2, column=1, sidebar=-3)
    assert found["called_own"] == [1.5, -1, 0, 0.5]
    assert found["called_parent"] == [0.5, 0.5, -1, 0]
    assert found["called_nearest"] == [1.5, -1, -1, 0.5]
    assert found["called_lowest"] == [0, -3, -3, 0]
    assert found["called_highest"] == [2, 1, 1, 0.5]
    assert found["called_sum"] == [2, -0.5, -0.5, 0.5]
    assert found["called_near"] == [1.9, -0.6, -0.48, 0.5]
    assert found["called_known"] == [2, 2, 2, 1]


def test_the_sum_of_many_names_is_no_farther_than_that_of_some() -> None:
    assert columns(page=-9, sidebar=-9)["called_sum"] == [-9, -15, -15, -9]


@pytest.mark.parametrize("odds", [{}, {"elsewhere": 3.0}], ids=["none", "none of the page"])
def test_names_that_are_not_known_say_nothing(odds: dict[str, float]) -> None:
    assert columns(**odds) == {name: [0] * 4 for name in NAMES}


def test_the_shipped_names_say_what_they_were_learned_from() -> None:
    odds = load_element_names()
    assert len(odds) > 1_000
    assert list(odds) == sorted(odds)
    assert all(map(math.isfinite, odds.values()))
    assert {"corpora", "licences", "least_sites"} <= certificate(model_file("element-names")).keys()


def test_the_shipped_names_tell_texts_from_what_stands_around_them() -> None:
    odds = load_element_names()
    assert max(odds["sidebar"], odds["footer"], odds["newsletter"]) < -1 < 1 < odds[".entry-content"]
