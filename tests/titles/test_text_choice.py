"""Log-odds of candidates as probabilities, and the mean of several judges."""

from __future__ import annotations

import pytest

from articlex.titles.text.choice import mix, shares


def test_what_the_candidates_leave_is_the_probability_of_none() -> None:
    assert shares([0.0, 0.0]) == pytest.approx([1 / 3, 1 / 3])
    assert sum(shares([-5.0, -6.0])) < 0.01


def test_large_odds_do_not_overflow() -> None:
    assert shares([2000.0, 1999.0, -2000.0]) == pytest.approx([0.7311, 0.2689, 0.0], abs=1e-4)


def test_judges_that_agree_are_believed_as_each_of_them() -> None:
    assert mix([0.2, 0.7], [0.2, 0.7], [0.2, 0.7]) == pytest.approx([0.2, 0.7])
