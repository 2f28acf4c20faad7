"""Leads of other stories above the headline of raw page text.

They read like paragraphs of a short article. If the first line is the <title> and a line below says the same,
that line is the headline, and what stands above it is not of the article. Of 2,745 pages of six corpora, as
raw page text, 14 keep such lines; without them 12 are better, by 2.2 of F1 in sum, and two are worse, by
0.02.
"""

from __future__ import annotations

from articlex.facts import best_fact, is_believed
from articlex.options import Options
from articlex.page import Field, Form, Mark, Page, Role
from articlex.stages.contract import Output, Stage
from articlex.titles.text.document_title import says, stated_titles
from articlex.tokens import fold

_BODY = Role.BODY  # see articlex.page

REASONS = {
    "above-headline": "The block stands above the headline that the first line of the page states.",
}

#: Bytes that have to be kept below the headline: a list may have all of its content above a line that reads
#: like its title.
_LEAST = 150


def run(page: Page, options: Options) -> Output:
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
    kept = [block for block in page.blocks[headline + 1 :] if page.role(block.index) is _BODY]
    if not headline or sum(len(block.text.encode()) for block in kept) < _LEAST:
        return
    for block in page.blocks[head.index + 1 : headline]:
        if page.role(block.index) is _BODY:
            yield Mark(block.index, Role.BOILERPLATE, "above-headline", 0.8)


STAGE = Stage(
    name="above_headline",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.BOILERPLATE}),
    overrides=frozenset({Role.BODY}),
    forms=frozenset({Form.TEXT}),
)
