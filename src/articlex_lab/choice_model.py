"""Fitting the conditional logit of :mod:`articlex.ranking`, and checking it across sites."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Sequence
from importlib import import_module
from typing import Any, NamedTuple

#: Weight of the L2 penalty; 0.5, 1, 2 and 3 were tried on headlines and differ by less than a point.
PENALTY = 2.0
FOLDS = 5


class Example(NamedTuple):
    """One page: its site, and the features of each candidate with whether the candidate is right."""

    site: str
    corpus: str
    candidates: list[tuple[Collection[str], bool]]


def fit(examples: Sequence[Example], penalty: float = PENALTY) -> dict[str, float]:
    """The weights that make the right candidates probable, each as much as the others of its page.

    Gold may be read in more than one way. If the sum of their probabilities were what counts, the reading
    that is right more often would take all of it, and the other would be fitted on the pages alone on which
    it is wrong. Pages without a right candidate teach nothing.
    """
    np: Any = import_module("numpy")
    optimize: Any = import_module("scipy.optimize")
    pages = [e.candidates for e in examples if any(right for _, right in e.candidates)]
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


def _design(
    pages: Sequence[Sequence[tuple[Collection[str], bool]]],
) -> tuple[Any, dict[str, int], Any, Any, Any]:
    """The sparse matrix of candidates by features, and where each page's candidates start."""
    np: Any = import_module("numpy")
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


def best(weights: dict[str, float], candidates: Sequence[tuple[Collection[str], bool]]) -> int:
    """Index of the candidate that the weights choose; the first one of equals."""
    utilities = [sum(weights.get(feature, 0.0) for feature in features) for features, _ in candidates]
    return max(range(len(utilities)), key=lambda at: (utilities[at], -at))


def cross_validate(examples: Sequence[Example]) -> dict[str, dict[str, float]]:
    """For each corpus: the share of pages with the right choice by weights fitted on other sites, the share
    on which some candidate is right at all, and the number of pages."""
    folds = [zlib.crc32(example.site.encode()) % FOLDS for example in examples]
    tally: dict[str, list[int]] = {}
    for fold in range(FOLDS):
        weights = fit([e for e, f in zip(examples, folds, strict=True) if f != fold])
        for example, f in zip(examples, folds, strict=True):
            if f == fold:
                counts = tally.setdefault(example.corpus, [0, 0, 0])
                candidates = example.candidates
                counts[0] += bool(candidates) and candidates[best(weights, candidates)][1]
                counts[1] += any(right for _, right in candidates)
                counts[2] += 1
    return {
        corpus: {"right": round(a / n, 3), "reachable": round(b / n, 3), "pages": n}
        for corpus, (a, b, n) in sorted(tally.items())
    }
