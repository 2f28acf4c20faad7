"""Facts from JSON-LD: the object that is this page, its author, section, keywords, publisher."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.page import Fact, Field
from articlex.read.metadata.evidence import Evidence, Source

REASONS = {
    "json-ld-headline": "The JSON-LD object of this page states the headline.",
}


def state(evidence: Evidence) -> Iterator[Fact]:
    """The facts of the page's own JSON-LD objects."""
    headline = evidence.linked.article.get("headline")
    if isinstance(headline, str) and headline.strip():
        yield Fact(Field.TITLE, headline.strip(), "json-ld", headline, "json-ld-headline", 0.8)


SOURCE = Source("json-ld", state, REASONS)
