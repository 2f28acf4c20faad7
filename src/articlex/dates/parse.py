"""The entry points: all dates in a text, or the one date that a machine-readable value states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from articlex.dates.clock import with_time, zone
from articlex.dates.fold import plain
from articlex.dates.hebrew import HUNDREDS, find_hebrew
from articlex.dates.names import find_named
from articlex.dates.numbers import find_numeric
from articlex.dates.relative import find_relative
from articlex.dates.value import DateValue, Found, Hints, build, with_language_of_digits
from articlex.memoize import memoized
from articlex.regex import regex

#: Of a longer text only the beginning is read: the date of a page stands in a short line.
_MAX_CHARS = 600
#: Size of the cache of texts: several stages ask for the dates of the same lines.
_REMEMBERED = 128

#: Lunar calendars, and by how many days the calendars in use differ from the arithmetic ones, at most.
_LUNAR = frozenset({"islamic", "hebrew"})
_MOST_ASTRAY = 2

#: The least share of a machine-readable value that its date takes up.
_LEAST_SHARE = 0.4

_NO_HINTS = Hints()

_ISO = regex(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
    r"(?:[T\s_]+(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?(?P<zone>.*))?\Z",
    re.I | re.S,
)
_COMPACT = regex(
    r"(?P<year>[0-9]{4})(?P<month>[01][0-9])(?P<day>[0-3][0-9])"
    r"(?:T?(?P<hour>[0-2][0-9])(?P<minute>[0-5][0-9])(?P<second>[0-5][0-9])?(?P<zone>.*))?\Z",
    re.S,
)
_MONTH = regex(r"([0-9]{4})-([0-9]{2})\Z")
_EPOCH = regex(r"([0-9]{9,10})(?:[0-9]{3})?(?:\.[0-9]+)?\Z")
_CTIME = regex(
    r"([A-Za-z]{3}\s+[0-9]{1,2})\s+([0-9]{2}):([0-9]{2}):([0-9]{2})"
    r"\s*([A-Z]{1,5}(?:[+-][0-9]{1,2}(?::?[0-9]{2})?)?|[+-][0-9]{4})?\s+([0-9]{4})"
)
_MAIL = regex(r"(?:[A-Za-z]+,\s*)?[0-9]{1,2}\s[A-Za-z]{3}\s[0-9]{4}\s[0-9]{2}:")


def find_dates(text: str, hints: Hints = _NO_HINTS) -> list[Found]:
    """The dates in the first :data:`_MAX_CHARS` characters of ``text``, in order, none overlapping.

    A number alone ("2024", "12") is not a date. A time of day and a zone beside a date are part of it.
    """
    return list(_dates_in(text[:_MAX_CHARS], hints))


@memoized(_REMEMBERED)
def _dates_in(text: str, hints: Hints) -> Sequence[Found]:
    hints = with_language_of_digits(hints, text)
    text = plain(text)
    candidates = [*find_named(text, hints), *find_numeric(text, hints)]
    if HUNDREDS in text:
        candidates += find_hebrew(text, hints.latest)
    if ":" in text:
        # A year before such a date does not belong to it: "© 1998-Mon May 06 10:30:00 2024".
        for ctime in _find_ctimes(text, hints.latest):
            candidates = [one for one in candidates if one.end <= ctime.start or one.start >= ctime.end]
            candidates.append(ctime)
    if not candidates and hints.reference:
        candidates += find_relative(text, hints)
    timed: list[Found] = []
    for candidate in _without_lunar(_without_overlaps(candidates)):
        timed.append(_timed(candidate, text, timed[-1].end if timed else 0))
    return timed


def _without_overlaps(candidates: Sequence[Found]) -> list[Found]:
    """The dates in order; of two that overlap the first or longer one, unless only the other has a day."""
    found: list[Found] = []
    for candidate in sorted(candidates, key=lambda one: (one.start, -one.end, not one.value.day)):
        if not found or candidate.start >= found[-1].end:
            found.append(candidate)
        elif candidate.value.day and not found[-1].value.day:
            found[-1] = candidate
    return found


def _without_lunar(found: list[Found]) -> list[Found]:
    """``found`` without each lunar date that names (almost) the same day as a date in another calendar.

    "19 جمادى الأولى 1445هـ - 3 ديسمبر 2023م": sightings of the moon decide on the first, so arithmetic gives
    it to within a day or two. (A day of the Hebrew calendar begins on the evening before.)
    """
    if len(found) < 2 or all(one.reason not in _LUNAR for one in found):
        return found
    days = [one.value.as_date() for one in found if one.reason not in _LUNAR and one.value.day]
    return [
        one
        for one in found
        if one.reason not in _LUNAR
        or not one.value.day
        or all(abs((one.value.as_date() - day).days) > _MOST_ASTRAY for day in days)
    ]


def _find_ctimes(text: str, latest: int) -> Iterator[Found]:
    """Dates with the year behind the time of day, as C's ``ctime`` prints: "Mon May 06 10:30:00 2024"."""
    for match in _CTIME.finditer(text):
        named = next(find_named(f"{match[1]} {match[6]}", Hints(latest=latest)), None)
        if named and named.value.day:
            value = _clocked(named.value, (int(match[2]), int(match[3]), int(match[4])), match[5] or "")
            yield Found(value, *match.span(), match[0], "month-name")


def _timed(found: Found, text: str, free: int) -> Found:
    """``found`` with the time of day beside it in ``text``, not looked for before ``free``."""
    if not found.value.day or found.value.seconds is not None:
        return found
    value, start, end = with_time(found.value, text, found.start, found.end, free)
    return found._replace(value=value, start=start, end=end, raw=text[start:end].strip())


def parse_date(text: str, hints: Hints = _NO_HINTS) -> Found | None:
    """The date that a machine-readable value states; None if it states none, or several.

    Reads ISO 8601, RFC 2822, ctime, eight digits, Unix time, and whatever :func:`find_dates` reads if that
    takes up at least 0.4 of the text.
    """
    hints = with_language_of_digits(hints, text[:_MAX_CHARS])
    text = plain(text[:_MAX_CHARS]).strip()
    if hints.reference is None and not any(map(str.isdigit, text)):
        return None
    for reason, read in _READERS:
        value = read(text, hints.latest)
        if value:
            return Found(value, 0, len(text), text, reason)
    found = find_dates(text, hints)
    if len(found) == 1 and found[0].end - found[0].start >= len(text) * _LEAST_SHARE:
        reason = "rfc-2822" if _MAIL.match(text) else found[0].reason
        return found[0]._replace(reason=reason, raw=text)
    return None


def _iso(text: str, latest: int) -> DateValue | None:
    """An ISO 8601 day with an optional time and zone, or a month: "2024-05"."""
    match = _ISO.match(text)
    if not match:
        month = _MONTH.match(text)
        return build(int(month[1]), int(month[2]), 0, latest) if month else None
    value = _stated_day(match, latest)
    if not value or not match["hour"]:
        return value
    hour, minute = int(match["hour"]), int(match["minute"])
    if match["half"] and hour <= 12:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    # "2024-05-06 09:00-10:30" is a range, "2024-05-06T09:00-10:30" has a zone.
    is_exact = bool(match["second"]) or "T" in match[0][: match.start("hour")].upper()
    since = None if is_exact else hour * 60 + minute
    return _clocked(value, (hour, minute, int(match["second"] or 0)), match["zone"], since)


def _compact(text: str, latest: int) -> DateValue | None:
    """A day in eight digits with an optional time and zone: "20240506T103000Z"."""
    match = _COMPACT.match(text)
    value = _stated_day(match, latest) if match else None
    if not match or not value or not match["hour"]:
        return value
    clock = (int(match["hour"]), int(match["minute"]), int(match["second"] or 0))
    return _clocked(value, clock, match["zone"])


def _stated_day(match: re.Match[str], latest: int) -> DateValue | None:
    """The day in the groups of a match, None if there is no such day."""
    value = build(int(match["year"]), int(match["month"]), int(match["day"]), latest)
    return value if value and value.day else None


def _clocked(value: DateValue, clock: tuple[int, int, int], rest: str, since: int | None = None) -> DateValue:
    """``value`` at that hour, minute and second, in the zone with which ``rest`` begins."""
    hour, minute, second = clock
    if hour > 23 or minute > 59:
        return value
    offset, _ = zone(rest, value.as_date(), since)
    return value._replace(seconds=hour * 3600 + minute * 60 + min(second, 59), offset=offset)


def _epoch(text: str, latest: int) -> DateValue | None:
    """Seconds or milliseconds since 1970."""
    match = _EPOCH.match(text)
    if not match:
        return None
    moment = datetime.fromtimestamp(int(match[1]), UTC)
    value = build(moment.year, moment.month, moment.day, latest)
    return value and value._replace(seconds=moment.hour * 3600 + moment.minute * 60 + moment.second, offset=0)


def _ctime(text: str, latest: int) -> DateValue | None:
    """The first date with the year behind the time of day."""
    return next((found.value for found in _find_ctimes(text, latest)), None)


_READERS = (("iso", _iso), ("compact", _compact), ("epoch", _epoch), ("rfc-2822", _ctime))
