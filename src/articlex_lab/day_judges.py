"""Fitting the trees and the net of :mod:`articlex.dates.choice` on what the two regressions leave open.

They see what the regressions said, so that has to come from weights that have not seen the page: the
pages are parted by site, and each part gets its odds from weights fitted on the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np

from articlex.dates.choice import (
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
from articlex.dates.days import Day
from articlex.dates.weighing import day_odds
from articlex.scoring.model import log_odds
from articlex.stages.published import MIN_CLAIM
from articlex_lab.date_model import Example, Weights, days, fit_both, is_right, is_update
from articlex_lab.page_trees import fit_pages, place
from articlex_lab.training.choice_net import Rows, fit_choice_net
from articlex_lab.training.forest import Settings
from articlex_lab.training.net import NetSettings

SETTINGS = Settings(
    trees=200, depth=5, leaves=12, learning_rate=0.06, features=0.3, rows=0.7, l2=5.0, least_rows=20
)
NET = NetSettings(width=48, epochs=10, decay=0.05, dropout=0.4)
FOLDS, PARTS = 5, 3


class Fitted(NamedTuple):
    """The weights of the regressions ("printed", "day"), and trees and net."""

    weights: dict[str, Weights]
    judges: Judges


class Judged(NamedTuple):
    """One page of a site that was not fitted on: its days, and the probabilities of none and of each."""

    page: Example
    days: list[str]
    chances: list[float]


def fit(pages: Sequence[Example]) -> Fitted:
    """Weights, trees and net fitted on ``pages``.

    Left out are pages whose gold is the day of an update while the markup states another day of publication.
    """
    pages = [page for page in pages if not is_update(page)]
    taught: list[tuple[list[Day], list[Any], list[bool]]] = []
    for part in range(PARTS):
        weights = fit_both([page for page in pages if place(page.site, PARTS, "part") != part])
        for page in pages:
            if place(page.site, PARTS, "part") == part and (found := days(page, weights["printed"])):
                right = [is_right(day.day, page.gold) for day in found]
                taught.append((found, _rows(page, found, weights), [not any(right), *right]))
    names = names_of((found, each) for found, each, _ in taught)
    columns = columns_of(names)
    matrices = [matrix(found, each, columns) for found, each, _ in taught]
    answers = [right for _, _, right in taught]
    forest = fit_pages(answers, matrices, names, SETTINGS)
    examples = [Rows(values, np.array(right)) for values, right in zip(matrices, answers, strict=True)]
    return Fitted(fit_both(pages), judges_of(forest, fit_choice_net(examples, names, NET, none=False)))


def _rows(page: Example, found: list[Day], weights: dict[str, Weights]) -> list[Any]:
    return rows(found, day_odds(found, page.shared, weights["day"]), page.around)


def names_of(pages: Iterable[tuple[list[Day], list[Any]]]) -> tuple[str, ...]:
    """The names of all features that some row has, in alphabetical order."""
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
    """The matrix of a page, in the columns that the net asks about."""
    return matrix(found, _rows(page, found, fitted.weights), fitted.judges.columns)


def cross_validate(pages: Sequence[Example]) -> list[Judged]:
    """Each page judged by what was fitted on the other folds of sites."""
    judged: list[Judged] = []
    for fold in range(FOLDS):
        fitted = fit([page for page in pages if place(page.site, FOLDS) != fold])
        judged += [judge(page, fitted) for page in pages if place(page.site, FOLDS) == fold]
    return judged


def scores(judged: Iterable[Judged], most_none: float) -> dict[str, str]:
    """Share of right choices and number of pages, by "corpus day", "corpus none" and "corpus update".

    A day is claimed as long as the probability of none is below ``most_none``.
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
