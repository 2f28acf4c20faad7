"""The element that a page says its main content to be, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.page import Block, Node
from articlex.signs.elements import Elements

_TAGS = frozenset({"main", "article"})
_MENU = frozenset({"nav"})


def main_element(nodes: Sequence[Node], elements: Elements, blocks: Sequence[Block]) -> Node | None:
    """The first <main> or <article> that has a heading of the first level and something else."""
    for number in elements.tagged(_TAGS):
        inside = blocks[nodes[number].first : nodes[number].last]
        if any(block.level == 1 for block in inside) and any(
            block.text and not block.level for block in inside
        ):
            return nodes[number]
    return None


def is_beside(node: Node, main: Node | None) -> bool:
    """Whether an element stands outside of the main one. False if there is none."""
    return main is not None and (node.last <= main.first or main.last <= node.first)


def menus_beside(nodes: Sequence[Node], elements: Elements, blocks: Sequence[Block]) -> Iterator[Node]:
    """The <nav> elements outside of the main one."""
    menus = elements.tagged(_MENU)
    main = main_element(nodes, elements, blocks) if menus else None
    return (nodes[number] for number in menus if is_beside(nodes[number], main))
