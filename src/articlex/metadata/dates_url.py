"""The day in the page's address."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.dates.in_addresses import day_in_address
from articlex.metadata.evidence import Evidence, Source, canonical_address
from articlex.page import Fact, Field

REASONS = {"url-day": "The path of the page's address contains the day."}


def state(evidence: Evidence) -> Iterator[Fact]:
    """The day in the first address that has one: the caller's, the canonical one, that of OpenGraph."""
    for address in (evidence.url, canonical_address(evidence.markup), evidence.meta("og:url")):
        if address and (day := day_in_address(address)):
            for fact in evidence.claims("url", "url-day").date(Field.DATE_PUBLISHED, day.iso(), 0.85):
                yield fact._replace(raw=address)
            return


SOURCE = Source("dates-url", state, REASONS)
