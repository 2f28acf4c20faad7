"""Metadata that the markup states: one module per source, each yielding competing facts.

A source is added by one module with a :class:`~articlex.read.metadata.evidence.Source` and one line in
:data:`SOURCES`. A score is the share of pages on which the source was right where it spoke, measured on
pages with known metadata, so that scores of different sources can be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from articlex.page import Block, Fact, Markup
from articlex.read.metadata import dates_annotations, dates_json_ld, dates_meta, dates_url, json_ld
from articlex.read.metadata.evidence import Source, gather

#: Read in this order; of facts with equal scores the first one wins.
SOURCES: tuple[Source, ...] = (
    json_ld.SOURCE,
    dates_json_ld.SOURCE,
    dates_meta.SOURCE,
    dates_annotations.SOURCE,
    dates_url.SOURCE,
)


def state_facts(
    markup: Markup, blocks: Sequence[Block], url: str | None, reference: date | None = None
) -> Iterator[Fact]:
    """The facts that the markup of one page states.

    ``url`` is the address given by the caller, ``reference`` the day on which the page was read; each may
    be None.
    """
    evidence = gather(markup, blocks, url, reference)
    for source in SOURCES:
        yield from source.state(evidence)
