"""Boosted trees, read from a data file and evaluated with numpy.

All trees are laid out as full binary trees of one depth, so that a row takes the same number of steps in
each. It goes to the right where ``feature > threshold``. The sum of the leaves is a log-odds (Friedman,
"Greedy function approximation: a gradient boosting machine", 2001).

A few rows walk down the trees, node by node. For many rows each question that the trees ask is answered once,
for all rows, as bits, 64 rows to a word. Which rows come to a node, and which of them go on to the left and
to the right, then takes bitwise operations. For 300 rows of the body's trees that is 0.4 of the time, and
less for those of titles, of which more share their questions.

The files are ``data/body-html.model`` and the like; :mod:`articlex.models.packing` says what is in them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from articlex.models.packing import model_file, pack, unpack

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Rows that go down the trees at a time. A row takes 4 KB on its way, and a page may have half a million.
_AT_ONCE = 2_048

#: Rows times trees from which on all questions are answered at once. With 45 rows of the body's trees, or 17
#: of those of titles, both ways take the same time.
_MANY = 6_500

#: Questions about one column that are compared with it at a time, and values that are: so many stay in the
#: cache of the processor.
_TOGETHER, _NEAR = 4, 1 << 16

#: A word that says of 64 rows that all of them come to a node.
_ALL = (1 << 64) - 1

#: What the header of the file holds.
_HEADER = frozenset(("features", "trees", "depth", "scale", "bias", "weights"))


@dataclass(frozen=True)
class Forest:
    """``trees`` trees of ``depth`` steps each, node 0 the root, nodes 2i+1 and 2i+2 below node i."""

    names: tuple[str, ...]
    trees: int
    depth: int
    #: Column that each inner node asks about: int [trees, 2 ** depth - 1].
    columns: NDArray[np.int64]
    #: What the column's value must exceed to go right: float32 [trees, 2 ** depth - 1].
    thresholds: NDArray[np.float32]
    #: Log-odds in units of ``scale``: int16 [trees, 2 ** depth].
    leaves: NDArray[np.int16]
    scale: float
    bias: float
    #: Weights by feature of the regression whose odds the trees see, if they see those of one. They were
    #: fitted together and are in one file, so that no page sees the weights of one fit and the trees of
    #: another.
    weights: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def levels(self) -> list[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """Columns and thresholds by depth, tree after tree: below node i of one level are 2i and 2i+1."""
        return [
            (self.columns[:, level].ravel(), self.thresholds[:, level].ravel())
            for level in _levels(self.depth)
        ]

    @cached_property
    def terms(self) -> NDArray[np.int64]:
        """All leaves, as wide integers: to add them takes 0.7 of the time that those of 16 bits take."""
        import numpy as np

        return self.leaves.ravel().astype(np.int64)

    @cached_property
    def questions(self) -> Questions:
        """The different questions of the trees."""
        import numpy as np

        pairs = np.empty(self.columns.size, complex)
        pairs.real = np.where(np.isfinite(self.thresholds), self.columns, 0).ravel()
        pairs.imag = self.thresholds.ravel()
        pairs, number = np.unique(pairs, return_inverse=True)
        column = pairs.real.astype(np.int64)
        place = (np.arange(len(pairs)) - column.searchsorted(column)) % _TOGETHER
        row = np.cumsum(place == 0) - 1
        thresholds = np.full((row[-1] + 1, _TOGETHER), np.inf, np.float32)
        thresholds[row, place] = pairs.imag
        asked = (row * _TOGETHER + place)[number.reshape(self.columns.shape)]
        return Questions(column[place == 0], thresholds, self._asked_by_level(asked, thresholds.ravel()))

    def _asked_by_level(self, asked: NDArray[np.int64], thresholds: NDArray[np.float32]) -> list[Level]:
        """The nodes that ask something, or have one below them that does, level by level from the root.

        ``asked`` are the numbers of the nodes' questions among ``thresholds``. A tree of 31 leaves has 30
        such nodes, of 127 in a full tree of its depth: to go through these alone takes 0.4 of the time.
        """
        import numpy as np

        needed = [np.isfinite(self.thresholds[:, level]).T for level in _levels(self.depth)]
        for above, nodes in reversed(list(pairwise(needed))):
            above |= nodes[::2] | nodes[1::2]
        # What stands where a tree has fewer nodes in a level than others: no value is above the infinite.
        never = int(thresholds.argmax())
        slots = [np.cumsum(nodes, axis=0) - 1 for nodes in needed]
        counts = [int(slot.max(initial=-1)) + 1 for slot in slots]
        levels: list[Level] = []
        for depth, (nodes, slot) in enumerate(zip(needed, slots, strict=True)):
            place, tree = np.nonzero(nodes)
            questions = np.full((counts[depth], self.trees), never)
            questions[slot[place, tree], tree] = asked[tree, place + (1 << depth) - 1]
            comes_from = np.zeros((counts[depth], self.trees), np.int64)
            if depth:
                half = counts[depth - 1] * self.trees
                above = slots[depth - 1][place >> 1, tree] * self.trees + tree
                comes_from[slot[place, tree], tree] = (place & 1) * half + above
            levels.append(Level(questions, comes_from))
        return levels


def _levels(depth: int) -> list[slice]:
    """The places of the nodes of a tree of ``depth``, level by level."""
    return [slice((1 << level) - 1, (2 << level) - 1) for level in range(depth)]


@dataclass(frozen=True, slots=True)
class Questions:
    """What a forest asks, each question once: whether ``columns[i]`` is above each of ``thresholds[i]``.
    ``levels`` are the nodes by depth."""

    columns: NDArray[np.int64]
    thresholds: NDArray[np.float32]
    levels: list[Level]


class Level(NamedTuple):
    """The nodes of one depth, [nodes of a tree, trees]: the question of each, and the place of the way that
    leads to it among those from the level above, of which all that go to the left come first."""

    questions: NDArray[np.int64]
    comes_from: NDArray[np.int64]


@cache
def load_forest(name: str) -> Forest:
    """Shipped trees ("body-html", "title-text", "day-html"); read once, on first use."""
    return parse_forest(model_file(name))


def parse_forest(packed: bytes) -> Forest:
    """A forest from the bytes of a model file."""
    import numpy as np

    header, body = unpack(packed)
    trees, depth = header["trees"], header["depth"]
    inner, leaves = (1 << depth) - 1, 1 << depth
    questions = trees * inner
    columns = np.frombuffer(body, np.uint16, questions).astype(np.int64).reshape(trees, inner)
    thresholds = np.frombuffer(body, np.float32, questions, questions * 2).reshape(trees, inner)
    values = np.frombuffer(body, np.int16, trees * leaves, questions * 6).reshape(trees, leaves)
    return Forest(
        names=tuple(header["features"]),
        trees=trees,
        depth=depth,
        columns=columns,
        thresholds=thresholds,
        leaves=values,
        scale=header["scale"],
        bias=header["bias"],
        weights=header.get("weights", {}),
    )


def pack_forest(header: dict[str, Any], columns: Any, thresholds: Any, leaves: Any) -> bytes:
    """The bytes of a model file; the inverse of :func:`parse_forest`. Deterministic."""
    import numpy as np

    body = (
        np.asarray(columns, np.uint16).tobytes()
        + np.asarray(thresholds, np.float32).tobytes()
        + np.asarray(leaves, np.int16).tobytes()
    )
    return pack(header, _HEADER, body)


def log_odds(forest: Forest, values: NDArray[np.float32]) -> NDArray[np.float64]:
    """Log-odds of each row of ``values`` [blocks, features in the order of ``forest.names``]."""
    import numpy as np

    if len(values) > _AT_ONCE:
        parts = [values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE)]
        return np.concatenate([log_odds(forest, part) for part in parts])
    if len(values) * forest.trees >= _MANY:
        leaf = _selected(forest, np.ascontiguousarray(values.T))
    else:
        leaf = _walked(forest, np.ascontiguousarray(values)).T
    # Integer sums do not depend on the order of the terms: the same page gives the same bits everywhere.
    total = forest.terms.take(leaf, mode="clip").sum(axis=0)
    odds: NDArray[np.float64] = np.asarray(total * forest.scale + forest.bias, np.float64)
    return odds


def _walked(forest: Forest, values: NDArray[np.float32]) -> Any:
    """The leaf that each row comes to in each tree, node by node: [rows, trees]."""
    import numpy as np

    rows = np.arange(0, values.size, values.shape[1])[:, None]
    (columns, thresholds), *below = forest.levels
    # The roots ask all rows the same, so that whole columns are compared.
    node = np.arange(0, 2 * forest.trees, 2) + (values.take(columns, axis=1) > thresholds)
    for columns, thresholds in below:
        # No index is out of range; "clip" is by far the fastest mode.
        cells = columns.take(node, mode="clip")
        cells += rows
        answers = values.take(cells, mode="clip") > thresholds.take(node, mode="clip")
        node += node
        node += answers
    return node


def _selected(forest: Forest, by_column: NDArray[np.float32]) -> Any:
    """The leaf that each row comes to in each tree, from the answers to all questions: [trees, rows]."""
    import numpy as np

    answers = _answers(forest.questions, by_column)
    leaf = np.zeros((forest.trees, by_column.shape[1]), np.uint8)
    ways: Any = None
    for questions, comes_from in forest.questions.levels:
        # Which rows come to each node, and which of them go to the left and to the right.
        come = np.uint64(_ALL) if ways is None else ways.take(comes_from, axis=0, mode="clip")
        sides = np.empty((2, *questions.shape, answers.shape[1]), np.uint64)
        left, right = sides
        answers.take(questions, axis=0, out=right, mode="clip")
        right &= come
        np.bitwise_xor(right, come, out=left)
        ways = sides.reshape(-1, answers.shape[1])
        turn = np.bitwise_or.reduce(right, axis=0)
        leaf += leaf
        leaf += np.unpackbits(turn.view(np.uint8), axis=1, count=leaf.shape[1])
    # (To add numbers of two types takes half as long again.)
    found = leaf.astype(np.int64)
    found += np.arange(0, forest.leaves.size, 1 << forest.depth)[:, None]
    return found


def _answers(questions: Questions, by_column: NDArray[np.float32]) -> Any:
    """The answers to all questions, a bit for each row: [questions, words of 64 rows]."""
    import numpy as np

    count = by_column.shape[1]
    width = -(-count // 64) * 64
    packed = np.empty((questions.thresholds.size, width // 8), np.uint8)
    step = max(1, _NEAR // width)
    above = np.zeros((step, _TOGETHER, width), bool)
    for start in range(0, len(questions.columns), step):
        some = slice(start, start + step)
        values = by_column.take(questions.columns[some], axis=0)
        held = above[: len(values)]
        # One after the other: numpy takes a third longer for arrays of three dimensions.
        for place, thresholds in enumerate(questions.thresholds[some].T):
            np.greater(values, thresholds[:, None], out=held[:, place, :count])
        # A row ends with a word, so that all of them are packed as one.
        answers = np.packbits(held.ravel()).reshape(-1, width // 8)
        packed[start * _TOGETHER : (start + len(values)) * _TOGETHER] = answers
    return packed.view(np.uint64)


def probabilities(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-odds as probabilities."""
    import numpy as np

    clipped: NDArray[np.float64] = np.clip(odds, -30.0, 30.0)
    return 1.0 / (1.0 + np.exp(-clipped))
