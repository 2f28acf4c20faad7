"""The scorer: boosted oblivious trees, read from a data file and evaluated with numpy.

An oblivious tree of depth D asks the same D questions ``feature > threshold`` of every block, so one
comparison answers a question for all blocks, and the D answers are the bits of the number of the leaf
(Prokhorenkova et al., "CatBoost: unbiased boosting with categorical features", NeurIPS 2018). The sum of the
leaves is a log-odds.

The file (``data/body.model``) is zlib-compressed: a line of JSON, the birth certificate, and then the arrays
that it names. No pickle, and nothing is imported that could run.
"""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from articlex.page import Form

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Forest:
    """The trees for one form of input. ``trees`` trees of ``depth`` questions each."""

    names: tuple[str, ...]
    trees: int
    depth: int
    #: Column of each question, tree by tree: int [trees * depth].
    columns: NDArray[np.int64]
    #: What the column's value must exceed: float32 [trees * depth].
    thresholds: NDArray[np.float32]
    #: Log-odds in units of ``scale``: int16 [trees, 2 ** depth].
    leaves: NDArray[np.int16]
    scale: float
    bias: float


@cache
def load_forest(form: Form) -> Forest:
    """The shipped trees for pages of ``form``; read once, on first use."""
    return parse_forest(files("articlex.data").joinpath(f"body-{form.value}.model").read_bytes())


def parse_forest(packed: bytes) -> Forest:
    """A forest from the bytes of a model file."""
    import numpy as np

    data = zlib.decompress(packed)
    head, _, body = data.partition(b"\n")
    header = json.loads(head)
    trees, depth = header["trees"], header["depth"]
    questions = trees * depth
    columns = np.frombuffer(body, np.uint16, questions).astype(np.int64)
    thresholds = np.frombuffer(body, np.float32, questions, questions * 2)
    leaves = np.frombuffer(body, np.int16, trees << depth, questions * 6).reshape(trees, 1 << depth)
    return Forest(
        tuple(header["features"]), trees, depth, columns, thresholds, leaves, header["scale"], header["bias"]
    )


def pack_forest(header: dict[str, Any], columns: Any, thresholds: Any, leaves: Any) -> bytes:
    """The bytes of a model file; the inverse of :func:`parse_forest`. Deterministic."""
    import numpy as np

    head = json.dumps(header, sort_keys=True, ensure_ascii=False).encode() + b"\n"
    body = (
        np.asarray(columns, np.uint16).tobytes()
        + np.asarray(thresholds, np.float32).tobytes()
        + np.asarray(leaves, np.int16).tobytes()
    )
    return zlib.compress(head + body, 9)


def log_odds(forest: Forest, values: NDArray[np.float32]) -> NDArray[np.float64]:
    """Log-odds of each row of ``values`` [blocks, features in the order of ``forest.names``]."""
    import numpy as np

    by_column = np.ascontiguousarray(values.T)
    answers = by_column[forest.columns] > forest.thresholds[:, None]
    answers = answers.reshape(forest.trees, forest.depth, len(values))
    leaf = np.zeros((forest.trees, len(values)), np.uint8 if forest.depth <= 8 else np.uint16)
    for level in range(forest.depth):
        leaf |= answers[:, level].astype(leaf.dtype) << level
    # Integer sums do not depend on the order of the terms: the same page gives the same bits everywhere.
    total = np.take_along_axis(forest.leaves, leaf.astype(np.intp), axis=1).sum(axis=0, dtype=np.int64)
    odds: NDArray[np.float64] = total * forest.scale + forest.bias
    return odds


def probabilities(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-odds as probabilities."""
    import numpy as np

    clipped: NDArray[np.float64] = np.clip(odds, -30.0, 30.0)
    return 1.0 / (1.0 + np.exp(-clipped))
