"""A line of names without the dates, weekdays and ages that it prints: "Ann Example, Monday 3 May 2021"."""

from __future__ import annotations

from articlex.bylines.given import begins_as_name, givenness
from articlex.bylines.label_tests import may_be_labelled
from articlex.data.bylines import byline_words
from articlex.data.label_words import fold_in_place
from articlex.dates import Found, find_dates
from articlex.dates.glued import unglued
from articlex.dates.hebrew import HUNDREDS
from articlex.dates.hours import spans_hours
from articlex.dates.labels import is_date_label
from articlex.dates.lexicon import is_weekday
from articlex.dates.lifespans import is_of_life
from articlex.dates.relative import relative_start
from articlex.regex import regex

#: A line in which somebody posted some time ago is no longer.
_MAX_AGED = 60
#: Letters of the shortest weekday.
_LEAST_WEEKDAY = 3
#: What lacks a year in figures has no date that needs to be cut off.
#: All begin with one of a few characters: a search that steps from one to the next takes a quarter of the
#: time.
_YEAR = regex(
    rf"[\d./'’{HUNDREDS[0]}-](?:(?<=\d)(?:\d\d\d|[年년])|(?<=[./-])\d\d(?!\d)|(?<=['’])\d\d"
    rf"|(?<={HUNDREDS[0]}){HUNDREDS[1:]})"
)
_FIGURE = regex(r"\d")
#: One word and figures as versions have them, without a zero in front: "Django 1.6.11". With a time behind
#: them they are a day.
_VERSION = regex(r"\s*[^\W\d]\w*\s\d\.[1-9]\d?\.\d\d\Z")
#: Words in small letters behind a day with which a sentence goes on: in one that has an end, and in a row.
_LEAST_SMALL, _MANY_SMALL = 2, 4
_STOPS = (".", "!", "?")
#: What stands in brackets right behind a clock and has no figure: the zone, or the town whose it is.
_ZONE = regex(r"\s?[(（][^()（）\d]{2,30}[)）]")
#: The half of the day right behind a clock, and its zone in capitals: "11:39 PM MYT".
_HALF = regex(r"\s?[AaPp]\.?[Mm](?:\.?\s[A-Z]{2,4})?(?!\w)\.?")
#: "At" before a day in Chinese, a word of its own behind a name: "Ann Example 于 2024-05-06".
_AT = regex(r"\s[于於]\s*\Z")
#: Brackets around a date and nothing else.
_AROUND = frozenset(("[]", "()"))


def without_times(text: str) -> tuple[str, bool]:
    """``text`` with a bar in place of each date, or before a time that counts back; whether there is one."""
    if not _FIGURE.search(text) and HUNDREDS not in text:
        # Most lines end here, in a fifth of the time.
        return text, False
    rest, is_dated = _without_dates(" ".join(text.split())) if _YEAR.search(text) else (text, False)
    # "2年前" has a year like those of "2024年".
    return (rest, True) if is_dated else _without_age(rest)


def _without_dates(text: str) -> tuple[str, bool]:
    """``text`` with a bar in place of each date, and whether there was one."""
    is_dated, whole = False, text
    text = unglued(text)
    # Of a day in two calendars one is found when the other is gone: "24 رمضان 1442هـ - 6 مايو 2021م".
    for _ in range(1 if text.isascii() else 2):
        found = find_dates(text)
        if found and not is_dated and any(test(text, found[0]) for test in (_is_version, _goes_on, _is_life)):
            return whole, False
        if found and spans_hours(text, found[0]):
            # Behind the hours of an event stands its place.
            return text[: found[0].start].strip(" ,-–—|"), False
        is_dated = is_dated or bool(found)
        for date in reversed(found):
            before, behind = text[: date.start], text[date.end :]
            if before[-1:] + behind[:1] in _AROUND:
                before, behind = before[:-1], behind[1:]
            before = _AT.sub("", _without_weekday(before))
            text = f"{before} | {_without_zone(behind, date)}"
    return _from_label(text).strip(" |,-–—•·"), is_dated


def _from_label(text: str) -> str:
    """A line from the byline word right behind its one date on, where nothing but a weekday or the label of
    the date stands before: "Domenica 19 aprile 2020 di Anna Esempio". Weekdays are names of persons too."""
    before, bar, behind = text.partition(" | ")
    before, behind = before.strip(" ,:"), behind.strip()
    if not bar or not before or not behind[:1].islower() or not may_be_labelled(behind):
        return text
    if byline_words().inside.at(fold_in_place(behind)):
        # Such words are looked for anywhere in a line: "Posted on 3 May 2024 by Ann Example".
        return text
    return behind if all(map(is_weekday, before.split())) or is_date_label(before) else text


def _without_zone(behind: str, date: Found) -> str:
    """What stands behind a date without the zone of its clock: "12:30 (توقيت مكة)", "10:22 (по Москве)"."""
    if date.value.seconds is None:
        return behind
    if half := _HALF.match(behind):
        return behind[half.end() :]
    zone = _ZONE.match(behind)
    is_zone = zone is not None and givenness(zone[0].strip(" ()（）")) == "none"
    return behind[zone.end() :] if zone and is_zone else behind


def _is_version(text: str, date: Found) -> bool:
    """Whether figures behind the one word with which a line begins are the number of a version."""
    return date.value.seconds is None and _VERSION.match(text[: date.end]) is not None


def _is_life(text: str, date: Found) -> bool:
    """Whether a year before the web stands before a day: "born 3 September 1930, died 29 January 2022"."""
    return is_of_life(text[: date.start], date.value.year)


def _goes_on(text: str, date: Found) -> bool:
    """Whether a sentence goes on in small letters behind a date: "Ann Example came on 12.05.2024 by bus."."""
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
    is_ended = rest.rstrip().endswith(_STOPS) and sum(small) >= least
    return is_ended or (len(small) >= _MANY_SMALL and all(small[:_MANY_SMALL]))


def _small(text: str) -> list[bool]:
    """Which words are in small letters."""
    words = [word.strip(".,!?") for word in text.split()]
    return [word.isalpha() and word.islower() for word in words]


def _without_weekday(text: str) -> str:
    """``text`` without the weekday that ends it, as before a date: "Ann Example Monday,".

    "Ann" and "Lou" are weekdays too, in short, and are kept.
    """
    text = text.rstrip(" ,،、，")
    before, comma, last = text.rpartition(",")
    if comma and " " not in last and len(last) >= _LEAST_WEEKDAY and is_weekday(last.strip(".")):
        # "Ann Example,Mon"
        return before
    words = text.split(" ")
    for size in (2, 1):
        # "Thứ Hai": a list of names of days has each word of it.
        last = " ".join(words[-size:]).strip(".,")
        if len(words) < size or len(last) < _LEAST_WEEKDAY or (size > 1 and last.isascii()):
            continue
        if all(map(is_weekday, last.split(" "))):
            is_name = size == 1 and last[0].isupper() and begins_as_name(last)
            return text if is_name else " ".join(words[:-size])
    return text


def _without_age(text: str) -> tuple[str, bool]:
    """``text`` with a bar before a time that counts back ("ann_e 2 years ago"), and whether there is one."""
    start = relative_start(text) if len(text) <= _MAX_AGED and _FIGURE.search(text) else -1
    return (f"{text[:start]} | {text[start:]}", True) if start > 0 else (text, False)
