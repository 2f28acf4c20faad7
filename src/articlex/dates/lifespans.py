"""Days of lives: what happened on them is long ago, and a line with one is no byline."""

from __future__ import annotations

from articlex.regex import regex

#: A year of a life, and the least years from it to a day that is then not the day of publication.
_YEAR, _LEAST_LIFE = regex(r"(?<!\d)1[5-9]\d\d(?!\d)"), 15


def is_of_life(before: str, year: int) -> bool:
    """Whether the text ``before`` a date of ``year`` has a much earlier year.

    >>> is_of_life("Founded in 1930 | ", 2022), is_of_life("Version of 2019, ", 2022)
    (True, False)
    """
    return any(year - int(old) >= _LEAST_LIFE for old in _YEAR.findall(before))
