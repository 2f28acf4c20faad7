"""The page's elements as arrays, with the amount of text below each."""

from __future__ import annotations

from itertools import compress, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from articlex.page import Page
from articlex.scoring.columns import Columns, integers, sums_before
from articlex.scoring.rows import Rows
from articlex.signs import signs_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Tree:
    """The nodes that hold blocks, numbered anew in document order (0: the root), and the text below each."""

    def __init__(self, page: Page, rows: Rows, size: Any, columns: Columns) -> None:
        import numpy as np

        first = integers([node.first for node in page.nodes])
        last = integers([node.last for node in page.nodes])
        held = last > first
        number: Any = held.cumsum() - held
        nodes = list(compress(page.nodes, held.tolist()))
        first, last = first[held], last[held]
        rank = np.zeros(len(page.blocks) + 1, np.int64)
        rank[rows.at + 1] = 1
        rank = rank.cumsum()
        self.parent = number[[node.parent for node in nodes]]
        self.parent[0] = -1
        self.depth = integers([node.depth for node in nodes])
        #: Range of rows (blocks with text) below each node.
        self.first, self.last = rank[first], rank[last]
        self.blocks = (self.last - self.first).astype(np.float64)
        #: Blocks without text below each node: images, rules, embeds.
        self.textless = (last - first) - self.blocks
        sums = sums_before(size, size * columns["link_density"], columns["good"], columns["level"] > 0)
        #: Text, linked text, running text and headings below each node.
        self.size, self.links, self.good, self.heads = sums.take(self.last, 1) - sums.take(self.first, 1)
        #: The innermost node of each row.
        self.own = number[[block.node for block in rows.blocks]]
        self.wider = self._wider()
        #: All elements of the page by their names, and for each node the place of its look among them.
        self.elements = signs_of(page).elements
        self.look = integers(self.elements.number)[held]
        self.descent = descent(self.depth, self.parent)

    def _wider(self) -> Any:
        """The nearest ancestor of each node that holds more rows than the node (the root: itself)."""
        import numpy as np

        parent = np.maximum(self.parent, 0)
        return parent[innermost(self.blocks[parent] != self.blocks, self.parent)]


class Descent(NamedTuple):
    """Elements in the order of their depth: those of one depth are a slice, and their parents stand before
    it."""

    #: The elements in this order, and the place of each element in it.
    order: NDArray[np.int64]
    place: NDArray[np.int64]
    #: For each depth below the root the slice of its elements, and the places of their parents.
    levels: list[tuple[slice, NDArray[np.int64]]]


def descent(depth: NDArray[np.int64], parent: NDArray[np.int64]) -> Descent:
    """The elements with these depths and parents, from the root down."""
    import numpy as np

    order = depth.argsort(kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    above = place[parent[order]]
    bounds = depth[order].searchsorted(np.arange(1, int(depth.max()) + 2)).tolist()
    levels = [(slice(start, end), above[start:end]) for start, end in pairwise(bounds)]
    return Descent(order, place, levels)


def innermost(wanted: Any, parent: Any) -> Any:
    """The innermost of each element and its ancestors that is ``wanted``; the root where none is."""
    import numpy as np

    at = np.where(wanted, np.arange(len(wanted)), np.maximum(parent, 0))
    while True:
        # Each turn doubles the steps up that have been taken.
        further = at[at]
        if (further == at).all():
            return at
        at = further
