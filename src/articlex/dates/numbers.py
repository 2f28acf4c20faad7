"""Dates in figures: 2024-05-06, 6.5.24, 2024年5月6日, 令和6年5月6日, 113年5月6日, 5 tháng 1, 2024."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from articlex.dates import calendars
from articlex.dates.fold import is_traditional
from articlex.dates.lexicon import lexicon
from articlex.dates.value import DateValue, Found, Hints, build
from articlex.regex import regex

#: Day, month and year in either order. Both separators are the same, but for spaces behind full stops:
#: "6.5. 2024". With one more figure behind them the three are no date (an IP address, a version), unless that
#: begins a time of day: "06/05/24-10:30".
_NUMERIC = regex(
    r"(?<![0-9A-Za-z])(?<![0-9][./-])(?P<first>[0-9]{4}|[0-9]{1,2})"
    r"(?P<sign>(?P<dot>\.\s?)|\s?[./-]\s?|‐|–|\s\|\s)(?P<second>[0-9]{1,2})"
    r"(?:(?P=sign)|(?(dot)\.\s?(?=[0-9]{4})|(?!)))(?P<last>[0-9]{4}|[0-9]{2})"
    r"(?![0-9]|[./-](?![0-2]?[0-9]:[0-5][0-9])[0-9]|[A-Za-z]{0,2}[0-9]*[/-]?[a-z]*\.[a-z])"
)
#: Three figures with separators between them, which both other patterns require. It is searched for first:
#: patterns that begin with a lookbehind are slow.
_FIGURES = regex(r"[0-9](?:\s?[./-]\s?|‐|–|\s\|\s)[0-9]{1,2}(?:\s?[./-]\s?|‐|–|\s\|\s)[0-9]")
_YMD = regex(
    r"(?<![0-9A-Za-z])(?<![0-9][./-])([0-9]{4})(\s?[./-]\s?)([0-9]{1,2})\2([0-9]{1,2})(?![0-9]|[/-][0-9])"
)
#: The same year in brackets, in the other count: "令和6年（2024年）5月6日", "2024（令和6）年5月6日".
_SAME_YEAR = rf"(?:[(（](?:{calendars.ERA_NAMES}|西暦|西元)?\s?(?:[0-9]{{1,4}}|元)年?[)）]\s?)?"
#: From here on patterns are strings: few pages need them, and ``re`` caches what it compiles.
_CJK = (
    rf"(?:(?P<era>{calendars.ERA_NAMES})\s?)?(?<![0-9])"
    rf"(?P<year>[0-9]{{1,4}}|元)\s?{_SAME_YEAR}(?P<word>[年년])\s?{_SAME_YEAR}"
    r"(?P<month>[0-9]{1,2})\s?[月월]\s?(?:(?P<day>[0-9]{1,2})\s?[日일號号])?"
)
#: Days with the year of a Japanese era by its letter ("R6.5.6"), and of the Republic of China ("113/05/06").
_ERA_LETTER = r"(?<![0-9A-Za-z.])([RHS])([0-9]{1,2})([./])([0-9]{1,2})\3([0-9]{1,2})(?![0-9A-Za-z]|[./][0-9])"
_MINGUO = r"(?<![0-9A-Za-z])(?<![0-9][./-])(1[0-3][0-9])([./-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9]|[./-][0-9])"
_CJK_WORDS = (
    r"(?:(?P<year>[〇零○一二三四五六七八九]{4})"
    rf"|(?P<era>{calendars.ERA_NAMES})\s?(?P<count>元|[〇零○一二三四五六七八九十]{{1,3}}))年"
    r"(?P<month>[一二三四五六七八九十]{1,3})月(?P<day>[一二三四五六七八九十]{1,3})[日號号]"
)
_CJK_DIGITS = {"〇": 0, "零": 0, "○": 0} | {word: n for n, word in enumerate("一二三四五六七八九", 1)}
#: Vietnamese and Mongolian number their months.
_VIETNAMESE = r"(?<![0-9])([0-9]{1,2})\s*(?:tháng|thg)\s*([0-9]{1,2})\s*(?:năm|[,/.-])?\s*([0-9]{4})(?![0-9])"
_MONGOLIAN = r"(?<![0-9])([0-9]{4})\s*оны\s*([0-9]{1,2})(?:-?р)?\s*сарын\s*([0-9]{1,2})(?![0-9])"
#: What templates make of the parts of an English date: "04 5月 2025", "5월 4, 2025", "5월 4일, 2025",
#: "五月 4, 2025", "Tháng 5 4, 2025".
_COUNTED = r"([0-9]{1,2}|[一二三四五六七八九十]{1,2})"
_DAY_FIRST = rf"(?<![0-9])([0-9]{{1,2}})\s{_COUNTED}\s?[月월],?\s([0-9]{{4}})(?![0-9])"
_MONTH_FIRST = (
    rf"(?<![0-9一二三四五六七八九十]){_COUNTED}[月월]\s([0-9]{{1,2}})[日일]?,?\s([0-9]{{4}})(?![0-9])"
)
_VIETNAMESE_FIRST = r"tháng\s([0-9]{1,2})\s([0-9]{1,2}),?\s([0-9]{4})(?![0-9])"
#: The words for "month" that these patterns have, and each pattern with its groups of year, month and day.
_COUNTED_MONTH = regex("[月월]|tháng|thg|сарын")
_COUNTED_MONTHS = (
    (_DAY_FIRST, (3, 2, 1)),
    (_MONTH_FIRST, (3, 1, 2)),
    (_VIETNAMESE_FIRST, (3, 1, 2)),
    (_VIETNAMESE, (3, 2, 1)),
    (_MONGOLIAN, (1, 2, 3)),
)

#: "Date": behind it "113/05/06" is read even if the page does not say that its Chinese is traditional, or
#: what its language is.
_DATE_WORD = "日期"
#: Years of the Republic of China that are printed without its name: 1991 to 2041.
_BARE_MINGUO = range(80, 131)
#: Years of the Buddhist, the Solar Hijri and the Islamic calendar that a page may be from: 1990 to 2100, to
#: 2032 and to 2042.
BUDDHIST = range(2533, 2644)
_PERSIAN = range(1368, 1411)
_ISLAMIC = range(1411, 1465)
#: Years of Bikram Sambat (1990 to 2063), which in a language of Nepal are not ours.
_NEPALI = range(2047, 2121)
#: Languages of Nepal.
NEPALESE = ("ne", "mai", "new")
#: Languages in which the year comes first even if it has two digits.
_YEAR_FIRST = frozenset(("ko", "ja", "zh"))
#: In Thai a year of two digits is one of the Buddhist era from here on.
_FIRST_SHORT = 40

_CONVERTERS: dict[str, Callable[[int, int, int], date | None]] = {
    "persian": calendars.persian,
    "islamic": calendars.islamic,
    "ethiopic": calendars.ethiopic,
    "nepali": calendars.nepali,
}

#: Languages in which years in figures alone may be those of an era.
_OF_ERAS = ("ja", "zh")
#: Subtags of Chinese in traditional characters.
_REGIONS = frozenset({"hant", "tw", "hk", "mo"})
_KANA = regex("[\u3041-\u30ff]")
_THAI = regex("[\u0e00-\u0eff]")
_ARABIC = regex("[\u0600-\u06ff]")


class Year(NamedTuple):
    """A year as printed, with the calendar it belongs to."""

    number: int
    calendar: str = ""


def find_numeric(text: str, hints: Hints) -> Iterator[Found]:
    """The dates in figures in ``text``, which is plain (:func:`~articlex.dates.fold.plain`)."""
    if _FIGURES.search(text):
        yield from _in_figures(text, hints)
    if _DATE_WORD in text or hints.language[:2].lower() in _OF_ERAS:
        yield from _counted_by_era(text, hints)
    if "年" in text or "년" in text:
        yield from _cjk(text, hints)
        yield from _cjk_words(text, hints)
    if not text.isascii() or "thg" in text.lower():
        yield from _by_counted_month(text, hints)


def _in_figures(text: str, hints: Hints) -> Iterator[Found]:
    """Dates of three figures with separators: "2024-05-06", "6.5.24"."""
    for match in _YMD.finditer(text):
        dated = calendar_of(int(match[1]), text, hints.language)
        value = in_calendar(dated, int(match[3]), int(match[4]), hints.latest)
        if value:
            yield _found(match, value, dated.calendar or "iso")
    for match in _NUMERIC.finditer(text):
        if len(match["first"]) != 4:
            yield from _short(match, text, hints)


def calendar_of(year: int, text: str, language: str) -> Year:
    """``year`` in the calendar that it is likely of, by the script of ``text`` and its ``language``."""
    if year in BUDDHIST and (language[:2] in ("th", "lo", "km") or _THAI.search(text)):
        return Year(calendars.buddhist_year(year), "buddhist")
    if year in _PERSIAN and (language[:2] in ("fa", "ps", "ku") or _ARABIC.search(text)):
        return Year(year, "persian")
    if year in _ISLAMIC and (language[:2] in ("ar", "ur", "fa") or _ARABIC.search(text)):
        return Year(year, "islamic")
    if year in _NEPALI and language.partition("-")[0] in NEPALESE:
        return Year(year, "nepali")
    return Year(year)


def converts(calendar: str) -> bool:
    """Whether ``calendar``, which is the reason of a date, has other months than the Gregorian one."""
    return calendar in _CONVERTERS


def in_calendar(year: Year, month: int, day: int, latest: int) -> DateValue | None:
    """The Gregorian value of a day in the calendar of ``year``; None if there is no such day.

    If ``day`` is 0 it is a month, which only a calendar with Gregorian months can give.
    """
    convert = _CONVERTERS.get(year.calendar)
    if convert is None:
        return build(year.number, month, day, latest)
    converted = convert(year.number, month, day) if day else None
    if converted is None:
        return None
    return build(converted.year, converted.month, converted.day, latest)


def _short(match: re.Match[str], text: str, hints: Hints) -> Iterator[Found]:
    """The date in a match of :data:`_NUMERIC`: day and month in some order, then the year of four or two
    digits; or in some languages year, month and day of two digits each."""
    first, second, last = int(match["first"]), int(match["second"]), int(match["last"])
    separator = match["sign"].strip()
    is_short = len(match["last"]) == 2
    if is_short and separator in "–‐":
        return
    year = _short_year(last, text, hints.language) if is_short else calendar_of(last, text, hints.language)
    order = hints.order or hints.usual or lexicon().order(hints.language)
    if is_short and order == "ymd" and (first > 12 or _is_year_first(first, second, last, hints)):
        readings = [in_calendar(Year(whole_year(first)), second, last, hints.latest)]
    else:
        pairs = [(second, first), (first, second)]
        if _is_month_first(order, match["sign"], hints):
            pairs.reverse()
        readings = [in_calendar(year, month, day, hints.latest) for month, day in pairs if day]
    values = [value for value in readings if value]
    if values:
        sure = len(values) == 1 or values[0] == values[1] or bool(hints.order)
        yield _found(match, values[0], year.calendar or "numeric", sure)


def _is_year_first(first: int, second: int, last: int, hints: Hints) -> bool:
    """Whether three figures can be year, month and day, and the language knows no other order ("09-05-06
    21:14" in Korean). In Swedish and Hungarian the year may come first or last."""
    return hints.language[:2] in _YEAR_FIRST and 0 < second <= 12 and bool(first) and 0 < last <= 31


def _is_month_first(order: str, sign: str, hints: Hints) -> bool:
    """Whether the month comes first in the likelier ``order``, or ("" for none) by a slash as separator.

    "3. 5. 2024" is "the third of the fifth" in all languages that write so: those with the month first set no
    space behind the full stop.
    """
    is_ordinal = sign.startswith(".") and sign != "."
    if is_ordinal and not hints.order:
        return False
    return order == "mdy" or (not order and sign.strip() == "/")


def _short_year(year: int, text: str, language: str) -> Year:
    """A year of two digits; in Thai one of the Buddhist era from 2540 on: "6/5/64"."""
    if year >= _FIRST_SHORT and (language[:2] == "th" or _THAI.search(text)):
        return Year(calendars.buddhist_year(2500 + year), "buddhist")
    return Year(whole_year(year))


def whole_year(year: int) -> int:
    """The year from 1990 to 2089 with these last two digits."""
    return year + (1900 if year >= 90 else 2000)


def _counted_by_era(text: str, hints: Hints) -> Iterator[Found]:
    """Days in figures alone with a year of an era, on Japanese pages ("R6.5.6") and on those in traditional
    Chinese ("113/05/06")."""
    if hints.language[:2] == "ja":
        for match in re.finditer(_ERA_LETTER, text):
            year = calendars.era_year(match[1], int(match[2]))
            if year and (value := build(year, int(match[4]), int(match[5]), hints.latest)):
                yield _found(match, value, "era")
    is_known = bool(_REGIONS & _subtags(hints.language))
    if is_known or (_DATE_WORD in text and hints.language in ("", "zh")):
        for match in re.finditer(_MINGUO, text):
            if not is_known and not text[: match.start()].rstrip(" :：").endswith(_DATE_WORD):
                continue
            year = calendars.era_year("民國", int(match[1]))
            if year and (value := build(year, int(match[3]), int(match[4]), hints.latest)):
                yield _found(match, value, "era")


def _cjk(text: str, hints: Hints) -> Iterator[Found]:
    """Dates in figures with 年, 月, 日 or their Korean counterparts: "2024年5月6日", "令和6年5月6日"."""
    for match in re.finditer(_CJK, text):
        number = 1 if match["year"] == "元" else int(match["year"])
        era, reason = match["era"], "cjk"
        year: int | None = number
        if not era and match["word"] == "年" and number in _BARE_MINGUO:
            era = "民國" if _counts_from_1911(number, text, hints.language) else ""
        if era:
            year, reason = calendars.era_year(era, number), "era"
        elif match["word"] == "년" and match["day"] and len(match["year"]) == 2:
            year = whole_year(number)
        if year and (value := build(year, int(match["month"]), int(match["day"] or 0), hints.latest)):
            yield _found(match, value, reason)


def _cjk_words(text: str, hints: Hints) -> Iterator[Found]:
    """Dates in Chinese numerals: "二〇二四年五月六日", "民國一一三年五月六日"."""
    for match in re.finditer(_CJK_WORDS, text):
        year: int | None = _cjk_year(match["year"] or match["count"])
        if era := match["era"]:
            year = calendars.era_year(era, year or 0)
        month, day = _cjk_number(match["month"]), _cjk_number(match["day"])
        if year and (value := build(year, month, day, hints.latest)):
            yield _found(match, value, "era" if era else "cjk")


def _by_counted_month(text: str, hints: Hints) -> Iterator[Found]:
    """Dates whose month is a number beside the word for "month": "5 tháng 1, 2024"."""
    if not _COUNTED_MONTH.search(text.lower()):
        return
    for pattern, order in _COUNTED_MONTHS:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            year, month, day = (_number(match[place]) for place in order)
            if value := build(year, month, day, hints.latest):
                yield _found(match, value, "numeric")


def _subtags(language: str) -> set[str]:
    """The subtags of a tag of Chinese, lower-cased: {"hant", "tw"} of "zh-Hant-TW"."""
    if language[:2].lower() != "zh":
        return set()
    base, *rest = language.lower().replace("_", "-").split("-")
    return set(rest) if base == "zh" else set()


def _counts_from_1911(year: int, text: str, language: str) -> bool:
    """Whether a year of two or three digits is counted from the founding of the Republic of China.

    If the tag of the language does not say which script its Chinese has, the characters of ``text`` decide;
    a year of three digits is not one of the People's Republic.
    """
    if language in ("", "zh"):
        return bool(language and year >= 100) or (not _KANA.search(text) and is_traditional(text))
    return not _REGIONS.isdisjoint(_subtags(language))


def _cjk_year(word: str) -> int:
    """A year in Chinese numerals: digits ("二〇二四", "一一三"), a number ("十二") or the first ("元")."""
    if "十" in word or len(word) == 1:
        return 1 if word == "元" else _cjk_number(word)
    return int("".join(str(_CJK_DIGITS[c]) for c in word))


def _number(word: str) -> int:
    """A number in figures, or a month in Chinese numerals."""
    return int(word) if word.isdecimal() else _cjk_number(word)


def _cjk_number(word: str) -> int:
    """1 to 99 in Chinese numerals."""
    tens, ten, ones = word.rpartition("十")
    return (_CJK_DIGITS.get(tens, 1) * 10 if ten else 0) + _CJK_DIGITS.get(ones, 0)


def _found(match: re.Match[str], value: DateValue, reason: str, sure: bool = True) -> Found:
    return Found(value, match.start(), match.end(), match[0].strip(), reason, sure)
