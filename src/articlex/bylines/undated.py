"""A line of names without its dates, weekdays and ages: "Ann Example, Monday 3 May 2021"."""

from __future__ import annotations

from articlex.bylines.given import begins_as_name, has_given_name
from articlex.bylines.label_tests import may_be_labelled
from articlex.bylines.leads import is_east_asian
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.dates import Found, find_dates
from articlex.dates.glued import unglued
from articlex.dates.hebrew import HUNDREDS
from articlex.dates.hours import spans_hours
from articlex.dates.labels import is_date_label
from articlex.dates.lexicon import is_weekday
from articlex.dates.relative import relative_start
from articlex.punctuation import COLONS, COMMAS, SENTENCE_ENDS
from articlex.regex import DIGIT, regex

#: Characters of the longest line with an age: "ann_e 2 years ago".
_MAX_AGED = 60
#: Letters of the shortest weekday.
_LEAST_WEEKDAY = 3
#: A year in figures, without which a line has no date that needs to be cut off. All alternatives begin with
#: one of a few characters: so a search takes a quarter of the time.
_YEAR = regex(
    rf"[\d./'’{HUNDREDS[0]}-](?:(?<=\d)(?:\d\d\d|[年년])|(?<=[./-])\d\d(?!\d)|(?<=['’])\d\d"
    rf"|(?<={HUNDREDS[0]}){HUNDREDS[1:]})"
)
#: A word and a version, which looks like a day without a zero in front: "Django 1.6.11".
_VERSION = regex(r"\s*[^\W\d]\w*\s\d\.[1-9]\d?\.\d\d\Z")
#: Lower-case words behind a date in a sentence: in one that ends with a stop, and in a row in any other.
_LEAST_SMALL, _MANY_SMALL = 2, 4
_PAUSES = "".join(SENTENCE_ENDS | COMMAS)
#: Brackets without a figure right behind a clock time: the time zone, or a town for it.
_ZONE = regex(r"\s?[(（][^()（）\d]{2,30}[)）]")
#: Of which town a clock time is, right behind it (CLDR, regionFormat): "10:22 بتوقيت غرينتش".
_TIME_OF = regex(r"\s?(?:بتوقيت|به وقت)\s[^\W\d_]+")
#: The half of the day right behind a clock time, and the time zone: "11:39 PM MYT".
_HALF = regex(r"\s?[AaPp]\.?[Mm](?:\.?\s[A-Z]{2,4})?(?!\w)\.?")
#: "On" before a date in Chinese, behind a name and a space: "Ann Example 于 2024-05-06".
_AT = regex(r"\s[于於]\s*\Z")
#: Brackets around a date and nothing else.
_AROUND = frozenset(("[]", "()"))
#: A year of a life, and the least years from it to a day that is then not the day of publication.
_YEAR_OF_LIFE, _LEAST_LIFE = regex(r"(?<!\d)1[5-9]\d\d(?!\d)"), 15


def without_times(text: str) -> tuple[str, bool]:
    """``text`` with a bar in place of each date, or before an age; and whether there was any.

    >>> without_times("Ann Example, Monday 3 May 2021"), without_times("ann_e 2 years ago")
    (('Ann Example', True), ('ann_e  | 2 years ago', True))
    """
    if not DIGIT.search(text) and HUNDREDS not in text:
        # Most lines end here, in a fifth of the time.
        return text, False
    rest, is_dated = _without_dates(" ".join(text.split())) if _YEAR.search(text) else (text, False)
    # "2年前" ("2 years ago") looks as if it had a year.
    return (rest, True) if is_dated else _without_age(rest)


def _without_dates(text: str) -> tuple[str, bool]:
    """``text`` with a bar in place of each date, and whether there was one."""
    is_dated, whole = False, text
    text = unglued(text)
    # The second day of one in two calendars is found when the first is gone: "24 رمضان 1442هـ - 6 مايو
    # 2021م".
    for _ in range(1 if text.isascii() else 2):
        found = find_dates(text)
        if found and not is_dated and any(test(text, found[0]) for test in (_is_version, _goes_on, _is_life)):
            return whole, False
        if found and spans_hours(text, found[0]):
            # Behind the hours of an event stands its venue.
            return text[: found[0].start].strip(" ,-–—|"), False
        is_dated = is_dated or bool(found)
        for date in reversed(found):
            before, behind = text[: date.start], text[date.end :]
            if before[-1:] + behind[:1] in _AROUND:
                before, behind = before[:-1], behind[1:]
            before = _without_colon(_AT.sub("", _without_weekday(before)))
            text = f"{before} | {_without_zone(behind, date)}"
    return _from_label(text).strip(" |,-–—•·"), is_dated


def _without_colon(before: str) -> str:
    """What stands before a date without a colon that is set off, which parts a name from the date: "投稿者
    山田 太郎 : 2024年". A label for the day keeps its colon."""
    name, space, colon = before.rstrip().rpartition(" ")
    is_parted = space and colon in COLONS and is_east_asian(name[-1:])
    return name if is_parted and not is_date_label(name.rpartition(" ")[2]) else before


def _from_label(text: str) -> str:
    """A line from the byline word right behind its only date on, if a weekday or a label is all that stands
    before that: "Domenica 19 aprile 2020 di Anna Esempio". ("Domenica" is also a given name.)"""
    before, bar, behind = text.partition(" | ")
    before, behind = before.strip(" ,:"), behind.strip()
    if not bar or not before or not behind[:1].islower() or not may_be_labelled(behind):
        return text
    if byline_words().inside.at(fold_in_place(behind)):
        # These are found anywhere in a line: "Posted on 3 May 2024 by Ann Example".
        return text
    return behind if all(map(is_weekday, before.split())) or is_date_label(before) else text


def _without_zone(behind: str, date: Found) -> str:
    """What stands behind a date, without the time zone: "12:30 (توقيت مكة)", "10:22 (по Москве)", "10:22
    بتوقيت غرينتش"."""
    if date.value.seconds is None:
        return behind
    if half := _HALF.match(behind) or _TIME_OF.match(behind):
        return behind[half.end() :]
    zone = _ZONE.match(behind)
    is_zone = zone is not None and not has_given_name(zone[0].strip(" ()（）"))
    return behind[zone.end() :] if zone and is_zone else behind


def _is_version(text: str, date: Found) -> bool:
    """Whether what looks like a date is the version of the one word before it: "Django 1.6.11"."""
    return date.value.seconds is None and _VERSION.match(text[: date.end]) is not None


def _is_life(text: str, date: Found) -> bool:
    """Whether a date is one of somebody's life, behind a much earlier year: "born 3 September 1930, died 29
    January 2022". What happened then is long ago, and a line with it is no byline."""
    years = map(int, _YEAR_OF_LIFE.findall(text[: date.start]))
    return any(date.value.year - year >= _LEAST_LIFE for year in years)


def _goes_on(text: str, date: Found) -> bool:
    """Whether a date is inside a sentence: "Ann Example came on 12.05.2024 by bus."."""
    rest = text[date.end :]
    if date.value.seconds is not None:
        # "um 10:12 Uhr geändert."
        first, _, behind = rest.strip().partition(" ")
        rest = behind if first.casefold() in byline_words().noise else rest
    small = _small(rest)
    if not small or not small[0]:
        return False
    # "Diese Seite wurde zuletzt am 12.05.2024 geändert."
    least = 1 if sum(_small(text[: date.start])) > _LEAST_SMALL else _LEAST_SMALL
    is_ended = rest.rstrip()[-1:] in SENTENCE_ENDS and sum(small) >= least
    return is_ended or (len(small) >= _MANY_SMALL and all(small[:_MANY_SMALL]))


def _small(text: str) -> list[bool]:
    """For each word, whether it is in small letters."""
    words = [word.strip(_PAUSES) for word in text.split()]
    return [word.isalpha() and word.islower() for word in words]


def _without_weekday(text: str) -> str:
    """``text`` without the weekday at its end: "Ann Example Monday,".

    "Ann" and "Lou" are also short for weekdays; known given names are kept.
    """
    text = text.rstrip(" ,،、，")
    before, comma, last = text.rpartition(",")
    if comma and " " not in last and len(last) >= _LEAST_WEEKDAY and is_weekday(last.strip(".")):
        # "Ann Example,Mon"
        return before
    words = text.split(" ")
    for size in (2, 1):
        # "Thứ Hai": the list of weekdays has each of its words.
        last = " ".join(words[-size:]).strip(".,")
        if len(words) < size or len(last) < _LEAST_WEEKDAY or (size > 1 and last.isascii()):
            continue
        if all(map(is_weekday, last.split(" "))):
            is_name = size == 1 and last[0].isupper() and begins_as_name(last)
            return text if is_name else " ".join(words[:-size])
    return text


def _without_age(text: str) -> tuple[str, bool]:
    """``text`` with a bar before an age ("2 years ago"), and whether there is one."""
    start = relative_start(text) if len(text) <= _MAX_AGED and DIGIT.search(text) else -1
    return (f"{text[:start]} | {text[start:]}", True) if start > 0 else (text, False)
