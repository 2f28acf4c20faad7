"""Dublin Core (``DC.title``, ``dcterms.creator``) and the tags of scholarly pages (``citation_title``)."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.page import Fact, Field
from articlex.read.metadata.evidence import Evidence, Source

REASONS = {"dublin-core": "A Dublin Core or citation element states it."}

NAME = "dublin-core"


def _names(element: str) -> tuple[str, ...]:
    return (f"dc.{element}", f"dc:{element}", f"dcterms.{element}", f"dcterms:{element}")


def state(evidence: Evidence) -> Iterator[Fact]:
    """The facts of the Dublin Core elements."""
    claim = evidence.claims(NAME, "dublin-core")
    yield from claim.title("citation_title", 0.42)
    yield from claim.title("dc.title", 0.35, *_names("title"))
    yield from claim.authors("citation_author", "citation_authors", score=0.40)
    yield from claim.authors(*_names("creator"), "dc.creator.name", *_names("contributor"), score=0.35)
    yield from claim.text(Field.SITENAME, "citation_journal_title", *_names("publisher"), score=0.5)
    yield from claim.text(Field.DESCRIPTION, *_names("description"), *_names("abstract"), score=0.6)
    yield from claim.language("dc.language", 0.5, "dcterms.language", "citation_language")
    yield from claim.list(Field.TAGS, *_names("subject"), "citation_keywords", score=0.6, one=True)
    yield from claim.address(Field.LICENSE, *_names("license"), *_names("rights"), score=0.7)
    yield from claim.address(Field.URL, "citation_fulltext_html_url", score=0.3)


SOURCE = Source(NAME, state, REASONS)
