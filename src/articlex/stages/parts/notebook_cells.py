"""Cells of a notebook that the body has left out: all are what its author wrote, or what that computed."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from articlex.page import Page
from articlex.signs import signs_of

#: Class words of the element of a cell in nbconvert's template since version 6, and in the one before.
_CELLS = (frozenset({"cell", "jp", "notebook"}), frozenset({"cell", "border", "sizing", "rendered"}))
_FEWEST = 2


def cells_left_out(page: Page, kept: AbstractSet[int]) -> Iterator[int]:
    """Indices of blocks that are not ``kept`` in the cells of a notebook, if any block in them is."""
    cells = [page.nodes[number] for number in signs_of(page).elements.called_all(*_CELLS)]
    blocks = [index for cell in cells for index in range(cell.first, cell.last)]
    if len(cells) >= _FEWEST and not kept.isdisjoint(blocks):
        yield from (index for index in blocks if index not in kept)
