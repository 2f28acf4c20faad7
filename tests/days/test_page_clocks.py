"""Clocks of a page above its menus and in its footer, which are no datelines."""

from __future__ import annotations

import pytest

from articlex.dates import Hints
from articlex.days.dateline import candidates
from articlex.read import read_page

DAYS = [
    ("en", "06 September 2024"),
    ("hi", "06 सितंबर 2024"),
    ("th", "06 กันยายน 2567"),
    ("ta", "06 செப்டம்பர் 2024"),
]


@pytest.mark.parametrize(("language", "day"), DAYS)
@pytest.mark.parametrize(("clock", "number"), [("10:30:25", 0), ("10:30", 1)])
def test_a_day_with_seconds_in_a_copyright_notice(language: str, day: str, clock: str, number: int) -> None:
    page = read_page(f"<p>Rain</p><p>© 1998 Example, {day} {clock}</p>", form="html")
    assert len(candidates(page, Hints(language))) == number
