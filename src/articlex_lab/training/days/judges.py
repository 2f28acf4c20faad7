"""Fitting the trees and the net of :mod:`articlex.days.choice`.

The odds by the regressions are features of both, so that they have to come from weights that were not fitted
on the page: the pages are divided by site, and each part gets the odds from weights fitted on the other
parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

from articlex.days.choice import (
    PRINTED,
    Judges,
    blended,
    columns_of,
    judges_of,
    matrix,
    mixed,
    net_chances,
    rows,
)
from articlex.days.claim import MIN_CLAIM
from articlex.days.days import Day
from articlex.days.weighing import day_odds
from articlex.models.forest import log_odds
from articlex_lab.training.days.regressions import (
    Example,
    Weights,
    days,
    fit_both,
    is_right,
    is_update,
    teaches,
)
from articlex_lab.training.fitting.choice_net import Rows, fit_choice_net
from articlex_lab.training.fitting.forest import Settings
from articlex_lab.training.fitting.net import NetSettings
from articlex_lab.training.fitting.page_trees import fit_pages, for_copies, place

SETTINGS = Settings(
    trees=200, depth=5, leaves=12, learning_rate=0.06, features=0.3, rows=0.7, l2=5.0, least_rows=20
)
#: Mean losses over the days of four corpora, two seeds, with a weight of the kind of page of 0 and of 0.3: in
#: HTML 0.746 and 0.733, 0.719 and 0.718; with 0.1 and 1, first seed, 0.752 and 0.731. In raw page text 1.003
#: and 0.965, 0.950 and 0.988.
NET = NetSettings(width=48, epochs=10, decay=0.05, dropout=0.4, kind=0.3)
FOLDS, PARTS = 5, 3


class Fitted(NamedTuple):
    """The weights of the regressions, by "printed" and "day", and trees and net."""

    weights: dict[str, Weights]
    judges: Judges


class Judged(NamedTuple):
    """A page, its days, and the probabilities of "none" and of each day."""

    page: Example
    days: list[str]
    chances: list[float]


def fit(pages: Sequence[Example], copies: int = 1) -> Fitted:
    """Weights, trees and net fitted on ``pages``, in which each page is there ``copies`` times.

    Pages whose gold day is that of an update (:func:`is_update`) or nowhere on the page (:func:`teaches`) are
    left out.
    """
    pages = [page for page in pages if teaches(page) and not is_update(page)]
    taught: list[tuple[list[Day], list[Any], list[bool], str]] = []
    for part in range(PARTS):
        weights = fit_both([page for page in pages if place(page.site, PARTS, "part") != part])
        for page in pages:
            if place(page.site, PARTS, "part") == part and (found := days(page, weights["printed"])):
                right = [is_right(day.day, page.gold) for day in found]
                taught.append((found, _rows(page, found, weights), [not any(right), *right], page.kind))
    names = names_of((found, each) for found, each, _, _ in taught)
    columns = columns_of(names)
    matrices = [matrix(found, each, columns) for found, each, _, _ in taught]
    answers = [right for _, _, right, _ in taught]
    forest = fit_pages(answers, matrices, names, for_copies(SETTINGS, copies))
    examples = [
        Rows(values, np.array(right), kind)
        for values, (_, _, right, kind) in zip(matrices, taught, strict=True)
    ]
    net = fit_choice_net(examples, names, net_settings(copies), none=False)
    return Fitted(fit_both(pages), judges_of(forest, net))


def net_settings(copies: int) -> NetSettings:
    """The settings of the net: fewer epochs where each page is there in several ``copies``.

    Shares of right days of `wcxb-dev`, `snippets` and `dates` in raw page text, at the limit at which 0.91 of
    the pages of `wcxb-dev` without a day have none: one flattening, 10 epochs 0.913, 0.875, 0.884; three, 8
    epochs and leaves of 30 rows 0.917, 0.865, 0.887, 5 epochs and leaves of 50 rows 0.928, 0.878, 0.884.
    """
    return NET._replace(epochs=2 * NET.epochs // (copies + 1))


def _rows(page: Example, found: list[Day], weights: dict[str, Weights]) -> list[Any]:
    return rows(found, day_odds(found, page.shared, weights["day"]), page.around)


def names_of(pages: Iterable[tuple[list[Day], list[Any]]]) -> tuple[str, ...]:
    """The names of all features that a row has, in alphabetical order."""
    names: set[str] = set()
    for found, each in pages:
        names.update(name for features in each for name in features)
        names.update(PRINTED + name for day in found for one in day.printed[:1] for name in one.features)
    return tuple(sorted(names))


def judge(page: Example, fitted: Fitted) -> Judged:
    """What weights, trees and net say of a page."""
    found = days(page, fitted.weights["printed"])
    if not found:
        return Judged(page, [], [1.0])
    values = table(page, found, fitted)
    trees = log_odds(fitted.judges.forest, values[:, fitted.judges.asked])
    odds = day_odds(found, page.shared, fitted.weights["day"])
    chances = mixed(blended(trees, odds), net_chances(fitted.judges.net, values))
    return Judged(page, [day.day for day in found], chances)


def table(page: Example, found: list[Day], fitted: Fitted) -> Any:
    """The matrix of a page, "none" and each day, in the columns that the net asks about."""
    return matrix(found, _rows(page, found, fitted.weights), fitted.judges.columns)


def cross_validate(pages: Sequence[Example], copies: int = 1) -> list[Judged]:
    """The scored pages, each judged by a fit on the other folds of sites."""
    judged: list[Judged] = []
    scored = [page for page in pages if page.scored]
    for fold in range(FOLDS):
        fitted = fit([page for page in pages if place(page.site, FOLDS) != fold], copies)
        judged += [judge(page, fitted) for page in scored if place(page.site, FOLDS) == fold]
    return judged


def scores(judged: Iterable[Judged], most_none: float) -> dict[str, str]:
    """Share of right choices and number of pages, by "CORPUS day", "CORPUS none" (gold has no day) and
    "CORPUS update" (the gold day is that of an update).

    A day is stated where the probability of "none" is below ``most_none`` and that of the day high enough.
    """
    tally: dict[str, list[int]] = {}
    for page, found, chances in judged:
        claimed = ""
        if found and chances[0] < most_none and max(chances[1:]) >= MIN_CLAIM:
            claimed = found[int(np.argmax(chances[1:]))]
        kind = "none" if not page.gold else "update" if is_update(page) else "day"
        counts = tally.setdefault(f"{page.corpus} {kind}", [0, 0])
        counts[0] += is_right(claimed, page.gold) if page.gold else not claimed
        counts[1] += 1
    return {name: f"{right / seen:.3f} ({seen})" for name, (right, seen) in sorted(tally.items())}
