"""Whether probabilities and confidences are calibrated: what was stated against what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from articlex_lab.training.body.validation.evaluate import bag_scores
from articlex_lab.training.body.validation.prediction import Prediction

_BINS = 10
_BAR = 40


class Bin(NamedTuple):
    """The cases whose stated value is in one tenth: their number, the means of what was stated and found."""

    cases: int
    stated: float
    found: float


def reliability(stated: Iterable[float], found: Iterable[float]) -> list[Bin]:
    """The tenths that have cases, in order. The two means of a tenth are alike where values are
    calibrated."""
    said, true = np.array(list(stated), float), np.array(list(found), float)
    places = np.minimum((said * _BINS).astype(int), _BINS - 1)
    chosen = [places == number for number in range(_BINS)]
    return [Bin(int(c.sum()), float(said[c].mean()), float(true[c].mean())) for c in chosen if c.any()]


def plot(title: str, bins: Sequence[Bin]) -> str:
    """A line for each tenth: the stated mean, a bar for the found one, a mark where the bar should end."""
    lines = [title]
    for found in bins:
        bar = ["#" if place < round(found.found * _BAR) else " " for place in range(_BAR + 1)]
        bar[round(found.stated * _BAR)] = "|"
        lines.append(f"  {found.stated:.2f}  {''.join(bar)}  {found.found:.2f}  ({found.cases})")
    return "\n".join(lines)


def page_confidences(predictions: Sequence[Prediction]) -> list[Bin]:
    """The confidence of pages against their word F1, for pages with a gold text."""
    stated, found = [], []
    for page in predictions:
        if not len(page.sample.gold):
            continue
        stated.append(page.confidence)
        found.append(bag_scores(page.sample, page.kept)[2])
    return reliability(stated, found)


def block_probabilities(predictions: Sequence[Prediction]) -> list[Bin]:
    """The probability of blocks against the share of them that is gold, where that is known."""
    stated, found = [], []
    for page in predictions:
        known = ~np.isnan(page.sample.labels) & ~page.sample.title
        stated.append(page.chances[known])
        found.append(page.sample.labels[known])
    return reliability(np.concatenate(stated), np.concatenate(found))
