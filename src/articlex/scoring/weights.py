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
#: Features that are named of a block.
_MOST = 8


class Weight(NamedTuple):
    """A feature of a block with its value, and the change in log-odds that comes of it."""

    name: str
    value: float
    change: float


def weightiest_features(page: Page) -> dict[int, list[Weight]]:
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
        columns = np.argsort(-np.abs(changes), axis=1, kind="stable")[:, :_MOST]
        numbers = (columns, np.take_along_axis(some, columns, 1), np.take_along_axis(changes, columns, 1))
        of_rows = zip(*(each.tolist() for each in numbers), strict=True)
        for place, of_row in enumerate(of_rows, start):
            own = zip(*of_row, strict=True)
            weights = [Weight(forest.names[column], value, change) for column, value, change in own if change]
            found[matrix.rows[place]] = weights
    return found


class _Questions(NamedTuple):
    """The questions of all trees, one tree after the other, with the usual answers; the values of all rows.

    No index is out of range: "clip" is by far the fastest mode.
    """

    columns: NDArray[np.int64]
    thresholds: NDArray[np.float32]
    usual: NDArray[np.bool_]
    cells: NDArray[np.float32]

    def answers(
        self, at: NDArray[np.int64], row: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.bool_], NDArray[np.bool_]]:
        """The columns of the questions at these places, the rows' answers to them, and the usual ones."""
        column = self.columns.take(at, mode="clip")
        right = self.cells.take(row + column, mode="clip") > self.thresholds.take(at, mode="clip")
        return column, right, self.usual.take(at, mode="clip")


class _Fork(NamedTuple):
    """The ways that part on one level of the trees from the usual: their places, columns and other nodes."""

    ways: NDArray[np.int64]
    column: NDArray[np.int64]
    to: NDArray[np.int64]


def feature_weights(
    forest: Forest, values: NDArray[np.float32], usual: NDArray[np.float32]
) -> NDArray[np.float64]:
    """What each row's log-odds lose if a feature has its value of ``usual``: [rows, features].

    Say a tree asks for the words of a block, then for its links, and the usual answer is the other one both
    times. From the first question a second way leads to the leaf of a block with as many words as usual and
    these links, from the second question another to that of one with these words and as many links as usual.
    A feature weighs what the block's own leaf has more than the leaf at the end of its second way.
    """
    import numpy as np

    inner, width = forest.columns.shape[1], values.shape[1]
    columns, thresholds = forest.columns.ravel(), forest.thresholds.ravel()
    questions = _Questions(columns, thresholds, usual.take(columns) > thresholds, values.ravel())
    # A way is a row, by its place in the values, and a tree, by that of its root.
    row, root = (way.ravel() for way in np.indices((len(values), forest.trees)))
    row *= width
    root *= inner
    node, forks = _walked(questions, row, root, forest.depth)
    leaves = forest.leaves.ravel().astype(np.float64)
    leaf = root // inner * (inner + 1) - inner
    lost = np.zeros(values.size)
    for depth, (ways, column, to) in enumerate(forks, 1):
        own_root, own_row = root[ways], row[ways]
        for _ in range(depth, forest.depth):
            asked, right, other = questions.answers(own_root + to, own_row)
            np.copyto(right, other, where=asked == column)
            to = 2 * to + 1 + right
        change = leaves.take(leaf[ways] + node[ways]) - leaves.take(leaf[ways] + to)
        lost += np.bincount(own_row + column, change, values.size)
    weights: NDArray[np.float64] = lost.reshape(values.shape) * forest.scale
    return weights


def _walked(
    questions: _Questions, row: NDArray[np.int64], root: NDArray[np.int64], depth: int
) -> tuple[NDArray[np.int64], list[_Fork]]:
    """The node at the end of each way, and on each level the ways from which a second one parts there."""
    import numpy as np

    node = np.zeros_like(row)
    changed: list[NDArray[np.int64]] = []
    forks = []
    for _ in range(depth):
        column, right, other = questions.answers(root + node, row)
        divides = right != other
        for earlier in changed:  # the second way has been walked from the first such question on
            divides &= earlier != column
        ways = np.flatnonzero(divides)
        forks.append(_Fork(ways, column[ways], 2 * node[ways] + 1 + other[ways]))
        changed.append(np.where(divides, column, -1))
        node = 2 * node + 1 + right
    return node, forks
