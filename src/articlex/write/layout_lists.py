"""Lists that only lay out the page: the article stands in an item of theirs, and is no item.

Pages put a whole article, or all of their columns, into a list; and where raw page text indents the article
below a bullet of a menu, its lines seem to go on with that item. Printed as they stand, each paragraph of the
article would be set in below a bullet. So would the headings of cards and of sections that unfold, and the
pictures of a gallery.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from articlex.page import Block, Kind, Wrap, stands_in

# See articlex.page on members of enumerations.
_HEADING, _IMAGE, _CAPTION, _ITEM = Kind.HEADING, Kind.IMAGE, Kind.CAPTION, Wrap.ITEM

#: An item is the layout's if more than this share of the body stands in it, in so many blocks.
_MOST = 0.5
_BLOCKS = 3


@dataclass(slots=True)
class _Item:
    """What the body has of an item: its first block and how many there are, pictures and items inside of it
    included, whether one is a picture, and whether one has text that is no caption; and without these its
    characters, blocks with text, and headings."""

    list_id: int
    ordered: bool
    first: Block
    #: ``first`` stands in a list inside the item, which has no text of its own before it.
    opens_with_list: bool
    #: The item stands in another one, as the answer to a comment does.
    nested: bool
    size: int = 0
    blocks: int = 0
    headings: int = 0
    parts: int = 0
    is_pictured: bool = False
    is_worded: bool = False


def without_layout_lists(body: Sequence[Block], page: Iterable[Block]) -> Sequence[Block]:
    """The blocks of the ``body`` of a ``page``, out of the lists that only lay the page out."""
    items = _items_of(body)
    if not items:
        return body
    heads = _heads(page, items)
    size = sum(len(block.text) for block in body)
    siblings = Counter(item.list_id for item in items.values())
    headed = Counter(item.list_id for item in items.values() if item.headings and not item.ordered)
    titled = Counter(item.list_id for item in items.values() if item.headings == item.parts == 1)
    titles = {list_id for list_id in headed if titled[list_id] == siblings[list_id] > 1}
    galleries = {item.list_id for item in items.values() if item.is_pictured}
    galleries -= {item.list_id for item in items.values() if item.is_worded}
    idle: set[int] = set()
    for number, item in items.items():
        headless = heads.get(number, item.first.index) < item.first.index
        if item.list_id in titles:
            continue
        is_group = item.list_id in galleries or 2 * headed[item.list_id] >= siblings[item.list_id]
        if is_group or _lays_out(item, size, alone=siblings[item.list_id] == 1, headless=headless):
            idle.add(number)
    if not idle and not titles:
        return body
    return [_taken_out(_as_item(block, titles), idle) for block in body]


def _as_item(block: Block, titles: Container[int]) -> Block:
    """A heading in one of the lists ``titles`` as the text of its item, and any other block as it is: items
    of headings alone have them for their looks."""
    is_title = block.kind is _HEADING and any(container.id in titles for container in block.within)
    return replace(block, kind=Kind.LIST_ITEM, level=0) if is_title else block


def _items_of(body: Iterable[Block]) -> dict[int, _Item]:
    """The items that blocks of the body stand in, by the ids of their containers."""
    items: dict[int, _Item] = {}
    for block in body:
        for place, container in enumerate(block.within):
            if container.wrap is not _ITEM:
                continue
            is_outer = stands_in(block.within[place + 1 :], _ITEM)
            if container.id not in items:
                outer = block.within[place - 1] if place else container
                nested = stands_in(block.within[:place], _ITEM)
                items[container.id] = _Item(outer.id, outer.ordered, block, is_outer, nested)
            item = items[container.id]
            item.parts += 1
            item.is_pictured |= block.kind is _IMAGE
            item.is_worded |= bool(block.text) and block.kind is not _CAPTION
            if not is_outer:
                item.size += len(block.text)
                item.blocks += bool(block.text)
                item.headings += block.kind is _HEADING
    return items


def _heads(page: Iterable[Block], items: Container[int]) -> dict[int, int]:
    """The index of the first block with text in each of the ``items``, kept or not."""
    heads: dict[int, int] = {}
    for block in page:
        if block.within and block.text:
            for container in block.within:
                if container.id in items:
                    heads.setdefault(container.id, block.index)
    return heads


def _lays_out(item: _Item, body_size: int, *, alone: bool, headless: bool) -> bool:
    """Whether an item is no item: the body has no other one of its list (``alone``), and either not the block
    at its bullet (``headless``), or nothing at it but another list, or most of the body in it. A number with
    its text says that it is an item. So does a single block in another item: an answer to a comment is
    without the line that names its author."""
    is_most = item.blocks >= _BLOCKS and item.size > _MOST * body_size
    if not alone:
        return headless and is_most
    lost_its_text = headless and (item.blocks > 1 or not item.nested)
    return item.opens_with_list or lost_its_text or (is_most and not item.ordered)


def _taken_out(block: Block, idle: Container[int]) -> Block:
    """The block without the items ``idle`` around it, and without the lists that these are items of."""
    path = block.within
    kept = [
        container
        for place, container in enumerate(path)
        if container.id not in idle
        and not (container.wrap is Wrap.LIST and place + 1 < len(path) and path[place + 1].id in idle)
    ]
    return block if len(kept) == len(path) else replace(block, within=tuple(kept))
