"""Dates that count back from the day of reading: "3 hours ago", "gestern", "2日前". From ``relative.json``.

Read only when a reference date is given. Seconds to days give a day, weeks the month in which that day lies,
months a month; years back say too little.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from articlex.data import read_data
from articlex.dates.fold import fold
from articlex.dates.value import DateValue, Found, Hints, build
from articlex.regex import regex

#: A relative date stands in a short text: a line, a label, a table cell.
MAX_CHARS = 80
#: Characters on each side of the number; no pattern has more.
_REACH = 32
_NUMBER = regex(r"(?<![\d.,:/-])\d{1,3}(?![\d.,:/-])")
_WORD = regex(r"[^\W\d_]+(?:[ -][^\W\d_]+)?")
#: What Japanese and Chinese set between a unit and "前": "2年以上前", "3年近く前", "2 年 之前".
_WIDE_HEDGE = regex(r"\s?(?:以上|近く|弱|ほど|多|之|以)(?=前)")

#: Words between what begins a relative date and its number: "about", "more than".
_MOST_HEDGES = 2
_APART = regex(r"[\s.]+")

#: What stands between two units of one relative date: "2 years, 6 months ago".
_BETWEEN_UNITS = " \u00a0,،、，"

#: Hours in a unit. The hour of reading is not known: hours count as whole days alone.
_HOURS = {"second": 0, "minute": 0, "hour": 1, "day": 24, "week": 7 * 24}


class _Pattern(NamedTuple):
    """What a number stands in: the unit, and the characters before and after the number."""

    unit: str
    before: int
    after: int


class Relative(NamedTuple):
    """``suffixes``: text behind the number -> text before it -> unit, the texts as :func:`close` has them.
    ``days``: word -> days back."""

    suffixes: Mapping[str, Mapping[str, str]]
    days: Mapping[str, int]


@cache
def relative_words() -> Relative:
    """The patterns and words of every language."""
    return Relative(**json.loads(read_data("relative.json")))


@cache
def _sizes() -> Mapping[str, list[int]]:
    """By the first character of a suffix the lengths of those that begin with it, the longest first."""
    sizes: dict[str, set[int]] = {}
    for suffix in relative_words().suffixes:
        sizes.setdefault(suffix[0], set()).add(len(suffix))
    return {first: sorted(found, reverse=True) for first, found in sizes.items()}


def close(text: str) -> str:
    """``text`` folded, without spaces and dots: "3 hrs. ago" and "3hrs ago" are one."""
    return _APART.sub("", fold(text))


def find_relative(text: str, hints: Hints) -> Iterator[Found]:
    """The relative dates in a short ``text``, which is plain; nothing without ``hints.reference``."""
    if hints.reference is None or len(text) > MAX_CHARS:
        return
    for match in _NUMBER.finditer(text):
        around = _pattern(text, match)
        if around and _is_second(text, match.start() - around.before, match.start()):
            continue  # "2 years, 6 months ago" is not six months back
        value = _back(hints.reference, around.unit, int(match[0])) if around else None
        if around and value:
            start, end = match.start() - around.before, match.end() + around.after
            yield Found(value, start, end, text.strip(), "relative")
    days = relative_words().days
    for match in _WORD.finditer(text):
        back = days.get(fold(match[0]), days.get(fold(match[0].split()[0])))
        value = None if back is None else _day(hints.reference, back)
        if value:
            yield Found(value, match.start(), match.end(), text.strip(), "relative")
            return


def _pattern(text: str, number: re.Match[str]) -> _Pattern | None:
    """The pattern of which ``number`` is the number, if it is that of one."""
    after = text[number.end() :][:_REACH]
    hedge = None if after.isascii() else _WIDE_HEDGE.search(after)
    if hedge:
        after = after[: hedge.start()] + after[hedge.end() :]
    suffixes = relative_words().suffixes
    ahead = close(after)
    # Most numbers have something behind them that no suffix begins with.
    for length in _sizes().get(ahead[:1], ()):
        prefixes = suffixes.get(ahead[:length])
        if prefixes is None or length > len(ahead):
            continue
        taken = _taken(after, length)
        if ahead[length - 1 : length + 1].isascii() and after[taken : taken + 1].isalpha():
            continue  # the word goes on: "3 day agony"
        opened = _opening(text[max(0, number.start() - _REACH) : number.start()], prefixes)
        if opened:
            hedged = len(hedge[0]) if hedge and taken > hedge.start() else 0
            return _Pattern(*opened, taken + hedged)
    return None


def _opening(before: str, prefixes: Mapping[str, str]) -> tuple[str, int] | None:
    """The unit of the prefix that a text before a number ends with, a word or two between them perhaps, "hace
    más de 4 años", and how many characters both have."""
    for start in _starts(before):
        behind = close(start)
        for prefix, unit in prefixes.items():
            if behind.endswith(prefix) and (prefix or start == before):
                return unit, len(before) - len(start) + _taken(start[::-1], len(prefix))
    return None


def _starts(before: str) -> Iterator[str]:
    """``before``, then without its last words, where a blank parts those from the number."""
    yield before
    words = before.split(" ")
    if not words[-1]:
        for apart in range(1, min(_MOST_HEDGES + 1, len(words) - 1)):
            yield " ".join(words[: -1 - apart])


def _taken(text: str, letters: int) -> int:
    """How many characters of ``text`` hold its first ``letters``, spaces and dots not counted."""
    seen = 0
    for place, char in enumerate(text):
        if seen == letters:
            return place
        seen += not (char.isspace() or char == ".")
    return len(text)


def _back(reference: date, unit: str, number: int) -> DateValue | None:
    if unit in _HOURS:
        value = _day(reference, number * _HOURS[unit] // 24)
        return value._replace(day=0) if value and unit == "week" else value
    if unit != "month":
        return None
    months = reference.year * 12 + reference.month - 1 - number
    return build(months // 12, months % 12 + 1, 0)


def _day(reference: date, back: int) -> DateValue | None:
    """The day so many days ``back``, None if it lies before the web."""
    if back >= reference.toordinal():
        return None
    day = reference - timedelta(days=back)
    return build(day.year, day.month, day.day)


def relative_start(text: str) -> int:
    """Where a relative date with a number begins in a short ``text``, years included; -1 if there is none."""
    for match in _NUMBER.finditer(text):
        if around := _pattern(text, match):
            # "vor 3 Stunden", "πριν από 2 ημέρες"
            return _first_unit(text, match.start() - around.before)
    return -1


def _is_second(text: str, start: int, number: int) -> bool:
    """Whether a relative date from ``start`` with its number at ``number`` has a larger unit before that."""
    return _NUMBER.search(text, start, number) is not None or _first_unit(text, start) < start


def _first_unit(text: str, start: int) -> int:
    """Where the larger units begin that stand before a relative date from ``start`` on, with which it is
    one: "2 years, 6 months ago". ``start`` if none do."""
    for match in reversed(list(_NUMBER.finditer(text, max(0, start - _REACH), start))):
        between = close(text[match.end() : start].strip(_BETWEEN_UNITS))
        if not between or not any(suffix.startswith(between) for suffix in relative_words().suffixes):
            return start
        start = match.start()
    return start
