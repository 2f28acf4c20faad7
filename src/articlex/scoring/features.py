"""The feature matrix of a page: one row for each block with text, one named column for each feature.

Training and use call the same code. Nothing here is made for a language: lengths are measured in Latin-sized
characters, words in tokens, punctuation by Unicode class. What words say is learned, in whatever language
many sites have them (:mod:`articlex.scoring.lexicon`), and so is what elements are called
(:mod:`articlex.scoring.element_names`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from articlex.facts import best_value
from articlex.page import Field, Form, Page
from articlex.scoring.ancestors import ancestor_columns
from articlex.scoring.blocks import block_columns, sizes
from articlex.scoring.characters import Counts, count
from articlex.scoring.cohesion import cohesion_columns
from articlex.scoring.columns import Stack, by_name
from articlex.scoring.element_names import called_columns, called_of, load_element_names
from articlex.scoring.lexicon import lexicon_columns, load_lexicon
from articlex.scoring.neighbours import neighbour_columns
from articlex.scoring.pages import page_columns
from articlex.scoring.repetition import repetition_columns
from articlex.scoring.rows import Rows, rows_of
from articlex.scoring.tree import Tree
from articlex.scoring.words import Words, read_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(slots=True)
class Matrix:
    """``values[i, j]`` is feature ``names[j]`` of block ``rows[i]`` and ``tokens[i]`` the number of its
    tokens; ``tree`` are the elements of an HTML page."""

    rows: list[int]
    names: tuple[str, ...]
    values: NDArray[np.float32]
    tokens: NDArray[np.float32]
    tree: Tree | None = None


@cache
def places_of(names: tuple[str, ...], among: tuple[str, ...]) -> NDArray[np.int64]:
    """The place of each of ``names`` in ``among``. Every page of a form asks the same."""
    import numpy as np

    places = {name: place for place, name in enumerate(among)}
    return np.array([places[name] for name in names])


def build_matrix(page: Page) -> Matrix | None:
    """The matrix of ``page``, or None when no block has text."""
    import numpy as np

    rows = rows_of(page)
    if not rows.blocks:
        return None
    texts = [block.text for block in rows.blocks]
    counts = count(texts)
    words = read_words([*texts, best_value(page, Field.TITLE)])
    stacks, tree = _columns(page, rows, counts, words)
    # In memory column by column, as the trees ask for them.
    table = np.concatenate([stack.values for stack in stacks], dtype=np.float32, casting="same_kind")
    names = _joined(tuple([stack.names for stack in stacks]))
    return Matrix(rows.at.tolist(), names, table.T, counts.tokens, tree)


@cache
def _joined(names: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """All names in one. Every page of a form has the same."""
    return tuple(chain.from_iterable(names))


def _columns(page: Page, rows: Rows, counts: Counts, words: Words) -> tuple[list[Stack], Tree | None]:
    """All columns of a page, from the blocks outwards, and the elements of one in HTML."""
    size = sizes(counts)
    stacks = block_columns(page, rows, counts, size, words)
    columns = by_name(stacks)
    around = neighbour_columns(columns, size, page.form)
    columns |= by_name(around[-1:])
    stacks += around
    tree = Tree(page, rows, size, columns) if page.form is Form.HTML else None
    if tree is not None:
        stacks += ancestor_columns(tree, columns)
    stacks += repetition_columns(rows, tree, size, columns)
    stacks.append(cohesion_columns(words, size, columns))
    stacks += page_columns(page, size, columns)
    stacks.append(lexicon_columns(load_lexicon(page.form), *words.by_block(len(size)), len(size)))
    if tree is not None:
        odds = load_element_names()
        stacks.append(called_columns(called_of(tree, shipped=True), odds, tree.descent))
    return stacks, tree
