"""Heads and feet of pages laid out in tables: a slogan beside the name of the site, a note of its owner.

No element says what they are, and they read like the first or last line of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlex.page import Page, Role
from articlex.signs import signs_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from articlex.scoring.score import Scores

_CELLS = frozenset({"td", "th"})

#: The least share of all that is kept in the cell with the headline. Of the 3,736 annotated pages one keeps
#: something outside of such a cell, a disclaimer that gold has; of 84 pages of other templates four did, and
#: none of it is wanted.
_TEXT = 0.7


def outer_rows(page: Page, scores: Scores, kept: NDArray[np.bool_]) -> list[int]:
    """The places in ``scores.rows`` of kept blocks outside the cell with most of what is kept, and with the
    headline, which blocks that are left out part from the text."""
    import numpy as np

    places: list[int] = np.flatnonzero(kept).tolist()
    if not places or not signs_of(page).elements.names_tagged(_CELLS):
        return []
    words = np.cumsum(scores.tokens[places])
    title = next((mark.block for mark in page.marks if mark.role is Role.TITLE), -1)
    # A cell with more than half of the words has the middle one.
    middle = page.blocks[scores.rows[places[np.searchsorted(words, words[-1] / 2)]]]
    for cell in page.around(middle):
        if cell.tag not in _CELLS or (title >= 0 and not cell.first <= title < cell.last):
            continue
        outside = [place for place in places if not cell.first <= scores.rows[place] < cell.last]
        if scores.tokens[outside].sum() <= (1.0 - _TEXT) * words[-1]:
            above = [place for place in outside if scores.rows[place] < cell.first]
            below = [place for place in outside if scores.rows[place] >= cell.last]
            return _parted(above[::-1], 1, kept) + _parted(below, -1, kept)
    return []


def _parted(outside: list[int], towards: int, kept: NDArray[np.bool_]) -> list[int]:
    """Those of the places, from the nearest on, that the next block towards the text parts from it: one that
    is left out, or parted itself."""
    found: list[int] = []
    for place in outside:
        if not kept[place + towards] or (found and found[-1] == place + towards):
            found.append(place)
    return found
