"""Times of day and zones beside a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from articlex.dates.fold import LETTER, without_accents
from articlex.dates.lexicon import lexicon
from articlex.dates.value import DateValue
from articlex.regex import DIGIT, regex

#: What may stand between a date and the time behind it.
_GAP = r"[^\d\n]{0,14}?"
#: Characters from the minutes of a time to the date behind it, at most.
_BEFORE = 14
#: Characters behind a date, and before it, in which a time is looked for.
_TAIL, _HEAD = 60, 40
_SOURCE = (
    rf"(?P<before>{LETTER}{{0,12}})"
    r"[\s.]*(?<![\d:.,/-])(?P<hour>[01]?\d|2[0-3])"
    r"(?:\s?(?:[:：hH٫]|giờ)\s?|[.](?=\d\d(?!\d|\.\s?\d))|\s?[時时点點시]\s?)(?P<minute>[0-5]\d|\d(?=\s?[分분]))"
    r"(?P<unit>\s?[分분])?(?:(?:[:：.]|(?<=[分분])\s?)(?P<second>[0-5]\d)(?P<fraction>[.,]\d+)?)?(?P<last>\s?[秒초])?"
    rf"(?![\d:：])(?P<after>\s?{LETTER}{{1,12}}\.?(?:\s?[mMμМ]\.?|(?<=\.){LETTER}\.?(?!{LETTER}))?)?"
)
_TIME = regex(_SOURCE)
_TIME_AFTER = regex(_GAP + _SOURCE)
_HOUR_AFTER = regex(_GAP + r"(?<![\d:.,/-])(?P<hour>1[0-2]|0?[1-9])\s?(?P<after>[ap]\.?m\b\.?)", re.I)
_ZONE = regex(
    r"\s*[(]?\s*(?P<name>[A-Za-z]{1,5}|(?i:мск))?\s*[)]?\s*"
    r"(?P<sign>[+\-−])?(?(sign)(?P<hours>\d{1,2})(?P<colon>:)?(?P<minutes>\d\d)?)"
)
#: What may follow the end of a range of times, but not a zone.
_GOES_ON = regex(r"[.:hH]?\d|\s?[ap]\.?m\b", re.I)

#: Zone abbreviations with their offset in minutes (RFC 2822 section 4.3 and the IANA time zone database).
#: Ambiguous ones have the meaning of RFC 2822 (CST is that of North America) or are left out (IST); BST is
#: that of Britain.
_ZONES = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "MEZ": 60,
    "CEST": 120, "MESZ": 120, "SAST": 120, "EET": 120, "EEST": 180, "MSK": 180, "МСК": 180, "TRT": 180,
    "GST": 240,
    "PKT": 300, "WIB": 420, "ICT": 420, "WITA": 480, "HKT": 480, "SGT": 480, "MYT": 480, "PHT": 480,
    "AWST": 480, "JST": 540, "KST": 540, "WIT": 540, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
    "BRT": -180, "ART": -180, "AST": -240, "EDT": -240, "EST": -300, "CDT": -300, "CST": -360,
    "MDT": -360, "MST": -420, "PDT": -420, "PST": -480, "AKDT": -480, "AKST": -540, "HST": -600,
}  # fmt: skip

_AM, _PM = (0, 12), (12, 24)
#: From this character on, most scripts set no spaces between words: Thai, Chinese, Japanese.
_UNSPACED = "\u0e00"

_FARTHEST_ZONE = 14 * 60

#: Zones of the United States that do not say whether daylight saving time is on.
_US_ZONES = {"ET": -300, "CT": -360, "MT": -420, "PT": -480}


def with_time(value: DateValue, text: str, start: int, end: int, free: int) -> tuple[DateValue, int, int]:
    """``value`` with the time of day behind it, or right before it, in ``text``, and where the two stand.

    ``start`` and ``end`` are where the date stands. Without a time all three come back unchanged. What stands
    before ``free`` belongs to another date.
    """
    tail = text[end : end + _TAIL]
    match = (_TIME_AFTER.match(tail) or _HOUR_AFTER.match(tail)) if DIGIT.search(tail) else None
    if match:
        timed, length = _read(value, match, tail)
        return timed, start, end + length
    free = max(free, start - _HEAD)
    head = text[free:start]
    for match in _TIME.finditer(head) if DIGIT.search(head) else ():
        if len(head) - match.end("minute") <= _BEFORE and not DIGIT.search(head[match.end() :]):
            timed, _ = _read(value, match, head)
            return timed, free + match.start("hour"), end
    return value, start, end


def _read(value: DateValue, match: re.Match[str], text: str) -> tuple[DateValue, int]:
    """``value`` with the time in ``match`` and the zone behind it, and where these end in ``text``."""
    groups = match.groupdict()
    after = _period(groups["after"] or "")
    hour = _on_the_clock(int(groups["hour"]), after or _period_before(groups.get("before") or ""))
    parts = ["hour", "minute", "unit", "second", "fraction", "last", *(["after"] if after else [])]
    end = max(match.end(part) for part in parts if groups.get(part))
    minutes = hour * 60 + int(groups.get("minute") or 0)
    seconds = minutes * 60 + int(groups.get("second") or 0)
    is_exact = bool(groups.get("second")) or text[: match.start("hour")].strip() == "T"
    offset, length = zone(text[end:], value.as_date(), None if is_exact else minutes)
    return value._replace(seconds=seconds, offset=offset), end + length


def _on_the_clock(hour: int, period: Sequence[int] | None) -> int:
    """``hour`` on a 24-hour clock, given the ``period`` of the day that is named beside it.

    That is the hour in the period, else the one right beside it, else the one in the same half of the day. An
    hour above 12 is on the 24-hour clock already. Twelve is noon or midnight, whichever is nearer to the
    middle of the period.
    """
    if period is None or hour > 12:
        return hour
    start, end = period
    length = (end - start) % 24
    hours = (hour % 12, hour % 12 + 12)
    within = [one for one in hours if (one - start) % 24 < length]
    beside = [one for one in hours if (one - start + 1) % 24 < length + 2]
    middle = start + length / 2
    nearest = min(hours, key=lambda one: abs((one - middle + 12) % 24 - 12))
    return next(iter(within or beside), nearest if hour % 12 == 0 else hours[start >= 12])


def _period_before(word: str) -> Sequence[int] | None:
    """The hours of the part of the day that ``word`` names; in scripts without spaces the end of ``word``."""
    period = _period(word)
    if period is None and word[:1] >= _UNSPACED:
        return next(filter(None, (_period(word[start:]) for start in range(1, len(word)))), None)
    return period


def _period(word: str) -> Sequence[int] | None:
    """The first hour of the part of the day that ``word`` names, and the one after its last; None if none."""
    key = without_accents(re.sub(r"[\s.]", "", word))
    words = lexicon()
    return _AM if key in words.am else _PM if key in words.pm else words.periods.get(key)


def zone(text: str, day: date, since: int | None) -> tuple[int | None, int]:
    """The zone at the start of ``text``, in minutes east of Greenwich, and its length; (None, 0) if none.

    ``since`` is the time before it in minutes after midnight if that may begin a range ("10:00-11:30"),
    else None.
    """
    match = _ZONE.match(text)
    if not match:
        return None, 0
    name = match["name"] or ""
    known = _ZONES.get(name if name.isascii() else name.upper())
    if match["sign"] and (known == 0 or not name):
        minutes = int(match["hours"]) * 60 + int(match["minutes"] or 0)
        if since is not None and not name and _is_range(match, minutes, since):
            return None, 0
        if minutes <= _FARTHEST_ZONE and (len(match["hours"]) == 2 or known == 0):
            return minutes if match["sign"] == "+" else -minutes, match.end()
    if known is not None:
        return known, match.end("name")
    if name in _US_ZONES:
        return _US_ZONES[name] + 60 * _us_summer(day), match.end("name")
    return None, 0


def _is_range(match: re.Match[str], minutes: int, since: int) -> bool:
    """Whether an offset without a name is rather the end of a range that begins at ``since``."""
    if match["sign"] == "+" or (match["minutes"] and not match["colon"]):
        return False
    is_later = minutes > since if match["minutes"] else minutes >= since // 60 * 60
    return is_later or minutes % 30 != 0 or _GOES_ON.match(match.string, match.end()) is not None


def _us_summer(day: date) -> bool:
    """Whether daylight saving time is on in the United States: since 2007 from the 2nd Sunday of March to the
    1st of November (Energy Policy Act of 2005), before that roughly from April to October."""
    if day.year < 2007:
        return 4 <= day.month <= 10
    return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)


def _sunday(year: int, month: int, number: int) -> date:
    """The first, second, ... Sunday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (number - 1))
