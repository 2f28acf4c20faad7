"""Links with a ``rel`` that says what they lead to: ``author``, ``tag`` and ``category tag``."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.metadata.evidence import Evidence, RawNames, Source
from articlex.metadata.values import each_value
from articlex.page import Fact, Field

REASONS = {
    "rel-author": "A link with rel=author prints the name.",
    "rel-tag": "Links with rel=tag print the tags.",
    "rel-category": "Links with rel=category print the sections.",
}

NAME = "rel"

#: The folder of the sections in WordPress, whose newer themes state rel=tag for those as well.
_OF_SECTION = "/category/"
#: Links that name authors, and characters of the raw value of tags, at most.
_MOST_AUTHORS, _MOST_SHOWN = 6, 500


def state(evidence: Evidence) -> Iterator[Fact]:
    """The facts of ``rel`` attributes of links in the page."""
    authors: list[RawNames] = []
    tags: list[str] = []
    categories: list[str] = []
    for note in evidence.own_notes("rel"):
        if note.text:
            if note.value == "author":
                authors.append(RawNames(note.text, note.block))
            elif note.value == "category" or (note.value == "tag" and _OF_SECTION in note.content):
                categories.append(note.text)
            elif note.value == "tag":
                tags.append(note.text)
    yield from evidence.claims(NAME, "rel-author").stated_authors(authors[:_MOST_AUTHORS], 0.42)
    if values := each_value(tags):
        yield Fact(Field.TAGS, values, NAME, ", ".join(tags)[:_MOST_SHOWN], "rel-tag", 0.65)
    if values := each_value(categories):
        yield Fact(Field.CATEGORIES, values, NAME, ", ".join(categories)[:_MOST_SHOWN], "rel-category", 0.65)


SOURCE = Source(NAME, state, REASONS)
