"""What a rule says that leaves some candidates out in favour of others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from articlex.authors.gathering import Authors


class Outranking(NamedTuple):
    """Indices of candidates: the ``signers``, who are taken for the authors, outrank the ``others``, who are
    left out. Either both are empty, and the rule says nothing of the page, or neither is."""

    signers: set[int]
    others: set[int]


NO_OUTRANKING = Outranking(set(), set())


def outranking(signers: set[int], others: set[int]) -> Outranking:
    """The outranking of ``others`` by ``signers``; none unless there is one of each."""
    return Outranking(signers, others) if signers and others else NO_OUTRANKING


def by_feature(candidates: Sequence[Authors], feature: str) -> Outranking:
    """The candidates that have a feature outrank all others."""
    signers = {place for place, each in enumerate(candidates) if feature in each.features}
    return outranking(signers, set(range(len(candidates))) - signers)
