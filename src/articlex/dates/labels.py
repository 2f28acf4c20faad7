"""What stands before or after a date: "Published:", "Updated on", "更新". From ``data/date_labels.json``."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import NamedTuple

from articlex.data import read_data
from articlex.dates.fold import fold
from articlex.regex import regex

#: Characters of the text around a date in which a label is looked for; no label is longer.
_REACH = 40
_NOT_WORD = regex(r"[^\w\s\u0300-\u036f\u0780-\u109f'-]")


class Labels(NamedTuple):
    """Folded labels, words set apart by one space."""

    published: frozenset[str]
    updated: frozenset[str]


@lru_cache(maxsize=1)
def date_labels() -> Labels:
    """The labels in every language."""
    record = json.loads(read_data("date_labels.json"))
    return Labels(frozenset(record["published"]), frozenset(record["updated"]))


def clean(text: str) -> str:
    """``text`` as labels are written: folded, punctuation out, single spaces."""
    return " ".join(_NOT_WORD.sub(" ", fold(text)).split())


def is_date_label(text: str) -> bool:
    """Whether ``text`` is nothing but such a label."""
    return len(text) <= _REACH and bool(_meaning(clean(text)))


def label_before(text: str) -> str:
    """ "published" or "updated" if ``text`` ends with such a label, else ""."""
    words = clean(text[-_REACH:])
    for start in range(len(words)):
        if start == 0 or words[start - 1] == " " or not words[start].isascii():
            meaning = _meaning(words[start:])
            if meaning:
                return meaning
    return ""


def label_after(text: str) -> str:
    """ "published" or "updated" if ``text`` starts with such a label, else ""."""
    words = clean(text[:_REACH])
    for end in range(len(words), 0, -1):
        if end == len(words) or words[end] == " ":
            meaning = _meaning(words[:end])
            if meaning:
                return meaning
    return ""


def _meaning(words: str) -> str:
    labels = date_labels()
    return "published" if words in labels.published else "updated" if words in labels.updated else ""
