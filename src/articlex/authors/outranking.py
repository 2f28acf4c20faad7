"""What a rule says that leaves some candidates out in favour of others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from articlex.authors.gathering import Authors
from articlex.page import Page


class Outranking(NamedTuple):
    """Indices of candidates: the ``signers``, who are taken for the authors, outrank the ``others``, who are
    left out. Either both are empty, and the rule says nothing of the page, or neither is."""

    signers: set[int]
    others: set[int]


NO_OUTRANKING = Outranking(set(), set())

#: A rule by which some of the candidates of a page outrank others.
Rule = Callable[[Page, Sequence[Authors]], Outranking]


def outranking(signers: set[int], others: set[int]) -> Outranking:
    """The outranking of ``others`` by ``signers``; none unless there is one of each."""
    return Outranking(signers, others) if signers and others else NO_OUTRANKING


def over_all(feature: str) -> Rule:
    """The rule that the candidates with a feature outrank all others."""

    def rule(page: Page, candidates: Sequence[Authors]) -> Outranking:
        signers = {place for place, each in enumerate(candidates) if feature in each.features}
        return outranking(signers, set(range(len(candidates))) - signers)

    return rule
