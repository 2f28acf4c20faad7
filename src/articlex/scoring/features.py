"""The feature matrix of a page: one row for each block with text, one named column for each feature.

Training and use call the same code. Nothing here depends on a language: lengths are measured in Latin-sized
characters, words in tokens, punctuation by Unicode class, vocabulary only in class and id names.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from articlex.facts import best_value
from articlex.page import Block, Field, Form, Page
from articlex.scoring.ancestors import ancestor_columns
from articlex.scoring.blocks import block_columns, sizes
from articlex.scoring.characters import Counts, count
from articlex.scoring.cohesion import cohesion_columns
from articlex.scoring.columns import Columns
from articlex.scoring.neighbours import neighbour_columns
from articlex.scoring.pages import page_columns
from articlex.scoring.repetition import repetition_columns
from articlex.scoring.tree import Tree
from articlex.scoring.words import read_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(slots=True)
class Matrix:
    """``values[i, j]`` is feature ``names[j]`` of block ``rows[i]``; ``tokens[i]`` are its tokens."""

    rows: list[int]
    names: tuple[str, ...]
    values: NDArray[np.float32]
    tokens: NDArray[np.float32]


@cache
def places_of(names: tuple[str, ...], among: tuple[str, ...]) -> NDArray[np.int64]:
    """The place of each of ``names`` in ``among``. Every page of a form asks the same."""
    import numpy as np

    places = {name: place for place, name in enumerate(among)}
    return np.array([places[name] for name in names])


def build_matrix(page: Page) -> Matrix | None:
    """The matrix of ``page``, or None when no block has text."""
    import numpy as np

    blocks = [block for block in page.blocks if block.text]
    if not blocks:
        return None
    counts = count([block.text for block in blocks])
    columns = _columns(page, blocks, counts)
    # In memory column by column, as the trees ask for them.
    table = np.array(list(columns.values()), np.float32)
    return Matrix([block.index for block in blocks], tuple(columns), table.T, counts.tokens)


def _columns(page: Page, blocks: list[Block], counts: Counts) -> Columns:
    """All columns of a page, from the blocks outwards."""
    size = sizes(counts)
    words = read_words([*(block.text for block in blocks), best_value(page, Field.TITLE)])
    columns = block_columns(page, blocks, counts, size, words)
    columns |= neighbour_columns(columns, size, page.form)
    tree = Tree(page, blocks, size, columns) if page.form is Form.HTML else None
    if tree is not None:
        columns |= ancestor_columns(tree, columns)
    columns |= repetition_columns(blocks, tree, size, columns)
    columns |= cohesion_columns(words, size, columns)
    columns |= page_columns(page, size, columns)
    return columns
