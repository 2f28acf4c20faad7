"""The element that a page says its main content to be, and what stands beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from articlex.page import Block, Node
from articlex.signs.elements import Elements

_TAGS = frozenset({"main", "article"})
#: The word that names it where those tags are not in use, and tags of elements that may have it.
_NAMED, _NAMED_TAGS = frozenset({"main"}), frozenset({"div", "section"})


def main_element(nodes: Sequence[Node], elements: Elements, blocks: Sequence[Block]) -> Node | None:
    """The first <main> or <article> that has a heading of the first level and something else; if there is
    none, the first element named so."""
    named = (number for number in elements.called(_NAMED) if nodes[number].tag in _NAMED_TAGS)
    candidates = (*elements.tagged(_TAGS), *named)
    if not candidates:
        return None
    heads = [block.index for block in blocks if block.level == 1 and block.text]
    others = [block.index for block in blocks if not block.level and block.text]
    for number in candidates:
        if _has_any(nodes[number], heads) and _has_any(nodes[number], others):
            return nodes[number]
    return None


def _has_any(node: Node, indices: Sequence[int]) -> bool:
    """Whether one of the blocks, given by their indices in order, stands in an element."""
    place = bisect_left(indices, node.first)
    return place < len(indices) and indices[place] < node.last


def is_beside(node: Node, main: Node | None) -> bool:
    """Whether an element stands outside of the main one. False if there is none."""
    return main is not None and (node.last <= main.first or main.last <= node.first)
