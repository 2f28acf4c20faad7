"""Days on which somebody died. None of them is the day of publication, and a line with one is no byline."""

from __future__ import annotations

from articlex.dates.hours import DASH
from articlex.regex import regex

#: Characters before a date in which the day of birth is looked for.
_REACH = 90
#: A year before there were web pages.
_OLD = r"(?<!\d)(?:1[0-8]\d\d|19[0-8]\d)(?!\d)"
#: A year of a life, and the least years from it to a day that is then not the day of publication.
_YEAR, _LEAST_LIFE = regex(r"(?<!\d)1[5-9]\d\d(?!\d)"), 15
#: A month with what stands around it. (No bracket: "43 (1187)" are the numbers of an issue.)
_MONTH = r"(?:[^\d()]{1,15}|\s?[./-]\s?\d{1,2}\s?[./-]\s?)"
#: What stands before the day of a death: a dagger, an old year with a dash, or an old day with a dash or
#: words but no figure behind it: "born 3 September 1930, died", "3 September 1930 –", "1930年9月3日－".
_BEFORE_DEATH = regex(
    rf"[†✝]\s*\Z|{_OLD}\s?[年년]?\s*{DASH}\s*\Z"
    rf"|(?:\d{{1,2}}{_MONTH}{_OLD}|\b\D{{3,12}} \d{{1,2}}, {_OLD}|{_OLD}\D{{1,3}}\d{{1,2}}\D{{1,3}}\d{{1,2}})"
    r"(?!\d)[^\d|•·]{1,40}\Z"
)


def ends_life(before: str) -> bool:
    """Whether the text ``before`` a date says that somebody died on it.

    >>> [ends_life(text) for text in ("born 3 September 1930, died ", "1931 – ", "No. 4 (1187), Tuesday, ")]
    [True, True, False]
    """
    return _BEFORE_DEATH.search(before[-_REACH:]) is not None


def is_of_life(before: str, year: int) -> bool:
    """Whether the text ``before`` a date of ``year`` has a much earlier year. That says less: a newspaper may
    be as old.

    >>> is_of_life("Founded in 1930 | ", 2022), is_of_life("Version of 2019, ", 2022)
    (True, False)
    """
    return any(year - int(old) >= _LEAST_LIFE for old in _YEAR.findall(before))
