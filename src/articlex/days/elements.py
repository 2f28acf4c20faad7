"""What elements say about the dates that they print: which one is of a change, where one date ends, and what
its time is: ``<time datetime="2021-04-11T02:10:00+09:00">11 April 2021</time>`` prints a day and states the
rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from articlex.dates.parse import parse_date
from articlex.dates.value import DateValue, Found, Hints
from articlex.page import Page

MODIFIED_WORDS = frozenset("modified updated update datemodified lastupdated".split())
PUBLISHED_WORDS = frozenset("published publish pubdate posted entry datepublished".split())

#: Characters of the longest element that prints a date.
_MOST = 40
#: Zones differ from Greenwich by quarters of an hour, and by 14 hours at most.
_QUARTER, _FARTHEST = 15, 14 * 60


def time_texts(page: Page) -> Mapping[int, list[str]]:
    """The texts of the <time> elements of each block that has several."""
    found: dict[int, list[str]] = {}
    for note in page.markup.annotations:
        if note.name == "time" and 0 < len(note.text) <= _MOST:
            found.setdefault(note.block, []).append(note.text)
    return {block: texts for block, texts in found.items() if len(texts) > 1}


def set_apart(text: str, dates: Sequence[str]) -> str:
    """``text`` with a space behind each of ``dates`` that touches a letter or figure.

    >>> set_apart("6. Mai 20247. Juni 2024", ["6. Mai 2024", "7. Juni 2024"])
    '6. Mai 2024 7. Juni 2024'
    """
    at = 0
    for date in dates:
        start = text.find(date, at)
        if start < 0:
            continue
        at = start + len(date)
        if text[at : at + 1].isalnum():
            text = f"{text[:at]} {text[at:]}"
    return text


def changed_days(page: Page, hints: Hints) -> Mapping[int, set[str]]:
    """By block, the days of a change according to a class, if another class says which day is not.

    WordPress prints both side by side and hides the second: ``<time class="published">``, ``"updated"``.
    """
    changed: dict[int, set[str]] = {}
    published: dict[int, set[str]] = {}
    for note in page.markup.annotations:
        if note.name != "class" or not note.content:
            continue
        words = set(note.value.lower().split())
        found = published if words & PUBLISHED_WORDS else changed if words & MODIFIED_WORDS else None
        if found is not None and (date := parse_date(note.content, hints)):
            found.setdefault(note.block, set()).add(date.value.day_iso())
    return {block: days - published[block] for block, days in changed.items() if block in published}


def with_moment(found: Found, place: int, count: int, stated: Sequence[DateValue]) -> Found:
    """``found``, the ``place``-th of ``count`` dates printed in a block, with the time ``stated`` for it.

    If a block states as many dates as it prints, they correspond in order; else exactly one has to fit. The
    day stays the printed one, even if the element states the day before or after it in Greenwich: the page
    prints the day of where it was written. (On 4 of the 5 such pages in the corpora gold has the printed
    day.)"""
    if not stated:
        return found
    rivals = stated[place : place + 1] if len(stated) == count else stated
    fitting = {moment for value in rivals if (moment := _moment(found.value, value))}
    return found._replace(value=fitting.pop()) if len(fitting) == 1 else found


def _moment(printed: DateValue, stated: DateValue) -> DateValue | None:
    """The printed day with the stated time, if both can be the same moment."""
    if not printed.day or not stated.day or stated.seconds is None or printed.offset is not None:
        return None
    if printed.seconds is not None and stated.offset is not None:
        return _in_own_zone(printed, stated)
    same_day = printed.day_iso() == stated.day_iso()
    return stated if same_day and printed.seconds is None else None


def _in_own_zone(printed: DateValue, stated: DateValue) -> DateValue | None:
    """A printed day and time in the zone that makes them the stated moment; None if there is no such zone."""
    assert stated.offset is not None
    away = int((_minute(printed) - _minute(stated)).total_seconds()) // 60
    offset = stated.offset + away
    if abs(offset) > _FARTHEST or offset % _QUARTER:
        return None
    assert printed.seconds is not None and stated.seconds is not None
    seconds = printed.seconds - printed.seconds % 60 + stated.seconds % 60
    return printed._replace(seconds=seconds, offset=offset)


def _minute(value: DateValue) -> datetime:
    """The day and minute of a value, without its zone."""
    assert value.seconds is not None
    return datetime(value.year, value.month, value.day) + timedelta(minutes=value.seconds // 60)
