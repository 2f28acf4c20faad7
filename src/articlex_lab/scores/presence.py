"""Whether a flattened page contains the gold title, authors or day: what it does not cannot be found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from articlex_lab.scores.matching import fold, gold_readings, names

#: Day and month of a date are at most so many words away from its year ("May 6th, Monday, 2024").
_REACH = 5

_LETTERS_OR_DIGITS = re.compile(r"\d+|[^\W\d_]+")


def contains_title(text: str, title: str) -> bool:
    """Whether the words of ``title`` are in ``text``, one after the other."""
    return f" {' '.join(fold(title))} " in f" {' '.join(fold(text))} "


def contains_authors(text: str, authors: Sequence[str]) -> bool:
    """Whether ``text`` contains every name of one of the readings of the gold authors."""
    folded = f" {' '.join(fold(text))} "
    return any(
        bool(names(reading)) and all(f" {' '.join(fold(name))} " in folded for name in reading)
        for reading in gold_readings(authors)
    )


def contains_day(text: str, day: str) -> bool:
    """Whether ``text`` states the ISO ``day``: as "20240506", or as day, month and year close together.

    The month may be a number, or a name or abbreviation in any language of CLDR. Where ``day`` is only a
    month or a year, the year is enough.
    """
    words = _LETTERS_OR_DIGITS.findall(text.casefold())
    year, month, number = [*day.split("-"), "", ""][:3]
    if not number:
        return year in words
    if f"{year}{month}{number}" in words:
        return True
    days = {number, number.lstrip("0")}
    months = {month, month.lstrip("0")} | _month_names()[int(month)]
    for place, word in enumerate(words):
        if word == year:
            near = words[max(0, place - _REACH) : place + _REACH + 1]
            if _day_and_month(near, days, months):
                return True
    return False


def _day_and_month(near: Sequence[str], days: set[str], months: set[str]) -> bool:
    """Whether one word of ``near`` is the day and another one the month."""
    at_days = {place for place, word in enumerate(near) if word in days}
    at_months = {place for place, word in enumerate(near) if word in months}
    return any(day != month for day in at_days for month in at_months)


@cache
def _month_names() -> dict[int, set[str]]:
    babel = import_module("babel")
    found: dict[int, set[str]] = {month: set() for month in range(1, 13)}
    for name in import_module("babel.localedata").locale_identifiers():
        if "_" in name:
            continue
        tables = babel.Locale.parse(name).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, label in tables[context][width].items():
                    found[month].update(_LETTERS_OR_DIGITS.findall(label.casefold())[:1])
    return {month: {word for word in words if len(word) > 1} for month, words in found.items()}
