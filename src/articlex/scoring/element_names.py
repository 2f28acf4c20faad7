"""Features of what the elements around a block are called: whether other sites call what holds texts so.

Templates and programs give their elements the same classes and ids on thousands of sites
("widget_recent_entries", "field-name-body", "td-post-content"), many more than
:mod:`articlex.scoring.vocabulary` has in its groups. What each such name stands for is learned from the
corpora as it is of words (:mod:`articlex.scoring.lexicon`): how much likelier a block inside an element with
that name is main content than not, in log-odds. A name that is not known says nothing.

The file is ``data/element-names.model``: the names, joined by line breaks, then the log-odds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from articlex.page import Node
from articlex.scoring.columns import Stack, integers
from articlex.scoring.lexicon import UNIT
from articlex.scoring.packing import model_file, unpack
from articlex.scoring.tree import Tree, innermost

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAMES = tuple(
    f"called_{name}" for name in ("own", "parent", "nearest", "lowest", "highest", "sum", "near", "known")
)

#: The names of all elements around a block together are no farther from 0.
_MOST = 15.0

#: What the log-odds of an element keep for each level between it and the block.
_FADE = 0.8


class Called(NamedTuple):
    """The elements of a page that hold blocks, in document order, and what they are called."""

    own: NDArray[np.int64]  # the innermost element of each block
    parent: NDArray[np.int64]  # of each element, -1 for the root
    depth: NDArray[np.int64]
    look: NDArray[np.int64]  # the place of each element's names in ``names``
    names: Sequence[tuple[str, ...]]


def called_of(tree: Tree) -> Called:
    """What the elements of ``tree`` are called: those that hold blocks, since of others no block asks."""
    import numpy as np

    named = tree.elements.named
    is_shown = np.bincount(tree.look, minlength=len(named)).tolist()
    names = [names_of(node) if shown else () for node, shown in zip(named, is_shown, strict=True)]
    return Called(tree.own, tree.parent, tree.depth, tree.look, names)


def names_of(node: Node) -> tuple[str, ...]:
    """The words of an element, and as a whole its classes and ids of several words, behind a full stop."""
    shape = node.shape
    if "-" not in shape and "_" not in shape:
        return tuple(dict.fromkeys(node.words))
    whole = [f".{name}" for name in shape.lower().split() if "-" in name or "_" in name]
    return tuple(dict.fromkeys([*node.words, *whole]))


@cache
def load_element_names() -> Mapping[str, float]:
    """The names that ship, with the log-odds of each."""
    import numpy as np

    header, arrays = unpack(model_file("element-names"))
    count, size = header["names"], header["bytes"]
    names = arrays[:size].decode().split("\n")
    odds = np.frombuffer(arrays, np.int8, count, size) * np.float32(UNIT)
    return dict(zip(names, odds.tolist(), strict=True))


def called_columns(called: Called, odds: Mapping[str, float]) -> Stack:
    """Columns on the names of the elements around each block; ``odds`` are the log-odds of known names."""
    import numpy as np

    own, parent = called.own, called.parent
    mean, lowest, highest, known = _of_looks(called.names, odds).take(called.look, axis=1)
    held = _around(np.array((mean, mean, known, -lowest, highest)), called)
    above = parent.take(own)
    table = np.empty((len(NAMES), len(own)), np.float32)
    table[0] = mean.take(own)
    table[1] = np.where(above < 0, 0.0, mean.take(above))
    table[2] = mean.take(innermost(known > 0, parent).take(own))
    table[3] = -held[3]
    table[4] = held[4]
    table[5] = np.minimum(np.maximum(held[0], -_MOST), _MOST)
    table[6:] = held[1:3]
    return Stack(NAMES, table)


def _of_looks(names: Sequence[tuple[str, ...]], odds: Mapping[str, float]) -> NDArray[np.float64]:
    """For the names of each look the mean of the log-odds of those that are known, the lowest (at most 0),
    the highest (at least 0), and whether one is known: [4, looks]."""
    import numpy as np

    look_up = odds.get
    found = [[odd for odd in map(look_up, each) if odd is not None] for each in names]
    table = np.zeros((4, len(found)))
    counts = integers([len(each) for each in found])
    some = np.flatnonzero(counts)
    if len(some):
        values = np.fromiter(chain.from_iterable(found), np.float64, int(counts.sum()))
        counts = counts[some]
        firsts = counts.cumsum() - counts
        table[0, some] = np.add.reduceat(values, firsts) / counts
        table[1, some] = np.minimum(np.minimum.reduceat(values, firsts), 0.0)
        table[2, some] = np.maximum(np.maximum.reduceat(values, firsts), 0.0)
        table[3, some] = 1.0
    return table


def _around(values: Any, called: Called) -> Any:
    """``values`` [5, elements] of the elements around each block [5, blocks]: the first three rows summed up,
    of which the second fades with the levels between, of the others the highest."""
    import numpy as np

    fade = np.array((1.0, _FADE, 1.0))[:, None]
    # In the order of their depth, so that those of one depth are a slice and their parents stand before it.
    order = called.depth.argsort(kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    held = values.take(order, axis=1)
    above = place.take(called.parent.take(order))
    depth = called.depth.take(order)
    bounds = depth.searchsorted(np.arange(1, int(depth[-1]) + 2))
    for start, end in pairwise(bounds.tolist()):
        upper = held.take(above[start:end], axis=1)
        level = held[:, start:end]
        level[:3] += upper[:3] * fade
        np.maximum(level[3:], upper[3:], out=level[3:])
    return held.take(place.take(called.own), axis=1)
