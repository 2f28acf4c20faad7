"""Which features weighed most in the score of each block, for ``articlex explain``.

The weight of a feature is what the log-odds of a block by the trees would lose if the feature had the page's
median value in its place; the net, which sees the page as a whole, is left out. Where all answers that a
block gives to the questions about a feature are those of the median, nothing changes. Only from a question
that divides them on, a second way down the tree is walked: 3 walks for a block, where to ask all trees anew
for each feature would take 347.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from articlex.models.forest import Forest, load_forest
from articlex.page import Page
from articlex.scoring.features import build_matrix, places_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Rows whose ways are walked at a time; each takes 60 KB.
_AT_ONCE = 256


class Weight(NamedTuple):
    """A feature of a block with its value, and the change in log-odds that comes of it."""

    name: str
    value: float
    change: float


def weightiest_features(page: Page, most: int = 8) -> dict[int, list[Weight]]:
    """The features that weighed most for each block with text, by its index."""
    import numpy as np

    matrix = build_matrix(page)
    if matrix is None:
        return {}
    forest = load_forest(f"body-{page.form}")
    values = np.ascontiguousarray(matrix.values.T.take(places_of(forest.names, matrix.names), axis=0).T)
    usual = np.median(values, axis=0)
    found: dict[int, list[Weight]] = {}
    for start in range(0, len(values), _AT_ONCE):
        some = values[start : start + _AT_ONCE]
        changes = feature_weights(forest, some, usual)
        columns = np.argsort(-np.abs(changes), axis=1, kind="stable")[:, :most]
        numbers = (columns, np.take_along_axis(some, columns, 1), np.take_along_axis(changes, columns, 1))
        of_rows = zip(*(each.tolist() for each in numbers), strict=True)
        for place, of_row in enumerate(of_rows, start):
            own = zip(*of_row, strict=True)
            weights = [Weight(forest.names[column], value, change) for column, value, change in own if change]
            found[matrix.rows[place]] = weights
    return found


def feature_weights(
    forest: Forest, values: NDArray[np.float32], usual: NDArray[np.float32]
) -> NDArray[np.float64]:
    """What each row's log-odds lose if a feature has its value of ``usual``: [rows, features]."""
    import numpy as np

    inner, width = forest.columns.shape[1], values.shape[1]
    columns, thresholds = forest.columns.ravel(), forest.thresholds.ravel()
    by_usual = usual.take(columns) > thresholds
    cells = values.ravel()
    # A way is a row, by its place in ``cells``, and a tree, by that of its root. No index is out of range:
    # "clip" is by far the fastest mode.
    row, root = (way.ravel() for way in np.indices((len(values), forest.trees)))
    row *= width
    root *= inner
    node = np.zeros_like(row)
    changed: list[NDArray[np.int64]] = []
    forks = []
    for _ in range(forest.depth):
        at = root + node
        column = columns.take(at, mode="clip")
        right = cells.take(row + column, mode="clip") > thresholds.take(at, mode="clip")
        other = by_usual.take(at, mode="clip")
        divides = right != other
        for earlier in changed:  # the other way has been walked from the first such question on
            divides &= earlier != column
        ways = np.flatnonzero(divides)
        forks.append((ways, column[ways], 2 * node[ways] + 1 + other[ways]))
        changed.append(np.where(divides, column, -1))
        node = 2 * node + 1 + right
    leaves = forest.leaves.ravel().astype(np.float64)
    leaf = root // inner * (inner + 1) - inner
    lost = np.zeros(values.size)
    for depth, (ways, column, to) in enumerate(forks, 1):
        own_root, own_row = root[ways], row[ways]
        for _ in range(depth, forest.depth):
            at = own_root + to
            asked = columns.take(at, mode="clip")
            right = cells.take(own_row + asked, mode="clip") > thresholds.take(at, mode="clip")
            np.copyto(right, by_usual.take(at, mode="clip"), where=asked == column)
            to = 2 * to + 1 + right
        change = leaves.take(leaf[ways] + node[ways]) - leaves.take(leaf[ways] + to)
        lost += np.bincount(own_row + column, change, values.size)
    weights: NDArray[np.float64] = lost.reshape(values.shape) * forest.scale
    return weights
