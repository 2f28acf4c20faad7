"""A candidate for the headline, and how candidates are weighed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from articlex.models.forest import load_forest, log_odds
from articlex.page import Fact, Page
from articlex.ranking import Weighed
from articlex.tokens import tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: The value of a feature that a candidate does not have.
_MISSING = -9.0


@dataclass(slots=True)
class Candidate:
    """A text that may be the headline: ``blocks`` print it, ``facts`` state it, ``features`` describe it.

    ``key`` is the folded text, ``words`` the set of its words. ``line_chance`` is the sum of what the net
    over the lines of raw page text gives those that print it.
    """

    text: str
    key: str
    blocks: list[int] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    features: dict[str, float] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    line_chance: float = 0.0

    def __post_init__(self) -> None:
        """Take the words from the key."""
        self.words = frozenset(tokens(self.key))


#: The candidates of a page with their probabilities to be the headline, the likeliest first.
Ranked = list[Weighed[Candidate]]
#: A rule that knows better than the models: of a page and its candidates, of which there are some, it names
#: the one that comes first; None if the likeliest may stay.
Correction = Callable[[Page, Ranked], Candidate | None]


def in_heading(page: Page, candidate: Candidate) -> bool:
    """Whether a heading prints a candidate."""
    return any(page.blocks[index].level for index in candidate.blocks)


def forest_odds(name: str, candidates: Sequence[Candidate]) -> NDArray[np.float64]:
    """The log-odds of each candidate by the shipped trees of ``name``."""
    forest = load_forest(name)
    return log_odds(forest, matrix([each.features for each in candidates], forest.names))


def matrix(features: Sequence[dict[str, float]], names: Sequence[str]) -> NDArray[np.float32]:
    """One row for each set of features, one column for each of ``names``."""
    import numpy as np

    missing = dict.fromkeys(names, _MISSING)
    pick = itemgetter(*names)
    return np.array([pick(missing | each) for each in features], np.float32)


def corrected(page: Page, ranked: Ranked, corrections: Iterable[Correction]) -> Ranked:
    """``ranked`` with what each of ``corrections``, in their order, names first."""
    for correction in corrections:
        if ranked and (found := correction(page, ranked)):
            ranked = with_first(found, ranked)
    return ranked


def with_first(found: Candidate, ranked: Ranked) -> Ranked:
    """``ranked`` with ``found``, as likely as the first was, in place of all that say the same."""
    others = (one for one in ranked if one.candidate.key != found.key)
    return [Weighed(ranked[0].chance, found), *others]
