"""All sources of metadata, in the order in which they are read.

A new source is a module with a :class:`~articlex.metadata.evidence.Source` and a line in :data:`SOURCES`.
Titles and authors have scores below 0.5: the stages ``headline`` and ``byline`` weigh them against each other
and against what is printed, and state their choice with a score above 0.5."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from articlex.metadata import (
    author_classes,
    breadcrumbs,
    dates_annotations,
    dates_json_ld,
    dates_meta,
    dates_url,
    dublin_core,
    html_meta,
    json_ld,
    language,
    links,
    mail_head,
    microdata,
    opengraph,
    parsely,
    rdfa,
    rel_links,
    sailthru,
    script_state,
    title_element,
    twitter,
)
from articlex.metadata.evidence import Source, gather
from articlex.page import Fact, Page

#: Read in this order; of facts with equal scores the first one wins.
SOURCES: tuple[Source, ...] = (
    json_ld.SOURCE,
    dates_json_ld.SOURCE,
    dates_meta.SOURCE,
    dates_annotations.SOURCE,
    dates_url.SOURCE,
    opengraph.SOURCE,
    twitter.SOURCE,
    parsely.SOURCE,
    sailthru.SOURCE,
    mail_head.SOURCE,
    dublin_core.SOURCE,
    html_meta.SOURCE,
    microdata.SOURCE,
    rdfa.SOURCE,
    rel_links.SOURCE,
    author_classes.SOURCE,
    script_state.SOURCE,
    links.SOURCE,
    breadcrumbs.SOURCE,
    title_element.SOURCE,
    language.SOURCE,
)


def state_facts(page: Page, reference: date | None = None) -> Iterator[Fact]:
    """The facts that the markup of a page states.

    ``reference`` is the day on which the page was read, None if unknown.
    """
    evidence = gather(page, reference)
    for source in SOURCES:
        yield from source.state(evidence)
