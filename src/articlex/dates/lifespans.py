"""The day on which somebody died, and the end of a life: none of them is when the page was published, and the
line is no byline."""

from __future__ import annotations

from articlex.regex import regex

#: Characters before a date in which the first day of the life stands.
_REACH = 90
#: A year before pages were published; a month with what stands around it, and a dash.
_OLD = r"(?<!\d)(?:1[0-8]\d\d|19[0-8]\d)(?!\d)"
#: A year of a life, and years from it to a day that is then none of publication, at least.
_YEAR, _LEAST_LIFE = regex(r"(?<!\d)1[5-9]\d\d(?!\d)"), 15
#: (No bracket: "43 (1187)" are the numbers of an issue.)
_MONTH, _DASH = r"(?:[^\d()]{1,15}|\s?[./-]\s?\d{1,2}\s?[./-]\s?)", "[-–—－―~～〜]"
#: What stands before such a day: a dagger, an old year and a dash, or an old day and, without a figure
#: between them, a dash or words: "born 3 September 1930, died", "3 September 1930 –", "1930年9月3日－".
_BEFORE_DEATH = regex(
    rf"[†✝]\s*\Z|{_OLD}\s?[年년]?\s*{_DASH}\s*\Z"
    rf"|(?:\d{{1,2}}{_MONTH}{_OLD}|\b\D{{3,12}} \d{{1,2}}, {_OLD}|{_OLD}\D{{1,3}}\d{{1,2}}\D{{1,3}}\d{{1,2}})"
    r"(?!\d)[^\d|•·]{1,40}\Z"
)


def ends_life(before: str) -> bool:
    """Whether the text ``before`` a date says that it is the last day of a life.

    >>> [ends_life(text) for text in ("born 3 September 1930, died ", "1931 – ", "No. 4 (1187), Tuesday, ")]
    [True, True, False]
    """
    return _BEFORE_DEATH.search(before[-_REACH:]) is not None


def is_of_life(before: str, year: int) -> bool:
    """Whether a year long before ``year`` stands in the text ``before`` its date; that says less, as a paper
    may be as old.

    >>> is_of_life("Founded in 1930 | ", 2022), is_of_life("Version of 2019, ", 2022)
    (True, False)
    """
    return any(year - int(old) >= _LEAST_LIFE for old in _YEAR.findall(before))
