"""What a page that is not free offers in place of the text, or below its first paragraphs: subscriptions and
their prices (HTML)."""

from __future__ import annotations

from articlex.facts import best_value
from articlex.page import Field, Node, Page
from articlex.prices import PRICE
from articlex.signs import signs_of
from articlex.signs.places import WHOLE

#: Words in names of elements with offers. One by itself tells nothing: sites also call the text that is to be
#: paid for "paywall".
_OFFERING = frozenset(
    "paywall barrier gate wall offer offers plans subscribe subscription subscriptions".split()
)
#: Blocks and characters of the largest such element: an article has more than the latter, and its first
#: paragraphs stand outside. Of the 40 annotated pages that state that they are not free, none has such an
#: element with a block that would be kept.
_MOST_BLOCKS, _MAX_CHARS = 40, 1_200


def offers(page: Page) -> set[int]:
    """The blocks of the elements with offers, if the page states that it is not free."""
    if best_value(page, Field.ACCESS) != "paywalled":
        return set()
    named = map(page.nodes.__getitem__, signs_of(page).elements.called(_OFFERING))
    return {index for node in named if _offers(page, node) for index in range(node.first, node.last)}


def _offers(page: Page, node: Node) -> bool:
    """Whether a small element holds a price, and not the headline."""
    blocks = page.blocks[node.first : node.last]
    if node.tag in WHOLE or len(blocks) > _MOST_BLOCKS or any(block.level == 1 for block in blocks):
        return False
    is_small = sum(len(block.text) for block in blocks) <= _MAX_CHARS
    return is_small and any(PRICE.search(block.text) for block in blocks)
