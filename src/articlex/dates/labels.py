"""What stands before or after a date: "Published:", "Updated on", "更新". From ``data/date_labels.json``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from articlex.data import read_data
from articlex.dates.fold import fold
from articlex.dates.lexicon import lexicon
from articlex.memoize import memoized
from articlex.regex import regex

#: Characters of the text around a date in which a label is looked for; no label is longer.
_REACH = 40
#: Characters of the longest such text with whoever made the change, and what stands in none; from here on
#: scripts set labels without spaces.
_MOST_CHANGE, _NUMBER, _WIDE = 60, regex(r"\d"), "\u2e80"
#: Texts that are remembered as labels are written: each is asked for several kinds of labels.
_REMEMBERED = 256
#: What stands between a day and the label behind it in Japanese: "2024年5月6日に公開".
_PARTICLE = "に"
_FIGURE = regex(r"\d{1,2}\s?(?:/\s?\d|[月월日일])")
#: The full stops of Hindi and Burmese lie among their letters.
_NOT_WORD = regex(r"[^\w\s\u0300-\u036f\u0780-\u109f'-]|[\u0964\u104a\u104b]")


class Labels(NamedTuple):
    """Folded labels, words set apart by one space."""

    published: frozenset[str]
    updated: frozenset[str]
    #: Of the day on which somebody became a member (:mod:`articlex.dates.other_days`).
    joined: frozenset[str]
    #: Of a deadline, or of the first or last day of something.
    due: frozenset[str]
    #: What ends with one of these in a script without spaces, and is of another day: "截止日期", a deadline.
    other: frozenset[str]


@cache
def date_labels() -> Labels:
    """The labels in every language."""
    record = json.loads(read_data("date_labels.json"))
    return Labels(*(frozenset(record[kind]) for kind in Labels._fields))


@memoized(_REMEMBERED)
def clean(text: str) -> str:
    """``text`` as labels are written: folded, punctuation out, single spaces."""
    return " ".join(_NOT_WORD.sub(" ", fold(text)).split())


def is_date_label(text: str) -> bool:
    """Whether ``text`` is nothing but such a label, with the weekday of the date behind it perhaps."""
    words = clean(text) if len(text) <= _REACH else ""
    return bool(_meaning(words)) or any(map(_meaning, without_weekday(words)))


def label_before(text: str) -> str:
    """ "published" or "updated" if ``text`` ends with such a label, else "".

    The name of a day may stand between it and the date: "Updated: Monday, 6 May", "am Montag, den 6. Mai".
    """
    words = clean(text[-_REACH:])
    return _at_end(words) or next(filter(None, map(_at_end, without_weekday(words))), "")


def without_weekday(label: str) -> Iterator[str]:
    """``label`` without the weekday that ends it and the article behind that, cut before each word of it.

    What is both is a weekday: "Registriert: Di".
    """
    parts = label.split(" ")
    words = lexicon()
    if len(parts) > 1 and parts[-1] in words.fillers and parts[-1] not in words.weekdays:
        del parts[-1]
    while len(parts) > 1 and parts.pop() in words.weekdays:
        yield " ".join(parts)


def _at_end(words: str) -> str:
    other = date_labels().other
    for ending in endings(words):
        if ending in other:
            return ""
        if meaning := _meaning(ending):
            return meaning
    return ""


def endings(words: str) -> Iterator[str]:
    """What ``words`` may end with, the longest first: from each word on, in scripts without spaces from each
    character."""
    if words.isascii():
        start = 0 if words else -1
        while start >= 0:
            yield words[start:]
            start = words.find(" ", start) + 1 or -1
        return
    for start, char in enumerate(words):
        if start == 0 or words[start - 1] == " " or not char.isascii():
            yield words[start:]


def label_after(text: str) -> str:
    """ "published" or "updated" if ``text`` starts with such a label, else "".

    One before a day without a year is that day's: "2024/5/6 18:30 (最終更新 5/7 09:10)".
    """
    figure = _FIGURE.search(text, 0, _REACH)
    if figure and is_date_label(text[: figure.start()]):
        return ""
    words = clean(text[:_REACH]).removeprefix(_PARTICLE)
    end = len(words)
    while end > 0:
        if meaning := _meaning(words[:end]):
            return meaning
        end = words.rfind(" ", 0, end)
    return ""


def change_by(text: str) -> str:
    """ "updated" if a line up to its date says that somebody made a change: "Last edited by Ann Example, ".

    It begins with a label of several words: "Edited by Ann Example" is on who had another's text in hand. In
    scripts without spaces a label of as many characters counts.
    """
    words = clean(text) if len(text) <= _MOST_CHANGE else ""
    end = len(words) if not _NUMBER.search(words) else 0
    while (end := words.rfind(" ", 0, end)) > 0:
        label = words[:end]
        if (" " in label or label[0] >= _WIDE) and label in date_labels().updated:
            return "updated"
    return ""


def _meaning(words: str) -> str:
    labels = date_labels()
    return "published" if words in labels.published else "updated" if words in labels.updated else ""
