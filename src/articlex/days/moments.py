"""The moment of a printed day, where the element around it states one: ``<time datetime>`` and its like.

``<time datetime="2021-04-11T02:10:00+09:00">11 April 2021</time>`` prints a day and states time and zone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from articlex.dates.value import DateValue, Found

#: Zones differ from Greenwich by quarters of an hour, and by 14 hours at most.
_QUARTER, _FARTHEST = 15, 14 * 60


def with_moment(found: Found, place: int, count: int, stated: Sequence[DateValue]) -> Found:
    """``found``, the ``place``-th of ``count`` dates printed in a block, with the time ``stated`` of it.

    Where a block states as many dates as it prints, each speaks for one; else one alone has to fit. The day
    stays the printed one: where the element states the next or the last day in Greenwich, the page prints
    the day where it was written. (Of 5 pages of the corpora that do so, gold has the printed day on 4.)
    """
    if not stated:
        return found
    rivals = stated[place : place + 1] if len(stated) == count else stated
    fitting = {moment for value in rivals if (moment := _moment(found.value, value))}
    return found._replace(value=fitting.pop()) if len(fitting) == 1 else found


def _moment(printed: DateValue, stated: DateValue) -> DateValue | None:
    """The printed day with the stated time, if it is the same moment."""
    if not printed.day or not stated.day or stated.seconds is None or printed.offset is not None:
        return None
    if printed.seconds is not None and stated.offset is not None:
        return _in_own_zone(printed, stated)
    same_day = printed.day_iso() == stated.day_iso()
    return stated if same_day and printed.seconds is None else None


def _in_own_zone(printed: DateValue, stated: DateValue) -> DateValue | None:
    """A printed day and time with the zone in which they are the stated moment, if there is such a zone."""
    assert stated.offset is not None
    away = int((_minute(printed) - _minute(stated)).total_seconds()) // 60
    offset = stated.offset + away
    if abs(offset) > _FARTHEST or offset % _QUARTER:
        return None
    assert printed.seconds is not None and stated.seconds is not None
    seconds = printed.seconds - printed.seconds % 60 + stated.seconds % 60
    return printed._replace(seconds=seconds, offset=offset)


def _minute(value: DateValue) -> datetime:
    """The minute of a value in its own zone."""
    assert value.seconds is not None
    return datetime(value.year, value.month, value.day) + timedelta(minutes=value.seconds // 60)
