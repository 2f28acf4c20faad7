"""Other calendars: their days follow each other as ours do, without a gap and without a day of two names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from articlex.dates.calendars import ethiopic, islamic, nepali, persian
from articlex.dates.hebrew import hebrew

#: More than any month has, and one that none has.
DAYS = range(34)


def is_unbroken(days: list[date]) -> bool:
    return days == [days[0] + timedelta(number) for number in range(len(days))]


@pytest.mark.parametrize(
    ("calendar", "first", "last", "months"),
    [
        (persian, 1370, 1440, 12),
        (islamic, 1400, 1470, 12),
        (ethiopic, 1990, 2020, 13),
        (nepali, 2047, 2083, 12),
    ],
)
def test_each_day_is_the_one_after_the_day_before(
    calendar: Callable[[int, int, int], date | None], first: int, last: int, months: int
) -> None:
    named = [
        calendar(year, month, day)
        for year in range(first, last + 1)
        for month in range(months + 2)
        for day in DAYS
    ]
    assert is_unbroken([day for day in named if day])


def test_hebrew_years_are_unbroken_and_leap_years_have_two_months_of_adar() -> None:
    named = [
        hebrew(year, month, day, first)
        for year in range(5760, 5800)
        for month in range(14)
        for first in (True, False)
        for day in DAYS
    ]
    assert is_unbroken(sorted({day for day in named if day}))
