"""Front pages, which have no article: the address and type of a site, and teasers alone; marks no block."""

from __future__ import annotations

from articlex.facts import has_no_path, is_stated
from articlex.options import Options
from articlex.page import Block, Fact, Field, Form, Page
from articlex.signs import signs_of
from articlex.stages.contract import Output, Stage

REASONS = {"teasers-alone": "The address is the site's, and what the page says stands in linked headings."}

#: Most running text, in bytes of UTF-8, and fewest headings that are links.
_MAX_PROSE, _MIN_TEASERS = 120, 5
#: Link density from which on a heading is a link.
_LINKED = 0.8
#: The confidence of the verdict: of 1,497 pages one gets it, the list of a blog's posts.
_CONFIDENCE = 0.9


def run(page: Page, options: Options) -> Output:
    """State that the page has no article."""
    if is_stated(page, Field.VERDICT):
        return
    if signs_of(page).prose_before[-1] > _MAX_PROSE or not has_no_path(page):
        return
    if not any(fact.field is Field.PAGETYPE and fact.value == "website" for fact in page.facts):
        return
    if sum(_is_teaser(block) for block in page.blocks) >= _MIN_TEASERS:
        yield Fact(Field.VERDICT, "no_article", "markup", page.url or "", "teasers-alone", _CONFIDENCE)


def _is_teaser(block: Block) -> bool:
    return bool(block.level) and 0 < _LINKED * len(block.text) <= block.link_chars


STAGE = Stage(name="front_page", run=run, reasons=REASONS, forms=frozenset({Form.HTML}))
