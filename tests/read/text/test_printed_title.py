"""The title at the head of a flattened page is a line of its own wherever the page prints it."""

from __future__ import annotations

import numpy as np
import pytest

from articlex.read.text.lost_breaks.printed_title import with_title_apart


def lines(text: str, odds: float = -1.0, above: str = "") -> list[str]:
    words = text.split()
    found = with_title_apart(words, np.full(len(words) - 1, odds), above.split())
    parts = [word + ("\n" if end > 0 else " ") for word, end in zip(words, [*found, -1.0], strict=True)]
    return [line.strip() for line in "".join(parts).split("\n")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hail in the hills | The Post Home News Hail in the hills By Ann Lee",
            ["Hail in the hills | The Post Home News", "Hail in the hills", "By Ann Lee"],
        ),
        (
            "HAIL IN THE HILLS Menu Search Hail in the hills",
            ["HAIL IN THE HILLS", "Menu Search", "Hail in the hills"],
        ),
        (
            "Град в горах : сводка Главная Град в горах : сводка Вчера",
            ["Град в горах : сводка", "Главная", "Град в горах : сводка", "Вчера"],
        ),
    ],
)
def test_the_words_that_the_text_begins_with_are_a_line_farther_down(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_a_part_of_a_longer_headline_stays_in_it() -> None:
    text = "Hail in the hills : a day of it Home Hail in the hills of Ulm"
    assert lines(text, odds=-2.0) == [text]


@pytest.mark.parametrize(
    "text", ["Hail in the hills | The Post Home News", "The Post The Post", "a b c a b c"]
)
def test_without_a_title_that_stands_again_nothing_is_known(text: str) -> None:
    assert lines(text) == [text]


@pytest.mark.parametrize(
    ("above", "text", "expected"),
    [
        (
            "Hail in the hills",
            "Home News Hail in the hills By Ann Lee",
            ["Home News", "Hail in the hills", "By Ann Lee"],
        ),
        (
            "Hail in the hills",
            "The Hilltop Post Home The Hilltop Post Hail in the hills Yesterday",
            ["The Hilltop Post", "Home", "The Hilltop Post", "Hail in the hills", "Yesterday"],
        ),
    ],
)
def test_a_title_in_a_line_above_is_a_line_wherever_it_stands(
    above: str, text: str, expected: list[str]
) -> None:
    assert lines(text, above=above) == expected


@pytest.mark.parametrize("above", ["Hail in", "Retrieved 2024-05-03 10:11 https://ex.org"])
def test_a_line_above_that_does_not_stand_again_or_is_short_is_no_title(above: str) -> None:
    text = "Home News Hail in the hills By Ann Lee"
    assert lines(text, above=above) == [text]
