"""``make lost-breaks``: fit where lines ended in a text without line breaks, ``data/lost-breaks.model``.

Prints how many ends of lines are found on sites that were not fitted on, for several limits; those at the
limit that articlex uses are kept in the file. The same corpora give the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click
import numpy as np

from articlex.models.forest import Forest, log_odds
from articlex.read.text.lost_breaks.gap_features import NAMES
from articlex.read.text.lost_breaks.parting import LIKELY
from articlex_lab.command import run_command
from articlex_lab.training.fitting import forest
from articlex_lab.training.fitting.forest import Settings
from articlex_lab.training.fitting.model_files import LICENCES, origin, write_forest
from articlex_lab.training.fitting.page_trees import place
from articlex_lab.training.lost_breaks.pages import GLUED, SPACED, STRIPPED, Example, examples

SETTINGS = Settings(trees=300, depth=8, leaves=40, least_rows=200, l2=5.0)
FOLDS = 3
_LIMITS = (-1.0, -0.5, LIKELY, 0.0, 0.5)
_WAYS = {"stripped": STRIPPED, "with spaces": SPACED, "written together": GLUED}

#: The odds of the gaps of a page, and whether a line ended at each.
Told = tuple[Any, Any]


def fit(pages: Sequence[Example]) -> Forest:
    """The trees fitted on the gaps of ``pages``."""
    values = np.concatenate([page.values for page in pages])
    ended = np.concatenate([page.ended for page in pages]).astype(float)
    weights = np.concatenate([page.weights for page in pages])
    return forest.to_forest(forest.fit(values, ended, weights, SETTINGS), NAMES, SETTINGS.depth)


def odds(trees: Forest, pages: Iterable[Example]) -> dict[str, list[Told]]:
    """What the trees say of the gaps of ``pages``, by the way in which these are flattened."""
    asked = [NAMES.index(name) for name in trees.names]
    told: dict[str, list[Told]] = {name: [] for name in _WAYS}
    names = {way: name for name, way in _WAYS.items()}
    for page in pages:
        told[names[page.way]].append(
            (log_odds(trees, np.ascontiguousarray(page.values[:, asked])), page.ended)
        )
    return told


def shares(told: dict[str, list[Told]], limit: float) -> dict[str, float]:
    """Of the gaps above a limit those at which a line ended, and of the latter those above it."""
    said: dict[str, float] = {}
    for name, pages in told.items():
        found = np.concatenate([odds for odds, _ in pages]) > limit
        ended = np.concatenate([ended for _, ended in pages])
        said[f"{name}, precision"] = round(float(ended[found].mean()), 4)
        said[f"{name}, recall"] = round(float(found[ended].mean()), 4)
    return said


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.option("--check", is_flag=True, help="Print the scores and write nothing.")
def main(check: bool) -> None:
    """Entry point of ``python -m articlex_lab.training.lost_breaks.train``."""
    pages = list(examples())
    told: dict[str, list[Told]] = {name: [] for name in _WAYS}
    for fold in range(FOLDS):
        trees = fit([page for page in pages if place(page.site, FOLDS) != fold])
        others = [page for page in pages if page.scored and place(page.site, FOLDS) == fold]
        for name, found in odds(trees, others).items():
            told[name] += found
    for limit in _LIMITS:
        sys.stdout.write(f"above {limit}: {json.dumps(shares(told, limit))}\n")
    if not check:
        trees = fit(pages)
        asked = [NAMES.index(name) for name in trees.names]
        rows = np.concatenate([page.values[:1, asked] for page in pages])
        said: dict[str, Any] = {"other_sites": shares(told, LIKELY), "settings": SETTINGS._asdict()}
        write_forest("lost-breaks", trees, rows, said | origin(LICENCES))


if __name__ == "__main__":
    run_command(main)
