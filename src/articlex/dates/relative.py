"""Dates that count back from the day of reading, "3 hours ago", "gestern", "2日前"; words from
``relative.json``.

They are read only if a reference date is given. Seconds, minutes, hours and days give a day; weeks give the
month of the resulting day, months a month; years are too coarse to give anything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from articlex.data import read_data
from articlex.dates.fold import LETTER, without_accents
from articlex.dates.labels import label_before
from articlex.dates.value import DateValue, Found, Hints, build
from articlex.memoize import memoized
from articlex.regex import regex

#: Longer texts are not searched: a relative date stands in a short line, a label, a table cell.
MAX_CHARS = 80
#: Characters looked at on each side of the number; no pattern has more.
_REACH = 32
#: (It begins with a digit and looks back from there: a search skips from one digit to the next.)
_NUMBER = regex(r"\d(?<![\d.,:/-]\d)\d{0,2}(?![\d.,:/-])")
_WORD = regex(rf"{LETTER}+(?:[ '’-]{LETTER}+)?")
#: Hedges of Japanese and Chinese between a unit and "前": "2年以上前", "3年近く前", "2 年 之前".
_WIDE_HEDGE = regex(r"\s?(?:以上|近く|弱|ほど|多|之|以)(?=前)")

#: Words between the beginning of a relative date and its number ("hace más de 4 años"), at most.
_MOST_HEDGES = 2
_APART = regex(r"[\s.]+")

#: Size of the cache of texts: several stages ask whether the same lines are ages.
_REMEMBERED = 256

#: Characters between two units of one relative date: "2 years, 6 months ago".
_BETWEEN_UNITS = " \u00a0,،、，"

#: Hours in a unit. The hour of reading is unknown, so only whole days of hours count, and no minutes.
_HOURS = {"second": 0, "minute": 0, "hour": 1, "day": 24, "week": 7 * 24}


class _Pattern(NamedTuple):
    """The unit of a number, and how many characters of its relative date stand before and after it."""

    unit: str
    before: int
    after: int


class Relative(NamedTuple):
    """``suffixes``: text behind the number -> text before it -> unit, with texts as :func:`close` returns
    them. ``days``: word -> days back ("yesterday" -> 1)."""

    suffixes: Mapping[str, Mapping[str, str]]
    days: Mapping[str, int]


@cache
def _relative_words() -> Relative:
    """The patterns and words of every language."""
    return Relative(**json.loads(read_data("relative.json")))


@cache
def _sizes() -> Mapping[str, list[int]]:
    """The lengths of the suffixes that begin with each character, longest first."""
    sizes: dict[str, set[int]] = {}
    for suffix in _relative_words().suffixes:
        sizes.setdefault(suffix[0], set()).add(len(suffix))
    return {first: sorted(found, reverse=True) for first, found in sizes.items()}


def close(text: str) -> str:
    """``text`` folded, without spaces and dots: "3hrsago" of "3 hrs. ago" and of "3hrs ago"."""
    return _APART.sub("", without_accents(text))


def find_relative(text: str, hints: Hints) -> Iterator[Found]:
    """The relative dates in a short ``text``, which is plain; none without ``hints.reference``."""
    if hints.reference is None or len(text) > MAX_CHARS:
        return
    for match in _NUMBER.finditer(text):
        around = _pattern(text, match)
        if around and _is_second(text, match.start() - around.before, match.start()):
            continue  # "2 years, 6 months ago" is not 6 months ago
        value = _back(hints.reference, around.unit, int(match[0])) if around else None
        if around and value:
            start, end = match.start() - around.before, match.end() + around.after
            yield Found(value, start, end, text.strip(), "relative")
    days, at = _relative_words().days, 0
    while words := _WORD.search(text, at):
        first = words[0].split()[0]
        back = days.get(without_accents(words[0]), days.get(without_accents(first)))
        value = None if back is None else _day(hints.reference, back)
        if value:
            yield Found(value, words.start(), words.end(), text.strip(), "relative")
            return
        # Two words are looked up together, but a label is none of them: "Posted yesterday".
        end = words.start() + len(first)
        at = end if label_before(text[:end]) else words.end()


def _pattern(text: str, number: re.Match[str]) -> _Pattern | None:
    """The pattern around ``number``, a match of :data:`_NUMBER` in ``text``; None if it has none."""
    after = text[number.end() :][:_REACH]
    hedge = None if after.isascii() else _WIDE_HEDGE.search(after)
    if hedge:
        after = after[: hedge.start()] + after[hedge.end() :]
    suffixes = _relative_words().suffixes
    ahead = close(after)
    # Most numbers are followed by a character with which no suffix begins.
    for length in _sizes().get(ahead[:1], ()):
        prefixes = suffixes.get(ahead[:length])
        if prefixes is None or length > len(ahead):
            continue
        taken = _taken(after, length)
        if ahead[length - 1 : length + 1].isascii() and after[taken : taken + 1].isalpha():
            continue  # in the middle of a word: "3 day agony"
        opened = _opening(text[max(0, number.start() - _REACH) : number.start()], prefixes)
        if opened:
            hedged = len(hedge[0]) if hedge and taken > hedge.start() else 0
            return _Pattern(*opened, taken + hedged)
    return None


def _opening(before: str, prefixes: Mapping[str, str]) -> tuple[str, int] | None:
    """The unit of the prefix with which ``before``, the text before a number, ends, and how many characters
    it takes up together with up to two words behind it: "hace más de" before "4 años"."""
    for start in _starts(before):
        behind = close(start)
        for prefix, unit in prefixes.items():
            if behind.endswith(prefix) and (prefix or start == before):
                return unit, len(before) - len(start) + _taken(start[::-1], len(prefix))
    return None


def _starts(before: str) -> Iterator[str]:
    """``before``, then ``before`` without its last one or two words if a space follows them."""
    yield before
    words = before.split(" ")
    if not words[-1]:
        for apart in range(1, min(_MOST_HEDGES + 1, len(words) - 1)):
            yield " ".join(words[: -1 - apart])


def _taken(text: str, letters: int) -> int:
    """The length of the beginning of ``text`` with so many ``letters``: spaces and dots do not count."""
    seen = 0
    for place, char in enumerate(text):
        if seen == letters:
            return place
        seen += not (char.isspace() or char == ".")
    return len(text)


def _back(reference: date, unit: str, number: int) -> DateValue | None:
    """The day or month that lies ``number`` units before ``reference``; None for years."""
    if unit in _HOURS:
        value = _day(reference, number * _HOURS[unit] // 24)
        return value._replace(day=0) if value and unit == "week" else value
    if unit != "month":
        return None
    months = reference.year * 12 + reference.month - 1 - number
    return build(months // 12, months % 12 + 1, 0)


def _day(reference: date, back: int) -> DateValue | None:
    """The day that lies ``back`` days before ``reference``; None if that is before 1990."""
    if back >= reference.toordinal():
        return None
    day = reference - timedelta(days=back)
    return build(day.year, day.month, day.day)


@memoized(_REMEMBERED)
def relative_start(text: str) -> int:
    """Where a relative date with a number, also of years, begins in a short ``text``; -1 if there is none."""
    for match in _NUMBER.finditer(text):
        if around := _pattern(text, match):
            # "vor 3 Stunden" begins before its number.
            return _first_unit(text, match.start() - around.before)
    return -1


def _is_second(text: str, start: int, number: int) -> bool:
    """Whether a larger unit stands in or before a relative date from ``start`` with its number at
    ``number``."""
    return _NUMBER.search(text, start, number) is not None or _first_unit(text, start) < start


def _first_unit(text: str, start: int) -> int:
    """Where a relative date really begins if larger units stand before ``start``: "2 years, 6 months ago"."""
    for match in reversed(list(_NUMBER.finditer(text, max(0, start - _REACH), start))):
        between = close(text[match.end() : start].strip(_BETWEEN_UNITS))
        if not between or not any(suffix.startswith(between) for suffix in _relative_words().suffixes):
            return start
        start = match.start()
    return start
