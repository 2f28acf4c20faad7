"""The labels of tabs, each as a line in bold above what its tab shows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from articlex.page import Block, Container, Kind, Page, Run, Style, Wrap
from articlex.tokens import fold

#: Fewest panes of a row of tabs whose texts are kept: the label of one alone says nothing.
_FEWEST = 2
#: Blocks above the first pane among which the labels may be kept as a row.
_ABOVE = 40
#: Panes of tabs around a block that are heeded, from the innermost.
_MOST_AROUND = 3


def with_tab_labels(body: Sequence[Block], page: Page) -> Sequence[Block]:
    """The ``body`` of an article in HTML with the labels of tabs above their panes, unless it has them."""
    panes = page.markup.panes
    if not panes:  # as on nearly all pages
        return body
    inside = _blocks_inside(body, page)
    rows: dict[int, list[int]] = {}
    for node in inside:
        rows.setdefault(panes[node].row, []).append(node)
    said: dict[int, list[Block]] = {}
    for nodes in rows.values():
        around = _around([block for node in nodes for _, block in inside[node]])
        if len(nodes) < _FEWEST or (around and around[-1].wrap in (Wrap.LIST, Wrap.DEFINITIONS)):
            continue
        first = inside[nodes[0]][0][0]
        before = {fold(block.text) for block in body[max(first - _ABOVE, 0) : first]}
        if not before.isdisjoint(fold(panes[node].label) for node in nodes):
            continue
        for node in nodes:
            place, block = inside[node][0]
            line, above = _line(panes[node].label, block, around), said.setdefault(place, [])
            if fold(line.text) not in map(fold, (block.text, *(each.text for each in above))):
                above.append(line)
    if not said:
        return body
    return [each for place, block in enumerate(body) for each in (*said.get(place, ()), block)]


def _blocks_inside(body: Sequence[Block], page: Page) -> dict[int, list[tuple[int, Block]]]:
    """The kept blocks of each pane that has text, with their places in the ``body``, by the nodes of the
    panes; outer panes come first."""
    inside: dict[int, list[tuple[int, Block]]] = {}
    for place, block in enumerate(body):
        node, found = block.node, 0
        while node > 0 and found < _MOST_AROUND:
            if node in page.markup.panes:
                inside.setdefault(node, []).append((place, block))
                found += 1
            node = page.nodes[node].parent
    return {node: held for node, held in sorted(inside.items()) if any(block.text for _, block in held)}


def _around(blocks: Sequence[Block]) -> tuple[Container, ...]:
    """The structures that are around all of several blocks."""
    columns = zip(*(block.within for block in blocks), strict=False)
    return tuple(column[0] for column in takewhile(lambda column: len(set(column)) == 1, columns))


def _line(label: str, block: Block, around: tuple[Container, ...]) -> Block:
    """A label as a paragraph above a block."""
    return Block(block.index, Kind.PARAGRAPH, label, (Run(label, Style.STRONG),), block.node, within=around)
