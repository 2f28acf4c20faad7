"""The scorer: boosted trees, read from a data file and evaluated with numpy.

All trees are laid out as full binary trees of one depth, so that every block goes down every tree in the same
number of vectorised steps. A block goes to the right where ``feature > threshold``. The sum of the leaves is
a log-odds (Friedman, "Greedy function approximation: a gradient boosting machine", 2001).

The file is ``data/body-html.model`` and the like; :mod:`articlex.scoring.packing` says what is in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from articlex.page import Form
from articlex.scoring.packing import model_file, pack, unpack

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Rows that go down the trees at a time. A row takes 4 KB on its way, and a page may have half a million.
_AT_ONCE = 2_048

#: What the header of the file holds.
_HEADER = frozenset(("features", "trees", "depth", "scale", "bias"))


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

    @cached_property
    def levels(self) -> list[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """Columns and thresholds by depth, tree after tree: below node i of one level are 2i and 2i+1."""
        bounds = [((1 << depth) - 1, (2 << depth) - 1) for depth in range(self.depth)]
        return [(self.columns[:, a:b].ravel(), self.thresholds[:, a:b].ravel()) for a, b in bounds]


@cache
def load_forest(form: Form) -> Forest:
    """The shipped trees for pages of ``form``; read once, on first use."""
    return parse_forest(model_file(f"body-{form.value}"))


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
        tuple(header["features"]), trees, depth, columns, thresholds, values, header["scale"], header["bias"]
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
    by_column = np.ascontiguousarray(values.T)
    blocks = np.arange(len(values))
    (columns, thresholds), *below = forest.levels
    # The roots ask all blocks the same, so that whole columns are compared.
    node = np.arange(0, 2 * forest.trees, 2)[:, None] + (by_column[columns] > thresholds[:, None])
    for columns, thresholds in below:
        # No index is out of range; "clip" is by far the fastest way to say that it need not be an error.
        cells = (columns * len(values)).take(node, mode="clip")
        cells += blocks
        answers = by_column.take(cells, mode="clip") > thresholds.take(node, mode="clip")
        node += node
        node += answers
    # Integer sums do not depend on the order of the terms: the same page gives the same bits everywhere.
    total = forest.leaves.ravel().take(node, mode="clip").sum(axis=0, dtype=np.int64)
    odds: NDArray[np.float64] = np.asarray(total * forest.scale + forest.bias, np.float64)
    return odds


def probabilities(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-odds as probabilities."""
    import numpy as np

    clipped: NDArray[np.float64] = np.clip(odds, -30.0, 30.0)
    return 1.0 / (1.0 + np.exp(-clipped))
