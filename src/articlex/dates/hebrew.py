"""Dates of the Hebrew calendar, whose day and year are written in letters: "ט״ו בשבט תשפ״ד"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from articlex.dates.value import Found, build

#: The months from Tishri on, each in its spellings. "Adar" alone is the second one of a leap year; the first
#: is numbered there.
_NAMES = (
    "תשרי",
    "מרחשוון מרחשון חשוון חשון",
    "כסלו כסליו",
    "טבת",
    "שבט",
    "אדר",
    "ניסן",
    "אייר איר",
    "סיוון סיון",
    "תמוז",
    "אב",
    "אלול",
)
_NUMBERS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_ADAR = 6
_FIRST = frozenset(("א", "ראשון"))

#: The hundreds of a year (700), with which each year since 1939 begins.
HUNDREDS = "תש"
#: Signs that mark letters as a number.
_SIGN = "[\"'\u05f3\u05f4\u2018\u2019\u201c\u201d]"
#: A string: few pages need it, and ``re`` caches what it compiles. The 5,000 of the year are left out or
#: written as ה.
_DAY = (
    rf"(?<![א-ת])ב?(?P<day>[א-טיכל]{_SIGN}|[יכט]{_SIGN}{{0,2}}[א-ט]) "
    rf"(?:[בל]?(?P<month>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}))"
    rf"(?: (?P<which>[אב](?={_SIGN})|ראשון|שני){_SIGN}?)?,? "
    rf"(?:ה?{_SIGN}?)?(?P<year>{HUNDREDS}[א-ת]{{0,2}}{_SIGN}{{0,2}}[א-ת]{_SIGN}?)(?![א-ת])"
)
_NUMERALS = (*range(1, 10), *range(10, 100, 10), 100, 200, 300, 400)
_VALUES = dict(zip("אבגדהוזחטיכלמנסעפצקרשת", _NUMERALS, strict=True))
_VALUES |= {final: _VALUES[letter] for final, letter in zip("ךםןףץ", "כמנפצ", strict=True)}
_MILLENNIUM = 5000
#: The first year that lies wholly in our era: earlier days have no ordinal.
_FIRST_YEAR = 3762

#: 1 Tishri of the year 1, as a proleptic Gregorian ordinal; parts (1,080 to an hour) in a lunar month and in
#: a day.
_EPOCH = -1373427
_MONTH_PARTS, _DAY_PARTS = 765433, 25920


def find_hebrew(text: str, latest: int) -> Iterator[Found]:
    """The dates of the Hebrew calendar in ``text`` up to the Gregorian year ``latest``."""
    for match in re.finditer(_DAY, text):
        year = _MILLENNIUM + _number(match["year"])
        found = hebrew(year, _NUMBERS[match["month"]], _number(match["day"]), match["which"] in _FIRST)
        may_be_numbered = match["which"] is None or match["month"] == "אדר"
        if found and may_be_numbered and (value := build(found.year, found.month, found.day, latest)):
            yield Found(value, *match.span(), match[0], "hebrew")


def _number(letters: str) -> int:
    """The sum of the values of ``letters``; signs count nothing."""
    return sum(_VALUES.get(letter, 0) for letter in letters)


def hebrew(year: int, month: int, day: int, first: bool = False) -> date | None:
    """The Gregorian day of a Hebrew date; None if there is no such day.

    ``month`` counts from Tishri, with Adar as the sixth also in a leap year, in which ``first`` says that the
    first one of both is meant.

    >>> hebrew(5784, 5, 15), hebrew(5784, 6, 14), hebrew(5785, 6, 30)
    (datetime.date(2024, 1, 25), datetime.date(2024, 3, 24), None)
    """
    if not (_FIRST_YEAR <= year <= 9999 and 1 <= month <= len(_NAMES)):
        return None
    start = _new_year(year)
    length = _new_year(year + 1) - start
    # A year has 353 to 355 days, a leap year 383 to 385: the last digit tells the lengths of the second and
    # the third month.
    is_leap = length > 380
    lengths = [30, 30 if length % 10 == 5 else 29, 29 if length % 10 == 3 else 30, 29, 30]
    adar = len(lengths) + (is_leap and not first)
    lengths += [30, 29] if is_leap else [29]
    lengths += [30, 29, 30, 29, 30, 29]
    place = adar if month == _ADAR else month - 1 + (is_leap and month > _ADAR)
    if not 1 <= day <= lengths[place]:
        return None
    return date.fromordinal(start + sum(lengths[:place]) + day - 1)


def _new_year(year: int) -> int:
    """The ordinal of 1 Tishri: the day of the new moon, postponed by the four rules."""
    before, of, after = _moon(year - 1), _moon(year), _moon(year + 1)
    if after - of == 356:
        of += 2
    elif of - before == 382:
        of += 1
    return _EPOCH + of


def _moon(year: int) -> int:
    """Days from the epoch to the new moon of Tishri, postponed if it is past noon, and from a Sunday,
    Wednesday or Friday to the next day."""
    months = (235 * year - 234) // 19
    parts = 12084 + months * (_MONTH_PARTS - 29 * _DAY_PARTS)
    days = 29 * months + parts // _DAY_PARTS
    return days + (3 * (days + 1) % 7 < 3)
