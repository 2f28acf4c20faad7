"""Lists that only lay out the page: the article stands in an item of theirs, and is no item.

Pages put a whole article, or all of their columns, into a list; and where raw page text indents the article
below a bullet of a menu, its lines seem to go on with that item. Printed as they stand, each paragraph of the
article would be set in below a bullet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from articlex.page import Block, Wrap, stands_in

#: An item is the layout's if more than this share of the body stands in it, in so many blocks.
_MOST = 0.5
_BLOCKS = 3


@dataclass(slots=True)
class _Item:
    """What the body has of an item, but for items inside of it: its characters, how many blocks, and the
    first one."""

    list_id: int
    ordered: bool
    first: Block
    #: ``first`` stands in a list inside the item, which has no text of its own before it.
    opens_with_list: bool
    size: int = 0
    blocks: int = 0


def without_layout_lists(body: Sequence[Block], page: Iterable[Block]) -> Sequence[Block]:
    """The blocks of the ``body`` of a ``page``, out of the lists that only lay the page out."""
    items = _items_of(body)
    if not items:
        return body
    heads = _heads(page, items)
    size = sum(len(block.text) for block in body)
    siblings = Counter(item.list_id for item in items.values())
    idle: set[int] = set()
    for number, item in items.items():
        headless = heads.get(number, item.first.index) < item.first.index
        if _lays_out(item, size, alone=siblings[item.list_id] == 1, headless=headless):
            idle.add(number)
    return [_taken_out(block, idle) for block in body] if idle else body


def _items_of(body: Iterable[Block]) -> dict[int, _Item]:
    """The items that blocks of the body stand in, by the ids of their containers."""
    items: dict[int, _Item] = {}
    for block in body:
        for place, container in enumerate(block.within):
            if container.wrap is not Wrap.ITEM:
                continue
            is_outer = stands_in(block.within[place + 1 :], Wrap.ITEM)
            if container.id not in items:
                outer = block.within[place - 1] if place else container
                items[container.id] = _Item(outer.id, outer.ordered, block, opens_with_list=is_outer)
            if not is_outer:
                items[container.id].size += len(block.text)
                items[container.id].blocks += bool(block.text)
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
    its text says that it is an item."""
    is_most = item.blocks >= _BLOCKS and item.size > _MOST * body_size
    if not alone:
        return headless and is_most
    return item.opens_with_list or (headless and item.blocks > 1) or (is_most and not item.ordered)


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
