"""Parts of small elements of which the others may be kept, as the number of a step or a price, where like
parts of the page are kept.

The scorer judges each by its words, and leaves out some of those that it keeps elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import NamedTuple

from articlex.page import Block, Kind, Page
from articlex.page_kinds import page_kind
from articlex.signs.looks import LookAround, look_around
from articlex.stages.parts.left_out import NAMELESS, may_be_kept

_TABLE = Kind.TABLE  # see articlex.page
_BUTTON = "button"

#: The least probability of such a part to be main content, blocks of the largest element with it, and
#: elements around it by which it looks like another part, one of them with a name.
_LEAST, _MOST, _AROUND = 0.2, 6, 3
#: What stands beside a copy is sought in so many blocks before and behind it.
_NEAR = 3
#: The least share of the blocks that look like it that is kept, and the largest. Of 73 parts of the annotated
#: pages beside a kept one 59 are gold. Of those with a smaller share 40 % are gold; with a larger one half:
#: they were left out for what they say.
_HALF, _MANY = 0.5, 0.8

#: Blocks with the text of a part, at most, of which one may be its copy in a second card: labels have more.
_MOST_COPIES = 8


class Sisters(NamedTuple):
    """Blocks of one look, and those of them that were left out, each with what stands beside it in its small
    element."""

    like: Sequence[int]
    parts: Mapping[int, AbstractSet[int]]

    def kept_by(self, kept: AbstractSet[int]) -> Iterator[int]:
        """The parts beside a block in ``kept``, where half of their look is in it and not nearly all."""
        # Of what looks like it a part is none itself.
        share = sum(1 for index in self.like if index in kept) / (len(self.like) - 1)
        if _HALF <= share < _MANY:
            yield from (index for index, beside in self.parts.items() if not kept.isdisjoint(beside))


def sisters_left_out(page: Page, inside: range) -> Iterator[Sisters]:
    """The blocks without a link ``inside`` the text that were left out of small elements, by their looks."""
    if page_kind(page).kind == "forum":
        return
    found = {}
    for block in page.blocks[inside.start : inside.stop]:
        is_part = block.kind is not _TABLE and block.tag != _BUTTON
        is_part = is_part and may_be_kept(page, block, NAMELESS, _LEAST)
        if is_part and (beside := _beside(page, block)):
            found[block.index] = beside
    innermost = {_name(page, page.blocks[index]) for index in found}
    texts = {page.blocks[index].text for index in found}
    like: defaultdict[LookAround, list[int]] = defaultdict(list)
    same: defaultdict[str, list[int]] = defaultdict(list)
    for block in page.blocks if found else ():
        if block.text and _name(page, block) in innermost:
            like[look_around(page, block, _AROUND)].append(block.index)
        if block.text in texts:
            same[block.text].append(block.index)
    for look, blocks in like.items():
        parts = {
            index: found[index]
            for index in blocks
            if index in found and not _is_there(page, index, same[page.blocks[index].text], found[index])
        }
        if parts and len(blocks) > 1 and any(name for _, name in look[1]):
            yield Sisters(blocks, parts)


def _beside(page: Page, block: Block) -> frozenset[int]:
    """The other blocks with text in the element around that of a block, if they are few."""
    around = page.nodes[max(page.nodes[block.node].parent, 0)]
    if around.last - around.first > _MOST:
        return frozenset()
    inside = [other.index for other in page.blocks[around.first : around.last] if other.text]
    return frozenset(inside).difference((block.index,))


def _is_there(page: Page, part: int, same: Sequence[int], beside: AbstractSet[int]) -> bool:
    """Whether a block with the ``same`` text stands near what is ``beside`` a part, as in a second card."""
    texts = {page.blocks[index].text for index in beside}
    others = (index for index in same if index != part)
    near = (page.blocks[max(0, index - _NEAR) : index + _NEAR + 1] for index in others)
    if len(same) > _MOST_COPIES:
        return True
    return any(block.text in texts and block.index not in beside for block in chain.from_iterable(near))


def _name(page: Page, block: Block) -> tuple[str, str]:
    node = page.nodes[block.node]
    return node.tag, node.shape
