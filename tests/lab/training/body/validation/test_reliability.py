"""Stated probabilities against what was found."""

from __future__ import annotations

from articlex_lab.training.body.validation.reliability import Bin, plot, reliability


def test_cases_are_gathered_by_tenths_of_what_was_stated() -> None:
    assert reliability([0.11, 0.19, 0.95, 1.0], [0.0, 1.0, 1.0, 1.0]) == [
        Bin(2, 0.15, 0.5),
        Bin(2, 0.975, 1.0),
    ]


def test_the_bar_is_what_was_found_and_the_mark_what_was_stated() -> None:
    line = plot("title", [Bin(3, 0.5, 0.25)]).splitlines()[1]
    assert line.count("#") == 10 and line.index("|") - line.index("#") == 20
