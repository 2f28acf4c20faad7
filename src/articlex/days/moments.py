"""The time of a printed day, if the element around it states one: ``<time datetime>`` and the like.

``<time datetime="2021-04-11T02:10:00+09:00">11 April 2021</time>`` prints a day and states time and zone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from articlex.dates.value import DateValue, Found

#: Zones differ from Greenwich by quarters of an hour, and by 14 hours at most.
_QUARTER, _FARTHEST = 15, 14 * 60


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
