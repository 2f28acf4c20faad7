"""Ranges of hours beside a day, "13 June, 10:00–11:30": an event takes place on it, so it is not the day of
publication."""

from __future__ import annotations

from articlex.dates.fold import LETTER, without_accents
from articlex.dates.lexicon import lexicon
from articlex.dates.value import Found
from articlex.regex import regex

#: Characters around a date in which the other hour is looked for.
_REACH = 24
_HOUR, _MINUTES = r"(?:[01]?\d|2[0-4])", r"\s?[:.hH時时點点시]\s?[0-5]\d(?!\d|[./-]\s?\d)"
#: The dash or wave between two hours, and before it "a.m." or a word for "hour". No word is taken for the
#: dash: it may say anything, "10:30 upd 12:00".
_UNIT = rf"(?:\s?(?:[ap]\.?\s?m\b\.?|[分분時时點点시]|{LETTER}{{1,4}}\.?(?!{LETTER})))?"
_DASH = "[-–—－―~〜～]"
_PARTS = rf"{_UNIT}\s?{_DASH}\s?"
_TO = regex(rf"{_PARTS}{_HOUR}(?:{_MINUTES}|\s?[ap]\.?\s?m\b|\s?[時时點点시h](?!{LETTER}))")
_FROM = regex(rf"(?<![\d:.,/-]){_HOUR}{_MINUTES}{_PARTS}\Z")
#: Two whole hours behind a date, which do not make a time of day, and what follows the second one.
_WHOLE = regex(
    rf"\s?[,،，、]?\s?{_HOUR}(?:\s?{LETTER}{{1,8}}\.?)?\s?{_DASH}\s?{_HOUR}\s?(?P<unit>{LETTER}\.?\s?{LETTER}{{0,9}})"
)
_SIGNS = frozenset("時时點点시")
#: A date that begins with its time.
_TIMED = regex(rf"{_HOUR}{_MINUTES}")


def spans_hours(text: str, found: Found) -> bool:
    """Whether the time of ``found``, a date in ``text``, is the first or the last of a range of hours.

    >>> from articlex.dates.parse import find_dates
    >>> texts = "13 June 2026, 10:00–11:30", "10:00 - 11:30, 13 June 2026", "13 June 2026, 10:00 - 3 min"
    >>> [spans_hours(text, find_dates(text)[0]) for text in texts]
    [True, True, False]
    """
    if found.value.seconds is None:
        whole = _WHOLE.match(text, found.end)
        return whole is not None and _is_unit(whole["unit"])
    if _TO.match(text, found.end):
        return True
    before = text[max(0, found.start - _REACH) : found.start]
    return _TIMED.match(text, found.start) is not None and _FROM.search(before) is not None


def _is_unit(text: str) -> bool:
    """Whether the word behind an hour is "a.m.", "p.m." or a sign for "hour"."""
    words, word = lexicon(), without_accents("".join(text.replace(".", "").split()))
    return word in words.am or word in words.pm or text[0] in _SIGNS
