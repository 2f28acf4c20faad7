"""What elements say about the dates that they print: which one is of a change, and where one date ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from articlex.dates.parse import parse_date
from articlex.dates.value import Hints
from articlex.page import Page

MODIFIED_WORDS = frozenset("modified updated update datemodified lastupdated".split())
PUBLISHED_WORDS = frozenset("published publish pubdate posted entry datepublished".split())

#: Characters of the longest element that prints a date.
_MOST = 40


def time_texts(page: Page) -> Mapping[int, list[str]]:
    """The texts of the <time> elements of each block that has several."""
    found: dict[int, list[str]] = {}
    for note in page.markup.annotations:
        if note.name == "time" and 0 < len(note.text) <= _MOST:
            found.setdefault(note.block, []).append(note.text)
    return {block: texts for block, texts in found.items() if len(texts) > 1}


def set_apart(text: str, dates: Sequence[str]) -> str:
    """``text`` with a space behind each of ``dates`` that touches a letter or figure.

    >>> set_apart("6. Mai 20247. Juni 2024", ["6. Mai 2024", "7. Juni 2024"])
    '6. Mai 2024 7. Juni 2024'
    """
    at = 0
    for date in dates:
        start = text.find(date, at)
        if start < 0:
            continue
        at = start + len(date)
        if text[at : at + 1].isalnum():
            text = f"{text[:at]} {text[at:]}"
    return text


def changed_days(page: Page, hints: Hints) -> Mapping[int, set[str]]:
    """By block, the days of a change according to a class, if another class says which day is not.

    WordPress prints both side by side and hides the second: ``<time class="published">``, ``"updated"``.
    """
    changed: dict[int, set[str]] = {}
    published: dict[int, set[str]] = {}
    for note in page.markup.annotations:
        if note.name != "class" or not note.content:
            continue
        words = set(note.value.lower().split())
        found = published if words & PUBLISHED_WORDS else changed if words & MODIFIED_WORDS else None
        if found is not None and (date := parse_date(note.content, hints)):
            found.setdefault(note.block, set()).add(date.value.day_iso())
    return {block: days - published[block] for block, days in changed.items() if block in published}
