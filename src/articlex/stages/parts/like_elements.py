"""Groups of blocks that stand in like elements: items that are typed, or laid out, and links of a text.

The scorer judges each by its words, and leaves out some between others that it keeps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import accumulate, takewhile
from typing import NamedTuple

from articlex.page import Block, Node, Page
from articlex.signs.looks import LookAround, look_around
from articlex.stages.parts.left_out import NAMELESS, may_be_kept

#: The shortest group that has something between its ends.
_LEAST = 3
#: Lists and tables have rules of their own. Paragraphs are all alike: of 29 that were left out between kept
#: ones, where at least half are kept, 14 are gold.
_ROWS = frozenset({"p", "li", "dt", "dd", "tr", "td", "th"})

#: Elements around a block by which it looks like another one, and those of them that have a name, at least.
_AROUND, _NAMED = 5, 2
#: The reason for which a short link is taken for one of a menu.
_LINK_RUN = "link-run"


class Alike(NamedTuple):
    """The blocks of a group, and those of them that were left out and are kept if most around them are."""

    blocks: Sequence[int]
    left_out: Sequence[int]


def like_elements(page: Page) -> Iterator[Alike]:
    """The runs of siblings with the same tag, class and role, each with one block with text.

    Elements without text part no run. Of 36 blocks without a link that were left out between kept ones of
    such a run, on nine pages, 30 are gold; of those with a link 9 of 15.
    """
    asked = {block.index for block in page.blocks if may_be_kept(page, block, NAMELESS)}
    for run in _runs(page, asked):
        left_out = [block.index for block in run if block.index in asked]
        if left_out and len(run) >= _LEAST:
            yield Alike([block.index for block in run], left_out)


def _runs(page: Page, asked: Container[int]) -> Iterator[Sequence[Block]]:
    """The runs of siblings in each element that has a child with a block in ``asked`` as its only text."""
    texts = list(accumulate([bool(block.text) for block in page.blocks], initial=0))
    parents = {node.parent for node in _alone(page, asked, texts)}
    runs: dict[int, list[Block]] = {}
    shapes: dict[int, tuple[str, str]] = {}
    for node in page.nodes if parents else ():
        if node.parent not in parents or (inside := texts[node.last] - texts[node.first]) == 0:
            continue
        shape = (node.tag, node.shape) if inside == 1 and node.tag not in _ROWS else ("", "")
        if shape != shapes.get(node.parent):
            shapes[node.parent] = shape
            yield runs.pop(node.parent, [])
        if shape[0]:
            blocks = page.blocks[node.first : node.last]
            runs.setdefault(node.parent, []).append(next(block for block in blocks if block.text))
    yield from runs.values()


def _alone(page: Page, asked: Container[int], texts: Sequence[int]) -> Iterator[Node]:
    """The elements around the blocks in ``asked`` that have no other text; ``texts`` are counted before each
    block."""
    for block in page.blocks:
        if block.index in asked:
            yield from takewhile(lambda node: texts[node.last] - texts[node.first] == 1, page.around(block))


def like_links(page: Page, inside: range) -> Iterator[Alike]:
    """The blocks of the page that look like a link ``inside`` the text that was taken for one of a menu.

    Of 43 such links between kept blocks of their look, of which at least half are kept, all are gold.
    """
    links = [index for index in inside if page.marks[index].reason == _LINK_RUN]
    every = dict.fromkeys(look_around(page, page.blocks[index], _AROUND) for index in links)
    looks = [look for look in every if sum(1 for _, names in look[1] if names) >= _NAMED]
    innermost = {look[1][0] for look in looks}
    found: defaultdict[LookAround, list[int]] = defaultdict(list)
    for block in page.blocks:
        node = page.nodes[block.node]
        if block.text and (node.tag, node.shape) in innermost:
            found[look_around(page, block, _AROUND)].append(block.index)
    for look in looks:
        left_out = [index for index in found[look] if page.marks[index].reason == _LINK_RUN]
        yield Alike(found[look], left_out)
