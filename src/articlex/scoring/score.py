"""From a page to the probability of each block that it is main content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from articlex.models.forest import Forest, load_forest, log_odds, probabilities
from articlex.models.net import load_net, net_odds
from articlex.page import Form, Page
from articlex.scoring.agreement import agree, looks
from articlex.scoring.features import Matrix, build_matrix, places_of
from articlex.scoring.kind import article_chance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: The net's share in the log-odds, the forest has the rest. On sites not fitted on, HTML (three folds of
#: wcxb-dev) 0.2, 0.3, 0.4 and 0.5: wcxb-dev 0.855, 0.857, 0.856, 0.854; multilingual 0.945, 0.945, 0.944,
#: 0.942; news 0.968, 0.968, 0.966, 0.966. Raw page text (the other two folds) 0.5, 0.6, 0.7 and 0.8: wcxb-dev
#: 0.857, 0.858, 0.859, 0.859; multilingual 0.914, 0.913, 0.911, 0.910; forums 0.689, 0.697, 0.702, 0.704.
_NET_SHARE: Mapping[Form, float] = {Form.HTML: 0.3, Form.TEXT: 0.7}

#: Beyond so many rows the net is not asked. It was fitted on up to 600 at a time, and 20,000 links before an
#: article make it deaf.
_MOST_ROWS = 3_000


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
    odds = log_odds(_forest_of(page.form, matrix.names), matrix.values)
    if len(matrix.rows) <= _MOST_ROWS:
        net = load_net(f"net-{page.form}")
        odds = mix(odds, net_odds(net, _ordered(matrix, net.names), matrix.tokens), page.form)
    article = article_chance(matrix, page.form)
    look = looks(matrix.names, matrix.values, page.form)
    odds = agree(odds, look, matrix.tokens, article, page.form)
    return Scores(matrix.rows, probabilities(odds), matrix.tokens, article)


@cache
def _forest_of(form: Form, names: tuple[str, ...]) -> Forest:
    """The shipped trees for a matrix with the columns ``names``, so that no page is put in their order."""
    forest = load_forest(f"body-{form}")
    return replace(forest, names=names, columns=places_of(forest.names, names)[forest.columns])


def mix(forest: NDArray[np.float64], net: NDArray[np.float64], form: Form) -> NDArray[np.float64]:
    """The log-odds of the forest and those of the net in one."""
    share = _NET_SHARE[form]
    return (1.0 - share) * forest + share * net


def _ordered(matrix: Matrix, names: tuple[str, ...]) -> NDArray[np.float32]:
    """The matrix's columns in the order of ``names``."""
    return matrix.values.T.take(places_of(names, matrix.names), axis=0).T
