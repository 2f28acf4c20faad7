"""The types that the date parser takes and returns."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from articlex.dates.fold import digits_language

#: The web began in 1991; older days on a page are history.
FIRST_YEAR = 1990

#: The year after this release. Later years are believed only if the clock, the caller or the page gives a
#: reason to (see :mod:`articlex.days.hints`).
LATEST_YEAR = 2027

#: The last year of what looks like a date where nobody asks which day it is: a line of a byline, a stamp. So
#: many years after this release its pages look as they do today.
LATEST_LOOK = LATEST_YEAR + 10

#: No later year is ever read, whatever a page states.
LAST_YEAR = 2100

#: Size of the cache of formatted days.
_REMEMBERED = 512

#: Zones reach 14 hours ahead of Greenwich: a page may carry the date of the day after it was read.
_AHEAD = timedelta(days=1)


class DateValue(NamedTuple):
    """A day, or a month (``day`` is 0), with the time of day and the zone if they are stated.

    ``seconds`` is the time of day in seconds after midnight, ``offset`` the zone in minutes east of
    Greenwich; None if not stated.
    """

    year: int
    month: int
    day: int = 0
    seconds: int | None = None
    offset: int | None = None

    def iso(self) -> str:
        """ISO 8601: ``2024-05``, ``2024-05-06``, ``2024-05-06T10:30:00``, ``2024-05-06T10:30:00+02:00``."""
        if self.seconds is None or not self.day:
            return self.day_iso()
        minutes, second = divmod(self.seconds, 60)
        hour, minute = divmod(minutes, 60)
        return f"{self.day_iso()}T{hour:02}:{minute:02}:{second:02}{_zone(self.offset)}"

    def day_iso(self) -> str:
        """The day alone, or the month."""
        return _day_iso(self.year, self.month, self.day)

    def as_date(self) -> date:
        """The day; the first one of a month."""
        return date(self.year, self.month, self.day or 1)

    def is_late(self, read: date | None) -> bool:
        """Whether this lies after the day on which the page was ``read``; False if that is None."""
        return read is not None and self.as_date() - _AHEAD > read

    def swapped(self) -> DateValue | None:
        """The value with day and month exchanged; None if there is no such month."""
        return self._replace(month=self.day, day=self.month) if 1 <= self.day <= 12 else None


@lru_cache(_REMEMBERED)
def _day_iso(year: int, month: int, day: int) -> str:
    """A day or a month in ISO 8601. Cached: each date of a page is formatted about ten times."""
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


class Found(NamedTuple):
    """A date in a text. ``start`` and ``end`` are offsets in ``plain(text)``; ``raw`` is what they enclose.

    ``reason`` is how it was read: "iso", "rfc-2822", "compact" (eight digits), "epoch" (seconds or
    milliseconds since 1970), "month-name", "numeric", "cjk" (with the Chinese, Japanese or Korean words for
    year, month and day), "era" (of Japan or the Republic of China), "relative", or the name of a calendar.
    ``sure`` is False if the order of day and month was guessed from the language.
    """

    value: DateValue
    start: int
    end: int
    raw: str
    reason: str
    sure: bool = True


class Hints(NamedTuple):
    """What is known about the dates of a page before they are read.

    ``language`` is a BCP 47 tag or "". ``order`` is "dmy", "mdy" or "ymd" if there is evidence for it, else
    ""; ``usual`` is the order that is likely for the language and country, which is not evidence.
    ``reference`` is the day that relative dates count from; if None, they are not read. ``latest`` is the
    last year that is believed, by default as of a line that only looks like a date.
    """

    language: str = ""
    order: str = ""
    reference: date | None = None
    latest: int = LATEST_LOOK
    usual: str = ""


def with_language_of_digits(hints: Hints, text: str) -> Hints:
    """``hints`` with the language that the digits of ``text`` indicate, if ``hints`` has none."""
    if hints.language or not (language := digits_language(text)):
        return hints
    return hints._replace(language=language)


def build(year: int, month: int, day: int, latest: int = LAST_YEAR) -> DateValue | None:
    """The value if that day (or month: ``day`` is 0) exists between 1990 and ``latest``, else None."""
    if not FIRST_YEAR <= year <= min(latest, LAST_YEAR):
        return None
    try:
        date(year, month, day or 1)
    except ValueError:
        return None
    return DateValue(year, month, day)


def _zone(offset: int | None) -> str:
    if offset is None:
        return ""
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"
