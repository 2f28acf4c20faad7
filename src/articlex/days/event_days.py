"""The days of the event that a page announces: those are not when the page was published."""

from __future__ import annotations

from articlex.page import Page
from articlex.read.html.linked_data import read_linked_data

#: Properties of https://schema.org/Event, and the end of its type's name and of those of its kinds.
_BOUNDS, _EVENT = ("startDate", "endDate"), "event"


def event_days(page: Page) -> frozenset[str]:
    """The first and the last day of each event that JSON-LD or microdata say the page is about."""
    linked = read_linked_data([script for script in page.markup.json_ld if f'"{_BOUNDS[0]}"' in script])
    stated = [
        thing.data.get(bound)
        for thing in linked.things
        if not thing.elsewhere and any(name.endswith(_EVENT) for name in thing.types)
        for bound in _BOUNDS
    ]
    for note in page.markup.annotations:
        if note.name == "itemprop" and note.value in _BOUNDS and note.scope.lower().endswith(_EVENT):
            stated.append(note.content or note.text)
    return frozenset(value[:10] for value in stated if isinstance(value, str))
