"""Fitting the conditional logit of :mod:`articlex.ranking`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from importlib import import_module
from typing import Any

import numpy as np

#: The features of each candidate of a page, and whether the candidate is right.
Candidates = Sequence[tuple[Collection[str], bool]]


def fit(examples: Sequence[Candidates], penalty: float) -> dict[str, float]:
    """The weights of features under which the right candidates of each page are probable, all equally so.

    ``penalty`` is the weight of the L2 penalty. Pages without a right candidate are ignored.

    Several candidates of a page are right where its gold can be read in more than one way. If only the sum of
    their probabilities counted, the reading that is right more often would get all of it, and the other one
    would be fitted only on the pages on which it is wrong.
    """
    optimize: Any = import_module("scipy.optimize")
    pages = [page for page in examples if any(right for _, right in page)]
    matrix, names, starts, page_of, right = _design(pages)
    wanted = right / np.add.reduceat(right, starts)[page_of]

    def loss(weights: Any) -> tuple[float, Any]:
        utility = matrix @ weights
        utility -= np.maximum.reduceat(utility, starts)[page_of]
        odds = np.exp(utility)
        total = np.add.reduceat(odds, starts)[page_of]
        surprise = wanted @ (np.log(total) - utility)
        gradient = matrix.T @ (wanted - odds / total)
        return surprise + penalty / 2 * weights @ weights, penalty * weights - gradient

    result = optimize.minimize(
        loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500}
    )
    return {name: round(float(result.x[at]), 2) for name, at in names.items() if abs(result.x[at]) >= 0.02}


def _design(pages: Sequence[Candidates]) -> tuple[Any, dict[str, int], Any, Any, Any]:
    """The sparse matrix of candidates by features, the column of each feature, the first row of each page,
    and for each row its page and whether it is right (1.0)."""
    sparse: Any = import_module("scipy.sparse")
    names: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    page_of: list[int] = []
    right: list[float] = []
    for page, candidates in enumerate(pages):
        for features, is_right in candidates:
            for feature in sorted(features):
                rows.append(len(right))
                columns.append(names.setdefault(feature, len(names)))
            page_of.append(page)
            right.append(float(is_right))
    matrix = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(right), len(names)))
    starts = np.flatnonzero(np.diff(page_of, prepend=-1))
    return matrix, names, starts, np.array(page_of), np.array(right)
