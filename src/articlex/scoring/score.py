"""From a page to the probability of each block that it is main content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlex.page import Page
from articlex.scoring.features import Matrix, build_matrix, places_of
from articlex.scoring.kind import article_chance
from articlex.scoring.model import Forest, load_forest, log_odds, probabilities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(slots=True)
class Scores:
    """Rows are the page's blocks with text: ``rows[i]`` is a block's index."""

    rows: list[int]
    probabilities: NDArray[np.float64]
    tokens: NDArray[np.float32]
    #: Probability that the page is an article rather than a list, a thread, a product.
    article: float


def score_page(page: Page) -> Scores | None:
    """The scores of ``page``; None when no block has text."""
    matrix = build_matrix(page)
    if matrix is None:
        return None
    forest = load_forest(page.form)
    odds = log_odds(forest, _ordered(matrix, forest))
    return Scores(matrix.rows, probabilities(odds), matrix.tokens, article_chance(matrix, page.form))


def weigh(page: Page, index: int, most: int = 8) -> list[tuple[str, float, float]]:
    """The features that weighed most for block ``index``: (name, value, change in log-odds).

    The weight of a feature is what the block's log-odds would lose if the feature had the page's median
    value in its place. An empty list for a block without text.
    """
    import numpy as np

    matrix = build_matrix(page)
    if matrix is None or index not in matrix.rows:
        return []
    forest = load_forest(page.form)
    values = _ordered(matrix, forest)
    row = values[matrix.rows.index(index)]
    used = np.unique(forest.columns)
    variants = np.repeat(row[None, :], len(used) + 1, axis=0)
    variants[np.arange(len(used)) + 1, used] = np.median(values, axis=0)[used]
    odds = log_odds(forest, variants)
    weights = odds[0] - odds[1:]
    order = np.argsort(-np.abs(weights), kind="stable")[:most]
    return [(forest.names[used[i]], float(row[used[i]]), float(weights[i])) for i in order if weights[i]]


def _ordered(matrix: Matrix, forest: Forest) -> NDArray[np.float32]:
    """The matrix's columns in the order of the forest's names."""
    return matrix.values.T.take(places_of(forest.names, matrix.names), axis=0).T
