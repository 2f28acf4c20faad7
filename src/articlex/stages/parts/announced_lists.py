"""Lists right behind a line of the body that ends in a colon, of which the body has left out all or some.

A list of links looks like a menu to the scorer, but what a text announces belongs to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from statistics import fmean
from typing import NamedTuple

from articlex.page import KEPT, Block, Kind, Page, new_tuple
from articlex.punctuation import COLONS
from articlex.signs import signs_of
from articlex.stages.parts.left_out import NAMELESS

#: Lists, and their items; what else stands in one is a note or an appeal set in, or the list is a layout.
_LISTS = frozenset({"ul", "ol", "dl"})
_ITEMS = frozenset({Kind.LIST_ITEM, Kind.TERM, Kind.DEFINITION})
#: What may announce a list. (Items that do have it inside them; of tables and code it is no part.)
_LEADS = frozenset({Kind.PARAGRAPH, Kind.HEADING})
#: Blocks of the longest list, and those left out of the longest one that is left out whole.
_MOST, _MOST_WHOLE = 60, 20
#: The least mean probability of a list that is left out whole, and the same behind a line of so many
#: characters: a sentence says what it announces. Of four lists with less than 0.1 the three behind a sentence
#: are gold, one of them half, and that behind a short line is not ("More on this in our weekly mail:").
_CHANCE, _CHANCE_LONG, _LONG = 0.1, 0.04, 80
#: Characters of the shortest line that announces links that look like a menu, or the items beside kept ones:
#: "More from:" stands above menus.
_LEAST = 12
#: Why links are taken for those of a menu by their looks alone.
_LOOKS = frozenset({"link-run", "short-links"})
#: Blocks with text behind a list that is left out whole, one of which is kept.
_NEAR = 8


class Announced(NamedTuple):
    """A list behind a line that announces it: its items, those of them that were left out, the line, the
    blocks with text behind the list in the element around both, and whether all of it may be left out, or
    some beside what is kept."""

    items: tuple[int, ...]
    left_out: tuple[int, ...]
    lead: int
    behind: Sequence[int]
    may_be_whole: bool
    may_be_part: bool


def announced_lists(page: Page) -> Iterator[Announced]:
    """The lists, or lists one right behind the other, that a line announces, and that stand above more text
    in the element around both. What was left out of each has no name as a part of the page, or looks like a
    menu and nothing else says that it is one.
    """
    for first, last, parent in _lists(page):
        lead = page.blocks[first - 1]
        around = _around(page, lead, first, parent) if _may_announce(page, lead) else None
        if around is None or last - first > _MOST:
            continue
        items = tuple(block.index for block in page.blocks[first:last] if _is_item(page, block))
        left_out = tuple(index for index in items if page.role(index) not in KEPT)
        is_whole = len(left_out) == len(items)
        whole, part = _may_be_text(page, lead, left_out) if left_out else (False, False)
        if (whole and is_whole) or part:
            behind = [block.index for block in page.blocks[last : page.nodes[around].last] if block.text]
            yield new_tuple(Announced, (items, left_out, lead.index, behind, whole and is_whole, part))


def is_announced(one: Announced, kept: Collection[int]) -> bool:
    """Whether the line before a list and some text behind it are kept, of which the former announces it: one
    that is kept in part, or that may be left out whole and has kept text near behind it.

    Of 27 lists kept in part, on ten pages, 25 are gold, on eight; of seven more pages on which lists that
    were left out whole come in, six have them in gold and one half.
    """
    if one.lead not in kept:
        return False
    if one.may_be_part and any(index in kept for index in one.items):
        return any(index in kept for index in one.behind)
    return one.may_be_whole and any(index in kept for index in islice(one.behind, _NEAR))


def _lists(page: Page) -> Iterator[tuple[int, int, int]]:
    """(first block, end, element around it) of each list, those one right behind the other taken together:
    editors close a list and begin another for a single item."""
    ends: dict[tuple[int, int], int] = {}
    for number in reversed(signs_of(page).elements.tagged(_LISTS)):
        node = page.nodes[number]
        if 0 < node.first < node.last:
            last = ends.get((node.parent, node.last), node.last)
            ends[node.parent, node.first] = last
    yield from ((first, last, parent) for (parent, first), last in ends.items())


def _is_item(page: Page, block: Block) -> bool:
    """Whether a block is an item of a list, or a heading right in one."""
    return block.kind in _ITEMS or (block.level > 0 and page.nodes[page.nodes[block.node].parent].tag == "li")


def _may_announce(page: Page, lead: Block) -> bool:
    return lead.kind in _LEADS and lead.text.endswith(COLONS) and not signs_of(page).labels[lead.index]


def _around(page: Page, lead: Block, first: int, parent: int) -> int | None:
    """The element around a list and the line right before it, if that stands alone in its own element or
    elements: AsciiDoc has one for each paragraph and each list. None if more stands there."""
    nodes = page.nodes
    while parent > 0 and nodes[parent].first == first:
        parent = nodes[parent].parent
    number = lead.node
    while number > 0 and number != parent:
        if nodes[number].last - nodes[number].first > 1:
            return None
        number = nodes[number].parent
    return parent if number == parent else None


def _may_be_text(page: Page, lead: Block, left_out: Sequence[int]) -> tuple[bool, bool]:
    """(Whether what was left out behind a line may be text if it is all of a list: links, not all of them to
    places on the page; whether it may be if it stands beside kept items)."""
    is_long = len(lead.text) >= _LEAST
    marks = [page.marks[index] for index in left_out]
    hrefs = [run.href for index in left_out for run in page.blocks[index].runs if run.href]
    are_links = len(left_out) <= _MOST_WHOLE and not all(href.startswith("#") for href in hrefs)
    if any(mark.role not in NAMELESS for mark in marks):
        return are_links and is_long and all(mark.reason in _LOOKS for mark in marks), False
    chance = fmean(1.0 - mark.score for mark in marks)
    is_likely = chance >= (_CHANCE_LONG if len(lead.text) >= _LONG else _CHANCE)
    return are_links and is_likely, is_long and chance >= _CHANCE
