"""What stands above the headline and is of no article: leads of other stories, the cells of a layout.

In raw page text the leads of other stories read as paragraphs of a short article. Where the first line is the
<title> and another line below says the same, that one is the headline, and what stands above it is not the
article's. On 2,745 pages of six corpora, raw page text, 14 keep such lines with text below the headline;
without them 12 are better, by 2.2 of F1 in sum, and two are worse, by 0.02.

An HTML page that is laid out by tables has its menu, its day and what else is on the site in cells of their
own; the article begins in the cell of its headline.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.facts import best_fact, is_believed
from articlex.options import Options
from articlex.page import Block, Field, Form, Mark, Page, Role
from articlex.stages.contract import Output, Stage
from articlex.titles.text.document_title import says, stated_titles
from articlex.tokens import fold

REASONS = {
    "above-headline": "The block stands above the headline that the first line of the page states.",
    "other-cell": "The block stands above the headline, in another cell of the layout.",
}

#: Bytes that are kept below the headline, at least: the content of a list may be above a line that is called
#: as the page is.
_LEAST = 150


def run(page: Page, options: Options) -> Output:
    """Mark what of the body stands above the headline."""
    yield from _other_cells(page) if page.form is Form.HTML else _above_stated(page)


def _other_cells(page: Page) -> Iterator[Mark]:
    """Mark what is kept of the cells before the one in which the headline stands."""
    headline = next((block for block in page.blocks if page.role(block.index) is Role.TITLE), None)
    cell = next((node for node in page.around(headline) if node.tag == "td"), None) if headline else None
    if headline is None or cell is None or _kept_bytes(page, page.blocks[headline.index + 1 :]) < _LEAST:
        return
    for block in page.blocks[: cell.first]:
        if page.role(block.index) is Role.BODY:
            yield Mark(block.index, Role.BOILERPLATE, "other-cell", 0.8)


def _above_stated(page: Page) -> Iterator[Mark]:
    """Mark the stories above the line that the first line of raw page text states as headline."""
    title = best_fact(page, Field.TITLE)
    head = next((block for block in page.blocks if block.text), None)
    if title is None or head is None or not is_believed(title):
        return
    text, key = str(title.value), fold(str(title.value))
    if key != fold(head.text) and key not in map(fold, stated_titles(head.text)):
        return
    below = page.blocks[head.index + 1 :]
    headline = next((block.index for block in below if says(block.text, text, key)), 0)
    if not headline or _kept_bytes(page, page.blocks[headline + 1 :]) < _LEAST:
        return
    for block in page.blocks[head.index + 1 : headline]:
        if page.role(block.index) is Role.BODY:
            yield Mark(block.index, Role.BOILERPLATE, "above-headline", 0.8)


def _kept_bytes(page: Page, blocks: tuple[Block, ...]) -> int:
    return sum(len(block.text.encode()) for block in blocks if page.role(block.index) is Role.BODY)


STAGE = Stage(
    name="above_headline",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.BOILERPLATE}),
    overrides=frozenset({Role.BODY}),
)
