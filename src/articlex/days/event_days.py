"""The first and last days of events and of offers: the page was not published on any of them."""

from __future__ import annotations

from articlex.facts import WHOLE_DAY
from articlex.page import Page
from articlex.read.html.embedded.linked_data import read_linked_data

#: Properties of https://schema.org/Event, and how the names of that type and of its kinds end.
_BOUNDS, _EVENT = ("startDate", "endDate"), "event"
#: Properties of https://schema.org/JobPosting, of offers and of writings, read whatever the type.
_ENDS = ("validThrough", "priceValidUntil", "expires")
_NAMES = tuple(f'"{name}"' for name in (*_BOUNDS, *_ENDS))


def event_days(page: Page) -> frozenset[str]:
    """The first ten characters ("2024-05-06") of what JSON-LD and microdata state as the first or last day of
    an event that the page is about, or as the last day of an offer."""
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
    return frozenset(value[:WHOLE_DAY] for value in stated if isinstance(value, str))
