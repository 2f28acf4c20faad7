"""Dates from JSON-LD: ``datePublished`` and the like of the object that is this page (https://schema.org/)."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.metadata.evidence import Evidence, Source
from articlex.page import Fact, Field
from articlex.read.html.embedded.linked_data import Json, opened

REASONS = {
    "json-ld-published": "The JSON-LD article states when it was published.",
    "json-ld-created": "The JSON-LD article states when it was created or uploaded.",
    "json-ld-modified": "The JSON-LD article states when it was modified.",
    "json-ld-asked": "The JSON-LD question of the page states when it was asked.",
    "json-ld-page-published": "The JSON-LD object of the page, not of an article, states a date.",
    "json-ld-page-modified": "The JSON-LD object of the page states when it was modified.",
}

_CAMBRIAN = "cambrian.jsonld"


def state(evidence: Evidence) -> Iterator[Fact]:
    """The dates of the article, of the question and of the page in JSON-LD."""
    if not evidence.linked.things:
        return
    article, page = evidence.linked.article, evidence.linked.page
    if not article:
        article = _submitted(evidence)
    # A job advertisement has "datePosted".
    published = _first(article, "datePublished", "datePosted")
    created = _first(article, "dateCreated", "uploadDate")
    asked = _first(evidence.linked.question, "datePublished", "dateCreated")
    # Content systems date every page, a shop's front page too; only an article makes that its date.
    page_score = 0.9 if article else 0.45
    around = _first(page, "datePublished", "dateCreated")
    for field, raw, reason, score in (
        (Field.DATE_PUBLISHED, published, "json-ld-published", 0.93),
        (Field.DATE_PUBLISHED, created, "json-ld-created", 0.8),
        (Field.DATE_MODIFIED, _first(article, "dateModified"), "json-ld-modified", 0.93),
        (Field.DATE_PUBLISHED, asked, "json-ld-asked", 0.95),
        (Field.DATE_PUBLISHED, around, "json-ld-page-published", page_score),
        (Field.DATE_MODIFIED, _first(page, "dateModified"), "json-ld-page-modified", page_score),
    ):
        yield from evidence.claims("json-ld", reason).date(field, raw, score)


def _submitted(evidence: Evidence) -> Json:
    """The dates that a page states for Baidu's search, in a vocabulary without types.

    ``{"@context": "https://ziyuan.baidu.com/contexts/cambrian.jsonld", "pubDate": ..., "upDate": ...}``
    """
    for thing in evidence.linked.things:
        if not thing.types and _CAMBRIAN in str(thing.data.get("@context")):
            return {"datePublished": thing.data.get("pubDate"), "dateModified": thing.data.get("upDate")}
    return {}


def _first(data: Json, *names: str) -> object:
    """The first value that is not empty of the properties ``names``, tried in this order; None if none has
    any."""
    values = (value for name in names for value in opened(data.get(name)))
    return next(filter(None, values), None)


SOURCE = Source("dates-json-ld", state, REASONS)
