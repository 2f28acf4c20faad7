"""Items that were left out of lists that hold nothing but items, of which at least half are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from articlex.page import Block, Kind, Mark, Page, Wrap
from articlex.stages.parts.left_out import NAMELESS

_ITEM, _LIST = Kind.LIST_ITEM, Wrap.LIST  # see articlex.page

#: Reasons that do not make an item of a list inside the text part of a menu or of a list of stories: of 15
#: such items in lists of which at least half is kept 15 are gold, and 33 of 34 without a name.
_NO_NAMES = frozenset({"link-run", "reading-line"})


def plain_lists(page: Page) -> list[list[Block]]:
    """The blocks of each list that holds nothing but items."""
    lists: dict[int, list[Block]] = {}
    mixed: set[int] = set()
    for block in page.blocks:
        is_item = block.kind is _ITEM
        for container in block.within:
            if container.wrap is _LIST:
                if is_item:
                    lists.setdefault(container.id, []).append(block)
                else:
                    mixed.add(container.id)
    return [found for number, found in lists.items() if number not in mixed]


def items_left_out(
    page: Page, lists: Iterable[Sequence[Block]], kept: set[int], last_prose: int
) -> Iterator[int]:
    """Items that were left out of a list of which at least half is kept: all of them if the block before the
    list is kept and the ``last_prose`` stands below it, else those between kept items."""
    for blocks in lists:
        held = [block.index for block in blocks if block.index in kept]
        if len(held) == len(blocks) or 2 * len(held) < len(blocks):
            continue
        if blocks[-1].index < last_prose and _text_before(page, blocks[0].index) in kept:
            yield from (block.index for block in blocks if _may_be_item(page.marks[block.index]))
        else:
            between = (block.index for block in blocks if held[0] < block.index < held[-1])
            yield from (index for index in between if page.role(index) in NAMELESS)


def _text_before(page: Page, index: int) -> int:
    """The nearest block with text before one, -1 if there is none."""
    return next((place for place in range(index - 1, -1, -1) if page.blocks[place].text), -1)


def _may_be_item(mark: Mark) -> bool:
    return mark.role in NAMELESS or mark.reason in _NO_NAMES
