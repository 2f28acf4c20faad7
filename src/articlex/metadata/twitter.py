"""Twitter cards: ``twitter:title``, ``twitter:image``, and a creator who is a name, not a handle."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.bylines.label_tests import is_label
from articlex.metadata.evidence import Evidence, Source
from articlex.page import Fact, Field

REASONS = {"twitter-card": "A Twitter card states it."}

NAME = "twitter"


def state(evidence: Evidence) -> Iterator[Fact]:
    """The facts of the ``twitter:`` properties, with the author behind a label such as "Written by"."""
    claim = evidence.claims(NAME, "twitter-card")
    yield from claim.title("twitter:title", score=0.38)
    if " " in evidence.meta("twitter:creator"):
        yield from claim.authors("twitter:creator", score=0.30)
    for label, value in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")):
        # The label is in the language of the page: "Written by", "Geschrieben von", "Автор".
        if is_label(evidence.meta(label)):
            yield from claim.authors(value, score=0.30)
    yield from claim.text(Field.DESCRIPTION, "twitter:description", score=0.6)
    yield from claim.address(Field.IMAGE, "twitter:image", "twitter:image:src", score=0.8)


SOURCE = Source(NAME, state, REASONS)
