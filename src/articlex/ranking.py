"""The choice of one of several candidates, and the choice that is stated with its best rivals.

By a conditional logit a candidate is a set of feature names. Its utility is the sum of their weights, its
probability the softmax over all candidates of the page (McFadden 1974, "Conditional logit analysis of
qualitative choice behavior"). So the probabilities are calibrated: of candidates with 0.8, about 80 % are
right.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from itertools import repeat, starmap
from math import exp, fsum
from typing import Generic, NamedTuple, TypeVar

C = TypeVar("C")

#: Candidates that lose are stated if they are at least so probable, and at most so many.
_MIN_PROBABILITY, MAX_LOSERS = 0.05, 3


class Weighed(NamedTuple, Generic[C]):
    """A candidate with its probability to be the one."""

    chance: float
    candidate: C


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


def best_first(chances: Iterable[float], candidates: Iterable[C]) -> list[Weighed[C]]:
    """The candidates with their probabilities, the likeliest first."""
    weighed = starmap(Weighed, zip(chances, candidates, strict=True))
    return sorted(weighed, key=lambda one: -one.chance)


def with_rivals(ranked: Sequence[Weighed[C]]) -> list[Weighed[C]]:
    """The likeliest candidate of ``ranked`` and those that are stated although they lose."""
    return [*ranked[:1], *(one for one in ranked[1 : MAX_LOSERS + 1] if one.chance >= _MIN_PROBABILITY)]


def stated_score(chance: float) -> float:
    """The score of a fact on a candidate: above 0.5, as those of facts from the markup alone are below."""
    return 0.5 + round(chance, 3) / 2


def binned(value: int, edges: tuple[int, ...]) -> int:
    """A number as a feature, which is there or not, by the range that it falls in: the first of ``edges``
    that ``value`` does not exceed; a larger one counts as the last plus one."""
    place = bisect_left(edges, value)
    return edges[place] if place < len(edges) else edges[-1] + 1
