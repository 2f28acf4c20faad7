"""The days of the event that a page announces, and until which an offer holds; on none of them the page was
published."""

from __future__ import annotations

from articlex.page import Page
from articlex.read.html.embedded.linked_data import read_linked_data

#: Properties of https://schema.org/Event, and the end of its type's name and of those of its kinds.
_BOUNDS, _EVENT = ("startDate", "endDate"), "event"
#: Those of https://schema.org/JobPosting, of offers and of what is written, whatever the type.
_ENDS = ("validThrough", "priceValidUntil", "expires")
_NAMES = tuple(f'"{name}"' for name in (*_BOUNDS, *_ENDS))


def event_days(page: Page) -> frozenset[str]:
    """The first and the last day of each event that JSON-LD or microdata say the page is about, and the last
    one of what it offers."""
    scripts = [script for script in page.markup.json_ld if any(name in script for name in _NAMES)]
    stated = [
        thing.data.get(bound)
        for thing in read_linked_data(scripts).things
        if not thing.elsewhere
        for bound in (_BOUNDS + _ENDS if any(name.endswith(_EVENT) for name in thing.types) else _ENDS)
    ]
    for note in page.markup.annotations:
        is_bound = note.value in _BOUNDS and note.scope.lower().endswith(_EVENT)
        if note.name == "itemprop" and (is_bound or note.value in _ENDS):
            stated.append(note.content or note.text)
    return frozenset(value[:10] for value in stated if isinstance(value, str))
