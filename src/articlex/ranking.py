"""Choosing one of several candidates: a conditional logit over named features.

A candidate is a set of feature names; its utility is the sum of their weights, and its probability the
softmax over all candidates of the page (McFadden 1974, "Conditional logit analysis of qualitative choice
behavior"). So a probability is what it says: of candidates with 0.8, about 80 % are right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat
from math import exp, fsum


def utilities(weights: Mapping[str, float], candidates: Sequence[Iterable[str]]) -> list[float]:
    """The utility of each candidate, given as its features; those without a weight count nothing."""
    known = weights.get
    # Exact sums: those of a set's features would depend on the order in which the set gives them.
    return [fsum(map(known, features, repeat(0.0))) for features in candidates]


def softmax(logits: Sequence[float]) -> list[float]:
    """The probabilities, which add up to 1, of candidates with these utilities or log-odds."""
    if not logits:
        return []
    top = max(logits)
    shares = [exp(logit - top) for logit in logits]
    total = sum(shares)
    return [share / total for share in shares]
