"""Lists inside the text that the paragraph above them announces with a colon: of links, which look like a
menu or like other stories, and of items of which the scorer kept some."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from statistics import fmean as mean

from articlex.page import KEPT, Block, Kind, Mark, Page, Role
from articlex.punctuation import COLONS
from articlex.signs import signs_of
from articlex.stages.parts.left_out import Whole, is_beside

_LISTS = frozenset({"ul", "ol", "dl"})
#: Blocks of the longest list of links, and of the longest of which some are kept.
_MOST_LINKS, _MOST_ITEMS = 20, 60
#: The least mean probability of links without another name, and characters of the shortest paragraph that
#: announces links that look like a menu, or the items beside kept ones: "More from:" stands above menus.
_CHANCE, _LEAST = 0.1, 12
#: Why links are taken for those of a menu by their looks alone.
_LOOKS = frozenset({"link-run", "short-links"})
_UNNAMED = "not-main-content"


def announced_lists(page: Page) -> Iterator[Whole]:
    """What was left out of each list right behind a paragraph or heading that ends in a colon, in the element
    around it and above more of that; see :func:`is_announced`. Lists of places on the page are none."""
    for number in signs_of(page).elements.tagged(_LISTS):
        node = page.nodes[number]
        around = page.nodes[node.parent]
        if not 1 < node.last - node.first <= _MOST_ITEMS:
            continue
        if not around.first < node.first < node.last < around.last:
            continue
        if _may_announce(page, page.blocks[node.first - 1]) and is_beside(page, node.first - 1, node.parent):
            items = page.blocks[node.first : node.last]
            left_out = [mark for mark in page.marks[node.first : node.last] if mark.role not in KEPT]
            if left_out and _may_be_kept(page, items, left_out):
                yield Whole(tuple(mark.block for mark in left_out), node.first - 1, node.last)


def is_announced(one: Whole, kept: Collection[int]) -> bool:
    """Whether the blocks right before and right behind a list are kept."""
    return one.before in kept and one.after in kept


def _may_announce(page: Page, block: Block) -> bool:
    is_text = block.kind is Kind.PARAGRAPH or block.kind is Kind.HEADING
    return is_text and block.text.endswith(COLONS) and not signs_of(page).labels[block.index]


def _may_be_kept(page: Page, items: Sequence[Block], left_out: Sequence[Mark]) -> bool:
    """Whether all that was left out of a list may be text: links that are likely, or called a menu by their
    looks alone; or items beside kept ones."""
    lead = page.blocks[items[0].index - 1]
    is_likely = all(map(_is_unnamed, left_out)) and mean(1.0 - mark.score for mark in left_out) >= _CHANCE
    if len(left_out) < len(items):
        return is_likely and len(lead.text) >= _LEAST
    hrefs = [run.href for block in items for run in block.runs if run.href]
    if len(items) > _MOST_LINKS or not hrefs or all(href.startswith("#") for href in hrefs):
        return False
    return is_likely or (len(lead.text) >= _LEAST and all(mark.reason in _LOOKS for mark in left_out))


def _is_unnamed(mark: Mark) -> bool:
    """Whether the scorer left a block out, and no stage says what it is."""
    return mark.role is Role.BOILERPLATE and mark.reason == _UNNAMED
