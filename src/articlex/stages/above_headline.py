"""What stands above the headline and is not of the article: leads of other stories, cells of the layout.

In raw page text leads of other stories read like paragraphs of a short article. If the first line is the
<title> and a line below says the same, that line is the headline, and what stands above it is not of the
article. Of 2,745 pages of six corpora, as raw page text, 14 keep such lines; without them 12 are better, by
2.2 of F1 in sum, and two are worse, by 0.02.

An HTML page that is laid out by tables has its menu, its day and other parts of the site in cells of their
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

#: Bytes that have to be kept below the headline: a list may have all of its content above a line that reads
#: like its title.
_LEAST = 150


def run(page: Page, options: Options) -> Output:
    """Mark the blocks of the body that stand above the headline."""
    yield from _other_cells(page) if page.form is Form.HTML else _above_stated(page)


def _other_cells(page: Page) -> Iterator[Mark]:
    """Mark kept blocks in the cells before that of the headline."""
    headline = next((block for block in page.blocks if page.role(block.index) is Role.TITLE), None)
    cell = next((node for node in page.around(headline) if node.tag == "td"), None) if headline else None
    if headline is None or cell is None or _kept_bytes(page, page.blocks[headline.index + 1 :]) < _LEAST:
        return
    for block in page.blocks[: cell.first]:
        if page.role(block.index) is Role.BODY:
            yield Mark(block.index, Role.BOILERPLATE, "other-cell", 0.8)


def _above_stated(page: Page) -> Iterator[Mark]:
    """Mark kept blocks between a first line that is the <title> and the headline."""
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
