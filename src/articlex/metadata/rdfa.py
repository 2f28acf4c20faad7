"""RDFa: ``property`` on visible elements (https://www.w3.org/TR/rdfa-lite/)."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.metadata.evidence import Evidence, RawNames, Source
from articlex.metadata.values import property_names
from articlex.page import Fact, Field
from articlex.read.html.embedded.item_types import WRITERS

REASONS = {"rdfa": "An RDFa property states it."}

NAME = "rdfa"

_TITLES = frozenset(("headline", "title"))
#: Elements that name authors, at most.
_MOST_AUTHORS = 10


def state(evidence: Evidence) -> Iterator[Fact]:
    """The facts of RDFa properties, whatever prefix they have."""
    claim = evidence.claims(NAME, NAME)
    authors: list[RawNames] = []
    titled = False
    for note in evidence.own_notes("property"):
        for name in property_names(note.value):
            if name in WRITERS and note.text:
                authors.append(RawNames(note.text, note.block))
            elif name in _TITLES and note.text and not titled:
                titled = True
                yield from claim.stated_title(note.text, 0.35, note.block)
            elif name == "license":
                yield from claim.stated_address(Field.LICENSE, note.content, 0.7, note.block)
    yield from claim.stated_authors(authors[:_MOST_AUTHORS], 0.40)


SOURCE = Source(NAME, state, REASONS)
