"""Pull quotes: words of the text that a page prints again, large, to draw the eye."""

from __future__ import annotations

from functools import cache
from itertools import islice

from articlex.page import Block, Kind, Node, Page
from articlex.signs import signs_of
from articlex.tokens import fold

#: Class words of the element around a pull quote; the second set does not count for a <blockquote>.
PULLED = frozenset({"pullquote", "pullquotes", "pull"})
_QUOTE = frozenset({"quote", "quotebox"})
_CALLED, _ASIDE = PULLED | _QUOTE, frozenset({"aside"})
#: So many elements around a block are checked, and the one of a pull quote holds so many blocks, at most.
_MOST_AROUND, _MOST_BLOCKS = 4, 2
#: Letters and digits of the shortest pull quote; its words are sought in so many kept blocks on each side.
_LEAST, _NEAR = 12, 15


def pull_quotes(page: Page, chosen: set[int]) -> set[int]:
    """The ``chosen`` paragraphs set apart whose words all stand, in order, in a longer chosen one near by."""
    inside = _inside_small(page)
    if inside.isdisjoint(chosen):
        return set()
    order = sorted(chosen)
    # Each paragraph may stand near many quotes.
    words_of = cache(lambda place: fold(page.blocks[place].text))
    found = set()
    for place, index in enumerate(order):
        block = page.blocks[index]
        if index not in inside or block.kind is not Kind.PARAGRAPH or not _is_set_apart(page, block):
            continue
        words = words_of(index)
        if len(words.replace(" ", "")) < _LEAST:
            continue
        near = (page.blocks[other] for other in order[max(0, place - _NEAR) : place + _NEAR + 1])
        longer = (p.index for p in near if p.kind is Kind.PARAGRAPH and len(p.text) > len(block.text))
        if any(f" {words} " in f" {words_of(paragraph)} " for paragraph in longer):
            found.add(index)
    return found


def _inside_small(page: Page) -> set[int]:
    """The blocks in small elements that may hold pull quotes. Most pages have none, which shows in half of
    the time that checking each kept block would take."""
    elements = signs_of(page).elements
    called = [page.nodes[place] for place in (*elements.called(_CALLED), *elements.tagged(_ASIDE))]
    return {index for node in called if _is_small(node) for index in range(node.first, node.last)}


def _is_small(node: Node) -> bool:
    return node.last - node.first <= _MOST_BLOCKS


def _is_set_apart(page: Page, block: Block) -> bool:
    """Whether the nearest element that is an aside, or has the class of a pull quote, holds little else."""
    for node in islice(page.around(block), _MOST_AROUND):
        is_quote = node.tag != "blockquote" and not _QUOTE.isdisjoint(node.words)
        if node.tag == "aside" or is_quote or not PULLED.isdisjoint(node.words):
            return _is_small(node)
    return False
