"""Which flattened pages the choice of the title is fitted on."""

from __future__ import annotations

import numpy as np
import pytest

from articlex_lab.training.titles.pages import Choice, taught


def page(right: list[bool], there: bool) -> Choice:
    return Choice(
        "c", "article", "rain.example", np.zeros((len(right), 1)), np.array(right, bool), there=there
    )


@pytest.mark.parametrize(
    ("right", "there", "learned"),
    [
        ([False, True], True, True),
        ([False, False], True, False),
        ([False, False], False, True),
        ([], True, False),
    ],
    ids=["a line says it", "no single line says it", "the text does not say it", "no candidate at all"],
)
def test_a_page_teaches_unless_its_title_is_there_and_no_candidate(
    right: list[bool], there: bool, learned: bool
) -> None:
    assert bool(taught([page(right, there)])) is learned
