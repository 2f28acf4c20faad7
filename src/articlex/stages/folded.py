"""Questions that fold and unfold their answers: an accordion without <details>.

Of other titles of what is folded two in five are gold on the corpora's pages, of questions nine in ten.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.page import Block, Kind, Node, Page
from articlex.signs import signs_of

#: Words of the class or role of what is folded, or of what is around that and its title.
_FOLDS = frozenset("accordion accordions collapse collapsible expandable expander faq faqs toggle".split())
#: Words of the class or role of the title.
_HEADS = frozenset("btn button head header heading question title trigger".split())
_KINDS = frozenset({Kind.PARAGRAPH, Kind.HEADING, Kind.LIST_ITEM})
#: Characters of the longest question, and what ends one.
_MOST, _ASKS = 200, ("?", "？", "؟")


def questions_of_folded(page: Page) -> dict[int, int]:
    """The blocks that are questions above folded answers, each with the first block of the answer."""
    if not signs_of(page).elements.are_called(_FOLDS):
        return {}
    return {
        block.index: below.index
        for block, below in zip(page.blocks, page.blocks[1:], strict=False)
        if block.text.endswith(_ASKS)
        and len(block.text) <= _MOST
        and block.kind in _KINDS
        and _folds(page, block, below)
    }


def _folds(page: Page, block: Block, below: Block) -> bool:
    """Whether a block has an element for itself that is called the title of what its sibling folds."""
    if any(run.href is not None and run.href[:1] != "#" for run in block.runs):
        return False
    alone = list(_alone(page, block))
    if not alone:
        return False
    around = page.nodes[alone[-1].parent]
    if not below.index < around.last or around.parent < 0:
        return False
    own = {*block.inline_words, *(word for node in alone for word in node.words)}
    if own.isdisjoint(_HEADS):
        return False
    named = {*own, *around.words}
    for node in page.around(below):
        if node is around:
            break
        named.update(node.words)
    return not named.isdisjoint(_FOLDS)


def _alone(page: Page, block: Block) -> Iterator[Node]:
    """The elements around a block that hold nothing else, the innermost first."""
    for node in page.around(block):
        if (node.first, node.last) != (block.index, block.index + 1) or node.parent < 0:
            return
        yield node
