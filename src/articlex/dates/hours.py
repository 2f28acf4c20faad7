"""Hours from one to another beside a day: on it something takes place, and nothing was published."""

from __future__ import annotations

from articlex.dates.fold import LETTER
from articlex.dates.labels import is_date_label
from articlex.dates.value import Found
from articlex.regex import regex

#: Characters around a date in which the other hour is looked for.
_REACH = 24
_HOUR, _MINUTES = r"(?:[01]?\d|2[0-4])", r"\s?[:.hH時时點点시]\s?[0-5]\d(?!\d|[./-]\s?\d)"
#: What parts two hours: a dash or a word, and before it half of the day or the word for an hour.
_UNIT = rf"(?:\s?(?:[ap]\.?\s?m\b\.?|[分분時时點点시]|{LETTER}{{1,4}}\.?(?!{LETTER})))?"
_PARTS = rf"{_UNIT}\s?(?:[-–—―~〜～]|(?P<word>{LETTER}{{1,4}})(?!{LETTER}))\s?"
_TO = regex(rf"{_PARTS}{_HOUR}(?:{_MINUTES}|\s?[ap]\.?\s?m\b|\s?[時时點点시h](?!{LETTER}))")
_FROM = regex(rf"(?<![\d:.,/-]){_HOUR}{_MINUTES}{_PARTS}\Z")
#: A date that begins with its time.
_TIMED = regex(rf"{_HOUR}{_MINUTES}")


def spans_hours(text: str, found: Found) -> bool:
    """Whether the time of a date in ``text`` is the first or the last of two hours.

    >>> from articlex.dates.parse import find_dates
    >>> texts = "13 June 2026, 10:00–11:30", "10:00 to 11:30, 13 June 2026", "13 June 2026, 10:00 - 3 min"
    >>> [spans_hours(text, find_dates(text)[0]) for text in texts]
    [True, True, False]
    """
    if found.value.seconds is None:
        return False
    other = _TO.match(text[found.end : found.end + _REACH])
    if other is None and _TIMED.match(text, found.start):
        other = _FROM.search(text[max(0, found.start - _REACH) : found.start])
    return other is not None and not is_date_label(other["word"] or "")
