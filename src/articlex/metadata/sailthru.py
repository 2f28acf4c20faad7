"""Sailthru: ``sailthru.*`` tags, from which newsletters are made."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.metadata.evidence import Evidence, Source
from articlex.page import Fact, Field

REASONS = {"sailthru": "A Sailthru tag states it."}

NAME = "sailthru"


def state(evidence: Evidence) -> Iterator[Fact]:
    """The facts of the Sailthru tags."""
    claim = evidence.claims(NAME, NAME)
    yield from claim.title("sailthru.title", score=0.42)
    yield from claim.authors("sailthru.author", score=0.45)
    yield from claim.text(Field.DESCRIPTION, "sailthru.description", score=0.6)
    yield from claim.address(Field.IMAGE, "sailthru.image.full", "sailthru.image.thumb", score=0.6)
    yield from claim.list(Field.TAGS, "sailthru.tags", score=0.5)


SOURCE = Source(NAME, state, REASONS)
