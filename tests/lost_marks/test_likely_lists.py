"""Which lines are items, decided on together."""

from __future__ import annotations

from itertools import product
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex.lost_marks.lists import _BEGINNING, _MOST, likely_lists
from articlex.lost_marks.runs import run_features, runs


@pytest.mark.parametrize(
    ("odds", "expected"),
    [
        ([3, 3, 3], [[0, 1, 2]]),
        ([3, 3, -1, 3, 3], [[0, 1, 2, 3, 4]]),
        ([3, 3, -6, 3, 3], [[0, 1], [3, 4]]),
        ([-3, 9, -3], []),
        ([0.5, 0.5], []),
        ([3, -inf, 3, 3], [[2, 3]]),
        ([], []),
    ],
    ids=["all", "a doubtful one among them", "two lists", "a single item", "too little for a list",
         "a heading is never one", "no line"],
)  # fmt: skip
def test_lists_of_lines(odds: list[float], expected: list[list[int]]) -> None:
    assert likely_lists(range(len(odds)), odds, 0.0) == expected


def test_a_list_ends_where_another_block_stands_between_its_lines() -> None:
    assert likely_lists([0, 1, 5, 6], [3.0] * 4, 0.0) == [[0, 1], [2, 3]]


@given(st.lists(st.floats(-8, 8), max_size=8))
def test_the_lists_have_the_greatest_sum(odds: list[float]) -> None:
    def total(items: tuple[bool, ...]) -> float:
        begun = sum(is_item and not before for is_item, before in zip(items, (False, *items), strict=False))
        gains = (max(-_MOST, min(_MOST, odd)) for odd, is_item in zip(odds, items, strict=True) if is_item)
        return sum(gains) - _BEGINNING * begun

    found = {place for items in likely_lists(range(len(odds)), odds, 0.0) for place in items}
    chosen = tuple(place in found for place in range(len(odds)))
    choices = list(product((False, True), repeat=len(odds)))
    best = max(map(total, choices))
    # A list of a single item is left out in the end.
    assert any(
        abs(total(choice) - best) < 1e-9 and all(not is_one or choice[n] for n, is_one in enumerate(chosen))
        for choice in choices
    )


def test_runs_are_lines_right_below_each_other() -> None:
    assert list(runs([0, 1, 2, 5, 7, 8])) == [range(3), range(3, 4), range(4, 6)]


def test_a_line_knows_how_far_the_colon_above_it_is() -> None:
    values = run_features(["You need:", "two pots", "soil"], [0, 1, 2], [9, 8, 4])
    assert [row[3] for row in values] == [-1, 1, 2]
