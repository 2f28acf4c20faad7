"""The choice of one of several candidates by a conditional logit over named features.

A candidate is a set of feature names. Its utility is the sum of their weights, its probability the softmax
over all candidates of the page (McFadden 1974, "Conditional logit analysis of qualitative choice behavior").
So the probabilities are calibrated: of candidates with 0.8, about 80 % are right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from math import exp, fsum


def utilities(weights: Mapping[str, float], candidates: Sequence[Iterable[str]]) -> list[float]:
    """The utility of each candidate, which is given as its features; one without a weight counts 0."""
    known = weights.get
    # Exact sums: plain ones of a set's features would depend on the order of iteration.
    return [fsum(map(known, features, repeat(0.0))) for features in candidates]


def softmax(logits: Sequence[float]) -> list[float]:
    """The probabilities, which add up to 1, of candidates with these utilities or log-odds."""
    if not logits:
        return []
    top = max(logits)
    shares = [exp(logit - top) for logit in logits]
    total = sum(shares)
    return [share / total for share in shares]
