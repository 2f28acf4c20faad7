"""The chances of the candidates for the headline of raw page text: the weighted mean of three models.

A net over all lines (:mod:`articlex.models.net`) sees each line beside its neighbours and the page as a
whole. It sieves the lines, and its chances count as well. Trees and a second net see the candidates, of which
more is known. Each model divides a probability of 1 among the candidates and "none" (conditional logit).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from articlex.models.forest import load_forest, log_odds
from articlex.models.net import load_net, row_odds
from articlex.ranking import softmax
from articlex.scoring.features import places_of
from articlex.titles.candidate import Candidate, matrix
from articlex.titles.text.lines import Lines

#: The weights of the models. None of thirteen sets of weights was better on other sites (0.750 of the titles
#: right; the trees alone 0.722, the net over candidates alone 0.732).
TREES, RIVALS, LINES = 0.5, 0.2, 0.3


def line_chances(lines: Lines) -> list[float]:
    """The probability of each line to be the headline, by the shipped net over lines."""
    if not lines.indices:
        return []
    net = load_net("title-lines")
    return shares(row_odds(net, lines.columns(net.names)))


def text_chances(candidates: Sequence[Candidate]) -> list[float]:
    """The probability of each candidate to be the headline; they come in the order of the page."""
    if not candidates:
        return []
    trees, rivals = load_forest("title-text"), load_net("title-rivals")
    asked = _in_one(trees.names, rivals.names)
    values = matrix([each.features for each in candidates], asked)
    of_trees, of_rivals = (values[:, places_of(judge.names, asked)] for judge in (trees, rivals))
    by_trees = shares(log_odds(trees, of_trees).tolist())
    return mix(by_trees, shares(row_odds(rivals, of_rivals)), [each.line_chance for each in candidates])


@cache
def _in_one(names: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """All names, each once. Both models ask for nearly the same features."""
    return tuple(dict.fromkeys((*names, *others)))


def mix(trees: Sequence[float], rivals: Sequence[float], lines: Sequence[float]) -> list[float]:
    """The weighted mean of the three chances of each candidate."""
    return [TREES * a + RIVALS * b + LINES * c for a, b, c in zip(trees, rivals, lines, strict=True)]


def shares(odds: Sequence[float]) -> list[float]:
    """Log-odds against "none" as probabilities, which with that of "none" add up to 1."""
    return softmax([0.0, *odds])[1:]
