"""How many headings and lists are found."""

from __future__ import annotations

import numpy as np
import pytest

from articlex_lab.training.lost_marks.pages import Example, Said
from articlex_lab.training.lost_marks.scores import heading_scores, list_scores


def article(said: list[Said], read: int = 0) -> Example:
    """An article of short lines right below each other."""
    size = len(said)
    lines, sizes, values = tuple(range(size)), (20,) * size, np.zeros((size, 1))
    return Example("c", "s", "lines", False, False, read, read, lines, sizes, values, tuple(said))


def test_a_list_is_found_if_four_fifths_of_its_items_are() -> None:
    page = article([Said.ITEM] * 5 + [Said.OTHER])
    found = list_scores([page], [np.array([2.0, 2, 2, 2, -9, -9])], 0.0)
    assert found == {
        "recall of items": 0.8, "precision of items": 1.0, "recall of lists": 1.0, "precision of lists": 1.0,
    }  # fmt: skip


def test_lines_of_which_html_says_nothing_are_not_judged() -> None:
    page = article([Said.ITEM, Said.ITEM, Said.NOTHING])
    found = list_scores([page], [np.array([2.0, 2, 2])], 0.0)
    assert found["precision of items"] == 1.0


def test_a_list_of_other_lines_is_wrong() -> None:
    found = list_scores([article([Said.OTHER] * 3)], [np.array([2.0, 2, 2])], 0.0)
    assert (found["precision of lists"], found["recall of lists"]) == (0.0, 0.0)


def test_headings_that_the_reader_finds_count() -> None:
    page = article([Said.HEADING, Said.HEADING, Said.OTHER], read=2)
    found = heading_scores([page], [np.array([1.0, -1, 1])], 0.5)
    assert (found["recall"], found["precision, trees"]) == (pytest.approx(0.75), pytest.approx(0.5))
