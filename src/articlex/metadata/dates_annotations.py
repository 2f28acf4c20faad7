"""Dates that properties of microdata and RDFa state."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.metadata.evidence import Evidence, Source
from articlex.metadata.values import property_names
from articlex.page import Fact, Field

REASONS = {
    "itemprop-published": "A microdata or RDFa property states when the article was published.",
    "itemprop-created": "A microdata or RDFa property states when the article was created or uploaded.",
    "itemprop-asked": "A microdata property states when the question of the page was asked.",
    "itemprop-modified": "A microdata or RDFa property states when the article was modified.",
}

#: Property names without vocabulary prefix, lower-cased.
_PROPERTIES = {
    "datepublished": (Field.DATE_PUBLISHED, "itemprop-published", 0.92),
    "dateposted": (Field.DATE_PUBLISHED, "itemprop-published", 0.92),
    "published": (Field.DATE_PUBLISHED, "itemprop-published", 0.92),
    "issued": (Field.DATE_PUBLISHED, "itemprop-published", 0.92),
    "date": (Field.DATE_PUBLISHED, "itemprop-published", 0.85),
    "created": (Field.DATE_PUBLISHED, "itemprop-created", 0.85),
    "datecreated": (Field.DATE_PUBLISHED, "itemprop-created", 0.8),
    "uploaddate": (Field.DATE_PUBLISHED, "itemprop-created", 0.4),
    "datemodified": (Field.DATE_MODIFIED, "itemprop-modified", 0.92),
    "dateupdate": (Field.DATE_MODIFIED, "itemprop-modified", 0.92),
    "modified": (Field.DATE_MODIFIED, "itemprop-modified", 0.92),
}

#: How the types end whose dates are not those of the page.
_OTHER_TYPES = tuple("comment review usercomments event answer videoobject imageobject product".split())


def state(evidence: Evidence) -> Iterator[Fact]:
    """The first date of publication and the first of change: later ones belong to other things on the
    page."""
    seen: set[Field] = set()
    scopes = {note.scope.lower() for note in evidence.markup.annotations if note.name == "itemprop"}
    is_answered = any(scope.endswith("/answer") for scope in scopes)
    for note in evidence.own_notes("itemprop", "property"):
        if note.scope.lower().endswith(_OTHER_TYPES):
            continue
        for field, reason, score in filter(None, map(_PROPERTIES.get, property_names(note.value))):
            if field in seen:
                continue
            claim = evidence.claims("microdata" if note.name == "itemprop" else "rdfa", reason)
            for fact in claim.date(field, note.content or note.text, score, note.block):
                seen.add(field)
                yield fact
                is_asked = is_answered and note.scope.lower().endswith("/question")
                if field is Field.DATE_PUBLISHED and is_asked:
                    yield fact._replace(source="microdata", reason="itemprop-asked", score=0.95)


SOURCE = Source("dates-annotations", state, REASONS)
