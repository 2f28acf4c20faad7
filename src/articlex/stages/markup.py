"""What the markup states: the metadata of an HTML page, from every source that it has."""

from __future__ import annotations

from articlex.options import Options
from articlex.page import Form, Page
from articlex.read.metadata import SOURCES, state_facts
from articlex.stages.contract import Output, Stage

REASONS = {slug: sentence for source in SOURCES for slug, sentence in source.reasons.items()}


def run(page: Page, options: Options) -> Output:
    """State the facts of :mod:`articlex.read.metadata`; marks no block."""
    yield from state_facts(page.markup, page.blocks, page.url, options.reference_date)


STAGE = Stage(name="markup", run=run, reasons=REASONS, forms=frozenset({Form.HTML}))
