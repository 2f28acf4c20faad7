"""The probability of each day of a page to be the day of publication.

It is found in three steps. Two are logistic regressions (in ``data/day-*.model``, made by
``articlex_lab.training.days.train``): how likely a printed date is a dateline, from where and how it is
printed; then how likely a day is the day of publication, from all that states it and from its rivals. The
third step sees all days of the page together (:mod:`articlex.days.choice`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from articlex.days.choice import chances, day_judges
from articlex.days.dateline import Candidate
from articlex.days.days import Day, days_of
from articlex.days.surroundings import surroundings
from articlex.page import Fact, Form, Page
from articlex.page_kinds import page_features
from articlex.ranking import Weighed, best_first


class Model(NamedTuple):
    """The weights of the features of a printed date, and of a day, in log odds; "bias" is the constant."""

    printed: Mapping[str, float]
    day: Mapping[str, float]


def date_model(form: Form) -> Model:
    """The weights for one form of page."""
    weights = day_judges(form).forest.weights
    return Model(weights["printed"], weights["day"])


def log_odds(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted sum of ``features``; those without a weight do not count."""
    products = [weights.get(name, 0.0) * value for name, value in features.items() if value]
    return weights["bias"] + sum(products)


def probability(odds: float) -> float:
    """The probability for log ``odds``, which are cut off at -30 and 30."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


def weigh(
    page: Page, stated: Sequence[Fact], printed: Sequence[Candidate], odds: Sequence[float]
) -> tuple[float, list[Weighed[Day]]]:
    """The probability that the page has no day of publication; and each day with its probability, likeliest
    first.

    ``stated`` are the facts about dates, ``odds`` the log odds of ``printed`` by :func:`date_model`.
    """
    days = days_of(stated, printed, odds)
    if not days:
        return 1.0, []
    shared = page_features(page)
    each = day_odds(days, shared, date_model(page.form).day)
    none, *found = chances(page.form, days, each, surroundings(page, shared))
    return none, best_first(found, days)


def day_odds(days: Sequence[Day], shared: Mapping[str, float], weights: Mapping[str, float]) -> list[float]:
    """The log odds of each day by the regression; ``shared`` are the features of the page."""
    page = log_odds(shared, weights)
    return [page + log_odds(day.features, weights) - weights["bias"] for day in days]
