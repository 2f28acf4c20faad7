"""Days that the line above calls a deadline."""

from __future__ import annotations

import pytest

from articlex.dates import Hints
from articlex.dates.other_days import DUE
from articlex.days.dateline import candidates
from articlex.read import read_page


@pytest.mark.parametrize(
    ("language", "above", "line"),
    [
        ("en", "Deadline", "until 28 June 2024"),
        ("ru", "Срок подачи", "до 28 июня 2024"),
        ("th", "หมดเขต", "ถึง 28 มิถุนายน 2567"),
        ("hi", "अंतिम तिथि", "दिनांक 28 जून 2024"),
    ],
)
def test_a_small_word_may_stand_between_the_line_and_the_day(language: str, above: str, line: str) -> None:
    page = read_page(f"<p>{above}</p><p>{line}</p>", form="html")
    (found,) = candidates(page, Hints(language))
    assert (found.label, found.found.value.day_iso()) == (DUE, "2024-06-28")
