"""Dates that a lost line break has run together with what stands beside them: with words,
"Ann17.05.24Sport", or with a second date or a count of minutes, "17. November 201918. November 2019"."""

from __future__ import annotations

from re import Match

from articlex.dates.fold import SEAM
from articlex.dates.lexicon import is_date_word
from articlex.regex import regex

#: A day in figures. If the year has two digits, day and month have two as well, or slashes: "3.2.11" behind a
#: word is a version.
_DAY = (
    r"(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([./-])\d{1,2}\2\d{1,2}"
    r"|\d\d([.-])\d\d\3\d\d|\d{1,2}/\d{1,2}/\d\d)"
)
_GLUED = regex(rf"(?<![\d./-]){_DAY}(?![\d./-])")
#: Where a second date in figures begins right behind a first one.
_TWICE = regex(
    r"(?<=[./-](?:19|20)\d\d)(?=\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d(?!\d))"
    r"|(?<=\d\d[./-]\d\d[./-]\d\d)(?=(?:19|20)\d\d([./-])\d{1,2}\2\d{1,2}(?!\d))"
)
#: Digits in a row that two dates, or a year and the number behind it, have at least.
_STUCK = regex(r"\d{5}")
#: A year with the number of a second date, of an hour or of minutes right behind it.
_YEAR = regex(
    r"(?<=[\s,])(?:19|20)\d\d(?=\d{1,2}(?::\d\d|[./-]\d{1,2}[./-](?:19|20)\d\d|(?:st|nd|rd|th)?\.?\s?[^\W\d]))"
)
#: Characters, and words, before the year in which the month is looked for.
_MONTH, _WORDS = 40, 4
#: "2024-05-06T10:30" is one date.
_TIME = regex(r"T\d")


def unglued(text: str) -> str:
    """``text`` with a space between such a date and a letter beside it, and between two dates.

    >>> unglued("17. November 201918. November 2019"), unglued("Mar 27, 20255 mins")
    ('17. November 2019 18. November 2019', 'Mar 27, 2025 5 mins')
    >>> unglued("Published On 9 Mar 20269/3/2026")
    'Published On 9 Mar 2026 9/3/2026'
    """
    if _STUCK.search(text):
        text = _TWICE.sub(" ", _YEAR.sub(_ended, text))
    # To count its signs takes a tenth of the time of the pattern.
    may_have_day = any(text.count(sign) > 1 for sign in "./-")
    return _GLUED.sub(_apart, text) if may_have_day else text


def _ended(match: Match[str]) -> str:
    """The year with a space behind it, if the name of a month stands before it."""
    words = match.string[max(0, match.start() - _MONTH) : match.start()].split()[-_WORDS:]
    months = (SEAM.split(word.strip(".,"))[-1] for word in words)
    return f"{match[0]} " if any(map(is_date_word, months)) else match[0]


def _apart(match: Match[str]) -> str:
    """The day in figures with a space on each side that has a letter."""
    text, start, end = match.string, match.start(), match.end()
    last = text[start - 1 : start]
    # Figures behind a capital are a code.
    before = " " if last.isalpha() and not "A" <= last <= "Z" else ""
    behind = " " if text[end : end + 1].isalpha() and not _TIME.match(text, end) else ""
    return f"{before}{match[0]}{behind}"
