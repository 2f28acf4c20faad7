"""Features of the classes and ids around a block: whether other sites have these around their texts.

Templates and programs give their elements the same names on thousands of sites ("widget_recent_entries",
"field-name-body", "td-post-content"), many more than :mod:`articlex.scoring.vocabulary` has in its groups.
How much likelier than not a block inside an element with such a name is main content, in log-odds, is learned
from the corpora, as it is for words (:mod:`articlex.scoring.lexicon`). A name that is not known counts
nothing.

The file is ``data/element-names.model``: the names, joined by line breaks, then the log-odds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from articlex.models.packing import model_file, unpack
from articlex.scoring.columns import Stack, integers, stacked
from articlex.scoring.lexicon import UNIT
from articlex.scoring.tree import Descent, Tree, descent, innermost
from articlex.signs.elements import Elements

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAMES = tuple(
    f"called_{name}" for name in ("own", "parent", "nearest", "lowest", "highest", "sum", "near", "known")
)

#: The sum over the elements around a block is cut off at so far from 0.
_MOST = 15.0

#: What the log-odds of an element keep for each level between it and the block.
_FADE = 0.8


class Called(NamedTuple):
    """The elements of a page that hold blocks, in document order, and what they are called."""

    own: NDArray[np.int64]  # the innermost element of each block
    parent: NDArray[np.int64]  # of each element, -1 for the root
    depth: NDArray[np.int64]
    look: NDArray[np.int64]  # the look of each element: those of one look have the same names
    looks: int  # how many there are
    names: Mapping[str, Sequence[int]]  # the looks that have each name, perhaps twice


def called_of(tree: Tree, shipped: bool = False) -> Called:
    """What the elements of ``tree`` are called, with all names, or with those alone that are ``shipped``."""
    elements = tree.elements
    names = shipped_names_of(elements) if shipped else names_of(elements)
    return Called(tree.own, tree.parent, tree.depth, tree.look, len(elements.named), names)


def names_of(elements: Elements) -> dict[str, Sequence[int]]:
    """The words of elements, and as a whole their classes and ids of several words, behind a full stop; with
    the places of the elements that have them."""
    several: defaultdict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(elements.named):
        for name in node.shape.lower().split():
            if "-" in name or "_" in name:
                several["." + name].append(place)
    return {**elements.with_word, **several}


def shipped_names_of(elements: Elements) -> dict[str, Sequence[int]]:
    """Those of these names that ship, which are few: in half of the time that it takes to find all."""
    words, known = elements.with_word, _shipped_of_several_words()
    found: dict[str, Sequence[int]] = {
        word: words[word] for word in words.keys() & load_element_names().keys()
    }
    several: defaultdict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(elements.named):
        if "-" in node.shape or "_" in node.shape:
            for name in node.shape.lower().split():
                if name in known:
                    several[name].append(place)
    return found | {"." + name: places for name, places in several.items()}


@cache
def load_element_names() -> Mapping[str, float]:
    """The names that ship, with the log-odds of each."""
    import numpy as np

    header, arrays = unpack(model_file("element-names"))
    count, size = header["names"], header["bytes"]
    names = arrays[:size].decode().split("\n")
    odds = np.frombuffer(arrays, np.int8, count, size) * np.float32(UNIT)
    return dict(zip(names, odds.tolist(), strict=True))


@cache
def _shipped_of_several_words() -> frozenset[str]:
    """Those of the names that ship that are of several words, without the full stop."""
    return frozenset(name[1:] for name in load_element_names() if name.startswith("."))


def called_columns(called: Called, odds: Mapping[str, float], way: Descent | None = None) -> Stack:
    """Columns on the names of the elements around each block; ``odds`` are the log-odds of known names, and
    ``way`` is the descent of the elements, if it has been found."""
    import numpy as np

    own, parent = called.own, called.parent
    mean, lowest, highest, known = _of_looks(called, odds).take(called.look, axis=1)
    values = np.array((mean, mean, known, -lowest, highest))
    way = way or descent(called.depth, parent)
    whole, faded, known_around, lowest_around, highest_around = _around(values, own, way)
    above = parent.take(own)
    columns = (
        mean.take(own),
        np.where(above < 0, 0.0, mean.take(above)),
        mean.take(innermost(known > 0, parent).take(own)),
        -lowest_around,
        highest_around,
        np.minimum(np.maximum(whole, -_MOST), _MOST),
        faded,
        known_around,
    )
    return stacked(NAMES, columns, len(own))


def _of_looks(called: Called, odds: Mapping[str, float]) -> NDArray[np.float64]:
    """For each look the mean of the log-odds of those of its names that are known, the lowest (at most 0),
    the highest (at least 0), and whether one is known: [4, looks].

    The order in which they are summed up does not count: they are of single precision, the sums of double.
    """
    import numpy as np

    names = list(called.names.keys() & odds.keys())
    having = [{*called.names[name]} for name in names]
    at = integers(list(chain.from_iterable(having)))
    known = np.repeat(np.array([odds[name] for name in names]), list(map(len, having)))
    lowest, highest = np.zeros((2, called.looks))
    np.minimum.at(lowest, at, known)
    np.maximum.at(highest, at, known)
    counts = np.bincount(at, minlength=called.looks)
    mean = np.bincount(at, known, called.looks) / np.maximum(counts, 1)
    return np.array((mean, lowest, highest, counts > 0))


def _around(values: Any, own_of: NDArray[np.int64], way: Descent) -> Any:
    """``values`` [5, elements] of the elements around each block [5, blocks]: the first three rows summed up,
    of which the second fades with the levels between, of the others the highest."""
    import numpy as np

    fade = np.array((1.0, _FADE, 1.0))[:, None]
    order, place, levels = way
    held = values.take(order, axis=1)
    for level, parents in levels:
        above, own = held.take(parents, axis=1), held[:, level]
        own[:3] += above[:3] * fade
        np.maximum(own[3:], above[3:], out=own[3:])
    return held.take(place.take(own_of), axis=1)
