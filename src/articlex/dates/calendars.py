"""Conversion of other calendars to the Gregorian one, by arithmetic.

Sources: E. M. Reingold and N. Dershowitz, *Calendrical Calculations* (Cambridge University Press), for the
Julian day arithmetic and the tabular Islamic calendar; the Persian leap years follow the 33-year cycle, which
agrees with the astronomical calendar from 1244 to 1500 A.P. The starts of the months of Nepal are those of
the sun in the Surya Siddhanta; they agree with the tables that Nepal published from 2047 to 2083 B.S.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import floor

#: 1 Farvardin 1 A.P. and 1 Muharram 1 A.H. (civil epoch), as proleptic Gregorian ordinals.
_PERSIAN_EPOCH = 226895
_ISLAMIC_EPOCH = 227015
#: 1 Meskerem 1 of the Ethiopian calendar (Amete Mihret).
_ETHIOPIC_EPOCH = 2796

#: Days of the sidereal year in the Surya Siddhanta, and the moments (as proleptic Gregorian ordinals with a
#: fraction of a day) at which the sun enters the sign of each month in a year 0 of Bikram Sambat.
_SIDEREAL_YEAR = 365.258756481
_NEPALI_MONTHS = (
    -21113.503, -21082.573, -21051.126, -21019.720, -20988.021, -20956.997,
    -20926.538, -20896.643, -20867.161, -20837.573, -20808.420, -20778.608,
)  # fmt: skip
#: The first year that lies wholly in our era: earlier days have no ordinal.
_FIRST_NEPALI = 58

#: Leap years in the 33-year cycle.
_PERSIAN_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})

_BUDDHIST_OFFSET = 543
_MINGUO_OFFSET = 1911
#: The year before the first one of each era. Eras before Showa ended long before the web began.
_ERAS = {"昭和": 1925, "平成": 1988, "令和": 2018, "s": 1925, "h": 1988, "r": 2018}
_MINGUO = ("中華民國", "中华民国", "民國", "民国")
#: What these eras are called, as alternatives of a pattern.
ERA_NAMES = "|".join((*(name for name in _ERAS if not name.isascii()), *_MINGUO))


def persian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Solar Hijri date; None if there is no such day.

    >>> persian(1403, 1, 1), persian(1402, 12, 30)
    (datetime.date(2024, 3, 20), None)
    """
    cycles, rest = divmod(year - 1, 33)
    longest = 31 if month <= 6 else 30 if month < 12 or rest + 1 in _PERSIAN_LEAPS else 29
    if not (1 <= year <= 3000 and 1 <= month <= 12 and 1 <= day <= longest):
        return None
    days = cycles * 12053 + rest * 365 + sum(leap <= rest for leap in _PERSIAN_LEAPS)
    days += 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)
    return date.fromordinal(_PERSIAN_EPOCH) + timedelta(days=days + day - 1)


def islamic(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a date in the tabular Islamic calendar; None if there is no such day.

    Months have 30 and 29 days in turn; the last one has 30 in 11 years of each 30. The calendars in use
    follow sightings of the moon and may differ by a day.

    >>> islamic(1445, 9, 1), islamic(1445, 10, 30)
    (datetime.date(2024, 3, 11), None)
    """
    if not (1 <= year <= 3000 and 1 <= month <= 12):
        return None
    is_leap = (14 + 11 * year) % 30 < 11
    if not 1 <= day <= (30 if month % 2 or (month == 12 and is_leap) else 29):
        return None
    days = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_ISLAMIC_EPOCH) + timedelta(days=days + day - 1)


def ethiopic(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of an Ethiopian date; None if there is no such day.

    Twelve months have 30 days, the last one five, or six in the year before a leap year of the Julian
    calendar.

    >>> ethiopic(2013, 7, 4), ethiopic(2016, 13, 6)
    (datetime.date(2021, 3, 13), None)
    """
    if not (1 <= year <= 3000 and 1 <= month <= 13):
        return None
    if not 1 <= day <= (30 if month < 13 else 5 + (year % 4 == 3)):
        return None
    days = 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1
    return date.fromordinal(_ETHIOPIC_EPOCH) + timedelta(days=days)


def nepali(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a date in Bikram Sambat as Nepal counts it; None if there is no such day.

    A month begins on the day on which the sun enters its sign, and has 29 to 32 days.

    >>> nepali(2081, 4, 15), nepali(2081, 2, 32), nepali(2080, 12, 31)
    (datetime.date(2024, 7, 30), datetime.date(2024, 6, 14), None)
    """
    if not (_FIRST_NEPALI <= year <= 3000 and 1 <= month <= 12):
        return None
    start, end = _nepali_month(year, month), _nepali_month(year + month // 12, month % 12 + 1)
    return date.fromordinal(start + day - 1) if 1 <= day <= end - start else None


def _nepali_month(year: int, month: int) -> int:
    """The Gregorian ordinal of the first day of a month."""
    return floor(year * _SIDEREAL_YEAR + _NEPALI_MONTHS[month - 1])


def buddhist_year(year: int) -> int:
    """The Gregorian year of a year of the Buddhist era as Thailand counts it: 2024 for 2567."""
    return year - _BUDDHIST_OFFSET


def era_year(era: str, year: int) -> int | None:
    """The Gregorian year of a year of a Japanese era or of the Republic of China; None for an unknown era.

    >>> era_year("令和", 6), era_year("R", 6), era_year("民國", 113), era_year("大正", 3)
    (2024, 2024, 2024, None)
    """
    if era in _MINGUO:
        return year + _MINGUO_OFFSET
    start = _ERAS.get(era.lower())
    return None if start is None else start + year
