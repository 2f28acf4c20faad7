"""Columns of layout tables beside the one with the text: their paragraphs look as likely as those of that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from articlex.page import Node, Page
from articlex.signs import signs_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from articlex.scoring.score import Scores

_CELLS = frozenset({"td", "th"})

#: The least share of all that is kept in the column with the text. Of a column beside it the largest shares
#: that are kept, of that text and of what the column has: with more it is part of the text. Of the
#: annotated pages one has such a column, of 223 pages of other templates four, and none of it is gold.
_TEXT, _BESIDE, _KEPT = 0.5, 0.3, 0.75


def side_columns(page: Page, scores: Scores, kept: NDArray[np.bool_]) -> list[int]:
    """The places in ``scores.rows`` of kept blocks in columns of layout tables, beside that with most of
    what is kept, of which a good part is left out."""
    words, kept_words = [0.0] * len(page.blocks), [0.0] * len(page.blocks)
    for index, count, is_kept in zip(scores.rows, scores.tokens.tolist(), kept.tolist(), strict=True):
        words[index], kept_words[index] = count, count * is_kept
    before, kept_before = list(accumulate(words, initial=0.0)), list(accumulate(kept_words, initial=0.0))
    found: set[int] = set()
    for cells in _rows(page):
        of_cell = [kept_before[cell.last] - kept_before[cell.first] for cell in cells]
        text = max(of_cell)
        if text < _TEXT * kept_before[-1]:
            continue
        for cell, size in zip(cells, of_cell, strict=True):
            has = before[cell.last] - before[cell.first]
            if size <= min(_BESIDE * text, _KEPT * has):
                found.update(range(cell.first, cell.last))
    return [place for place, index in enumerate(scores.rows) if index in found and kept[place]]


def _rows(page: Page) -> Iterator[list[Node]]:
    """The cells with blocks of each row of a layout table that has several."""
    rows: defaultdict[int, list[Node]] = defaultdict(list)
    for number in signs_of(page).elements.tagged(_CELLS):
        cell = page.nodes[number]
        if cell.first < cell.last:
            rows[cell.parent].append(cell)
    return (cells for cells in rows.values() if len(cells) > 1)
