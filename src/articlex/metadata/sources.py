"""All sources of metadata, in the order in which they are read.

A new source is a module with a :class:`~articlex.metadata.evidence.Source` and its name in the order below.
Titles and authors have scores below 0.5: the stages ``headline`` and ``byline`` weigh them against each other
and against what is printed, and state their choice with a score above 0.5."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib import import_module

from articlex.metadata.evidence import Source, gather
from articlex.page import Fact, Page

#: The sources by their modules. They are read in this order; of facts with equal scores the first one wins.
_NAMES = (
    "json_ld dates_json_ld dates_meta dates_annotations dates_url",
    "opengraph twitter parsely sailthru mail_head dublin_core html_meta",
    "microdata rdfa rel_links author_classes script_state",
    "links breadcrumbs title_element language",
)
SOURCES: tuple[Source, ...] = tuple(
    import_module(f"articlex.metadata.{name}").SOURCE for name in " ".join(_NAMES).split()
)


def state_facts(page: Page, reference: date | None = None) -> Iterator[Fact]:
    """The facts that the markup of a page states.

    ``reference`` is the day on which the page was read, None if unknown.
    """
    evidence = gather(page, reference)
    for source in SOURCES:
        yield from source.state(evidence)
