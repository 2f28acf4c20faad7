"""What elements say about the dates that they print: which one is of a change."""

from __future__ import annotations

from collections.abc import Mapping

from articlex.dates.parse import parse_date
from articlex.dates.value import Hints
from articlex.page import Page

MODIFIED_WORDS = frozenset("modified updated update datemodified lastupdated".split())
PUBLISHED_WORDS = frozenset("published publish pubdate posted entry datepublished".split())


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
