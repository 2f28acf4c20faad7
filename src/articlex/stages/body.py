"""The body: the blocks that are the article, and what the page as a whole is."""

from __future__ import annotations

from articlex.options import Options
from articlex.page import Fact, Field, Mark, Page, Role
from articlex.stages.contract import Output, Stage

REASONS = {
    "long-text": "The block has running text and few links.",
    "body-found": "The page has blocks of running text.",
    "no-body": "The page has no block of running text.",
}


def run(page: Page, options: Options) -> Output:
    """Mark the body blocks, and state the verdict on the page."""
    found = False
    for block in page.blocks:
        found = found or page.role(block.index) is Role.BODY
        if page.role(block.index) is Role.UNKNOWN and len(block.text) > 80 and not block.link_chars:
            found = True
            yield Mark(block.index, Role.BODY, "long-text", 0.5)
    if found:
        yield Fact(Field.VERDICT, "ok", "body", "", "body-found", 0.5)
    elif page.blocks:
        yield Fact(Field.VERDICT, "no_article", "body", "", "no-body", 0.5)


STAGE = Stage(name="body", run=run, reasons=REASONS, sets=frozenset({Role.BODY}))
