"""Fit the three judges that choose the headline of raw page text (:mod:`articlex.titles.text.choice`).

The net over lines comes first, since it says which lines are candidates. Trees and a second net are fitted on
the candidates that it chooses when it was fitted on other sites.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from articlex.models.forest import Forest, log_odds
from articlex.models.net import Net, row_odds
from articlex.scoring.features import places_of
from articlex.titles.text.candidates import candidates_of
from articlex.titles.text.choice import mix, shares
from articlex_lab.training.fitting.choice_net import Rows, fit_choice_net, used
from articlex_lab.training.fitting.forest import Settings, fit, to_forest
from articlex_lab.training.fitting.model_files import WITH_NETS, origin, write_forest, write_net
from articlex_lab.training.fitting.net import NetSettings
from articlex_lab.training.titles.pages import (
    CORPORA,
    FOLDS,
    Choice,
    TextPage,
    choice,
    choice_of,
    fold_of,
    names_of,
    others,
    scores,
    taught,
)

#: The least second derivative of the loss for a candidate, so that no leaf runs away.
LEAST_CURVATURE = 1e-3

TREES = Settings(trees=300, depth=5, leaves=12, learning_rate=0.05, features=0.25, rows=0.7)
#: Shares of right titles of `wcxb-dev` by all judges, two seeds, with a weight of the kind of page of 0 and
#: of 0.3: 0.715 and 0.725, 0.727 and 0.727.
LINES = NetSettings(width=64, epochs=8, decay=0.05, dropout=0.4, kind=0.3)
RIVALS = NetSettings(width=48, epochs=8, decay=0.05, dropout=0.4, kind=0.3)


class Judges(NamedTuple):
    """The net over lines, and the trees and the net over candidates."""

    lines: Net
    trees: Forest
    rivals: Net


def line_choices(pages: Sequence[TextPage]) -> list[Choice]:
    """The choice among all lines, for each page."""
    return [choice_of(p.record, p.lines.values, p.right, p.scored, p.there) for p in pages]


def fit_lines(choices: Sequence[Choice], names: tuple[str, ...], settings: NetSettings) -> Net:
    """The net fitted on ``choices``, whose columns are ``names``."""
    rows = [Rows(each.values, each.right, each.kind) for each in choices]
    return fit_choice_net(rows, names, settings)


def fit_trees(choices: Sequence[Choice], names: tuple[str, ...]) -> Forest:
    """The forest under which the right candidates of each page are the likeliest.

    As in :func:`articlex.titles.text.choice.shares`, candidates and "none" share a probability of 1; "none"
    is right on a page without a right candidate; several right candidates count in equal parts.
    """
    choices = [each for each in choices if len(each.right)]
    right = np.concatenate([each.right for each in choices]).astype(float)
    sizes = [len(each.right) for each in choices]
    starts = np.cumsum([0, *sizes[:-1]])
    page = np.repeat(np.arange(len(sizes)), sizes)
    wanted = right / np.maximum(np.add.reduceat(right, starts), 1.0)[page]

    def objective(odds: Any, _: Any) -> tuple[Any, Any]:
        top = np.maximum(np.maximum.reduceat(odds, starts), 0.0)
        weights = np.exp(odds - top[page])
        chances = weights / (np.add.reduceat(weights, starts) + np.exp(-top))[page]
        return chances - wanted, np.maximum(chances * (1.0 - chances), LEAST_CURVATURE)

    values = np.concatenate([each.values for each in choices])
    return to_forest(fit(values, right, np.ones(len(right)), TREES, objective), names, TREES.depth)


def line_chances(net: Net, page: Choice) -> list[float]:
    """The probability of each line of ``page`` by a net over all its columns."""
    return shares(row_odds(net, page.values)) if len(page.values) else []


def candidate_chances(
    judges: Judges, names: tuple[str, ...], page: Choice
) -> tuple[list[float], list[float]]:
    """The probability of each candidate of ``page``, whose columns are ``names``, by the trees and by the
    net."""
    if not len(page.values):
        return [], []
    asked = page.values[:, places_of(judges.trees.names, names)]
    return shares(log_odds(judges.trees, asked).tolist()), shares(row_odds(judges.rivals, page.values))


class Fits(NamedTuple):
    """What the fits on the folds gave, for each page."""

    #: The features of lines, and the choices among lines.
    columns: tuple[str, ...]
    lines: list[Choice]
    #: The features of candidates, and the choices among candidates.
    names: tuple[str, ...]
    candidates: list[Choice]
    #: The probabilities of lines.
    line_chances: list[list[float]]
    #: The probabilities of candidates by trees, by the net over candidates and by the net over lines.
    chances: list[tuple[list[float], list[float], list[float]]]


def fit_folds(pages: Sequence[TextPage]) -> Fits:
    """Fit all judges on all folds of sites but one, and judge the pages of that one; for each fold."""
    lines = line_choices(pages)
    columns = next(page.lines.names for page in pages if page.lines.names)
    nets = [fit_lines(others(lines, fold), columns, LINES) for fold in range(FOLDS)]
    by_line = [line_chances(nets[fold_of(each.site)], each) for each in lines]
    found = [candidates_of(p.page, p.lines, each) for p, each in zip(pages, by_line, strict=True)]
    names = names_of(found)
    choices = [choice(p.record, each, names, p.scored, p.there) for p, each in zip(pages, found, strict=True)]
    judges = [
        Judges(
            nets[fold],
            fit_trees(others(choices, fold), names),
            fit_lines(others(choices, fold), names, RIVALS),
        )
        for fold in range(FOLDS)
    ]
    chances = []
    for each, candidates in zip(choices, found, strict=True):
        trees, rivals = candidate_chances(judges[fold_of(each.site)], names, each)
        chances.append((trees, rivals, [candidate.line_chance for candidate in candidates]))
    return Fits(columns, lines, names, choices, by_line, chances)


def checked(fits: Fits) -> dict[str, dict[str, Any]]:
    """The scores of each judge alone and of all together, on sites that were not fitted on."""
    return {
        "title-lines": scores(fits.lines, fits.line_chances),
        "title-text": scores(fits.candidates, [trees for trees, _, _ in fits.chances]),
        "title-rivals": scores(fits.candidates, [rivals for _, rivals, _ in fits.chances]),
        "together": scores(fits.candidates, [mix(*each) for each in fits.chances]),
    }


def train_text(pages: Sequence[TextPage], *, keep: bool) -> None:
    """Fit and check the judges; with ``keep`` write ``title-lines``, ``title-text`` and ``title-rivals``."""
    fits = fit_folds(pages)
    found = checked(fits)
    for name, of_corpora in found.items():
        sys.stdout.write(f"{name}: {json.dumps(of_corpora)}\n")
    if keep:
        lines = taught(fits.lines)
        _write_net("title-lines", fit_lines(lines, fits.columns, LINES), LINES, lines, found)
        candidates = taught(fits.candidates)
        net = fit_lines(candidates, fits.names, RIVALS)
        _write_net("title-rivals", net, RIVALS, candidates, found)
        forest = fit_trees(candidates, fits.names)
        rows = np.concatenate([each.values[:1] for each in fits.candidates if len(each.right)])
        said = {"settings": TREES._asdict(), **_origin("title-text", found)}
        write_forest("title-text", forest, rows[:, places_of(forest.names, fits.names)], said)


def _write_net(name: str, net: Net, settings: NetSettings, choices: Sequence[Choice], found: Any) -> None:
    pages = [each.values for each in choices]
    write_net(name, net, pages, {"settings": used(settings), **_origin(name, found)})


def _origin(name: str, found: dict[str, Any]) -> dict[str, Any]:
    said = {"other_sites": found[name], "together": found["together"]}
    return said | origin(CORPORA, WITH_NETS)
