"""Parts of small elements of which the others may be kept, as the number of a step or a price, where like
parts of the page are kept.

The scorer judges each by its words, and leaves out some of those that it keeps elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, islice
from typing import NamedTuple

from articlex.page import Block, Kind, Page
from articlex.page_kinds import page_kind
from articlex.stages.parts.left_out import NAMELESS, may_be_kept

_TABLE = Kind.TABLE  # see articlex.page
_BUTTON = "button"

#: The least probability of such a part to be main content, blocks of the largest element with it, and
#: elements around it by which it looks like another part, one of them with a name.
_LEAST, _MOST, _AROUND = 0.2, 6, 3
#: What stands beside a copy is sought in so many blocks before and behind it.
_NEAR = 3
#: The least share of the blocks that look like it that is kept, and the largest. Of 73 parts of the annotated
#: pages beside a kept one 59 are gold. Of those with a smaller share 40 % are gold; with a
#: larger one half, as they were left out for what they say.
_HALF, _MANY = 0.5, 0.8

#: The look of a block: its level, and the tag and the names of each element around it, from the innermost.
_Look = tuple[int, tuple[tuple[str, str], ...]]


class Sister(NamedTuple):
    """A block that was left out, what stands beside it in its element, and what looks like it on the page."""

    block: int
    beside: Collection[int]
    like: Sequence[int]

    def is_kept_by(self, kept: AbstractSet[int]) -> bool:
        """Whether a block beside it is in ``kept``, and most of what looks like it."""
        share = sum(1 for index in self.like if index in kept) / len(self.like)
        return _HALF <= share < _MANY and not kept.isdisjoint(self.beside)


def sisters_left_out(page: Page, inside: range) -> Iterator[Sister]:
    """The blocks without a link ``inside`` the text that were left out of small elements."""
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
    like: defaultdict[_Look, list[int]] = defaultdict(list)
    same: defaultdict[str, list[int]] = defaultdict(list)
    for block in page.blocks if found else ():
        if block.text and _name(page, block) in innermost:
            like[_look(page, block)].append(block.index)
        if block.text in texts:
            same[block.text].append(block.index)
    for index, beside in found.items():
        look = _look(page, page.blocks[index])
        others = [other for other in like[look] if other != index]
        copies = [other for other in same[page.blocks[index].text] if other != index]
        if others and any(name for _, name in look[1]) and not _is_there(page, copies, beside):
            yield Sister(index, beside, others)


def _beside(page: Page, block: Block) -> frozenset[int]:
    """The other blocks with text in the element around that of a block, if they are few."""
    around = page.nodes[page.nodes[block.node].parent]
    if around.last - around.first > _MOST:
        return frozenset()
    inside = [other.index for other in page.blocks[around.first : around.last] if other.text]
    return frozenset(inside).difference((block.index,))


def _is_there(page: Page, copies: Sequence[int], beside: Collection[int]) -> bool:
    """Whether near one of the ``copies`` of a block stands what is ``beside`` that, as in a second card."""
    texts = {page.blocks[index].text for index in beside}
    near = (page.blocks[max(0, index - _NEAR) : index + _NEAR + 1] for index in copies)
    return any(block.text in texts and block.index not in beside for block in chain.from_iterable(near))


def _name(page: Page, block: Block) -> tuple[str, str]:
    node = page.nodes[block.node]
    return node.tag, node.shape


def _look(page: Page, block: Block) -> _Look:
    return block.level, tuple((node.tag, node.shape) for node in islice(page.around(block), _AROUND))
