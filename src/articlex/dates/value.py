"""What the date parser takes and returns."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from articlex.dates.fold import digits_language

#: The web began in 1991; pages that print older days tell of history.
FIRST_YEAR = 1990

#: The year after that of this release: the last one that is believed where neither the caller nor the page
#: says more (see :mod:`articlex.days.horizon`).
LATEST_YEAR = 2027

#: Nothing is read beyond, whatever a page states.
LAST_YEAR = 2100

#: Days whose spelling is remembered.
_REMEMBERED = 512

#: Zones reach 14 hours ahead of Greenwich: a page may be dated the day after it was read.
_AHEAD = timedelta(days=1)


class DateValue(NamedTuple):
    """A day, or a month (``day`` 0), with the time of day and the zone where they are stated.

    ``seconds`` is the time of day in seconds after midnight, None if not stated. ``offset`` is the zone in
    minutes east of Greenwich, None if not stated.
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
        """Whether it lies after the day on which the page was ``read``, if that is known."""
        return read is not None and self.as_date() - _AHEAD > read

    def swapped(self) -> DateValue | None:
        """The same numbers with day and month exchanged, None if that is no date."""
        return self._replace(month=self.day, day=self.month) if 1 <= self.day <= 12 else None


@lru_cache(_REMEMBERED)
def _day_iso(year: int, month: int, day: int) -> str:
    """A day in ISO 8601, or a month: every date of a page is asked for it ten times."""
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


class Found(NamedTuple):
    """A date in a text. ``start`` and ``end`` count in ``plain(text)``; ``raw`` is what stands there.

    ``reason`` is how it was read: "iso", "rfc-2822", "compact" (eight digits), "epoch" (seconds or
    milliseconds since 1970), "month-name", "numeric", "cjk" (with the Chinese, Japanese or Korean words for
    year, month and day), "era" (of Japan or the Republic of China), "relative", or the name of a calendar.
    ``sure`` is False where the order of day and month is a guess from the language.
    """

    value: DateValue
    start: int
    end: int
    raw: str
    reason: str
    sure: bool = True


class Hints(NamedTuple):
    """What the page tells about its dates.

    ``language`` is a BCP 47 tag or "". ``order`` is "dmy", "mdy" or "ymd" where there is evidence, else "";
    ``usual`` is the order that language and country make likely, which is no evidence.
    ``reference`` is the day that relative dates count from, None: they are not read. ``latest`` is the
    last year that is believed.
    """

    language: str = ""
    order: str = ""
    reference: date | None = None
    latest: int = LATEST_YEAR
    usual: str = ""


def hinted(hints: Hints, text: str) -> Hints:
    """``hints`` with the language that the digits of ``text`` tell, where no other is known."""
    if hints.language or not (language := digits_language(text)):
        return hints
    return hints._replace(language=language)


def build(year: int, month: int, day: int, latest: int = LAST_YEAR) -> DateValue | None:
    """The value if that day (or month, ``day`` 0) exists between 1990 and ``latest``, else None."""
    if not (FIRST_YEAR <= year <= min(latest, LAST_YEAR) and 1 <= month <= 12 and 0 <= day <= 31):
        return None
    if day > 28 and day > _month_length(year, month):
        return None
    return DateValue(year, month, day)


def _month_length(year: int, month: int) -> int:
    after = date(year + month // 12, month % 12 + 1, 1)
    return (after - timedelta(days=1)).day


def _zone(offset: int | None) -> str:
    if offset is None:
        return ""
    hours, minutes = divmod(abs(offset), 60)
    return f"{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"
