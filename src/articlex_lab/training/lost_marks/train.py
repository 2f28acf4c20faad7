"""``make marks``: fit which lines of an article in raw page text are headings, and which are items of lists,
``data/headings.model`` and ``data/list-items.model``.

Prints how many are found on sites that were not fitted on, for several limits; those at the limits that
articlex uses are kept in the files. The same corpora give the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import click
import numpy as np

from articlex.lost_marks import headings, lists
from articlex.lost_marks.features import NAMES
from articlex.models.forest import Forest, log_odds
from articlex_lab.command import run_command
from articlex_lab.training.fitting import forest
from articlex_lab.training.fitting.forest import Settings
from articlex_lab.training.fitting.model_files import LICENCES, origin, write_forest
from articlex_lab.training.fitting.page_trees import place
from articlex_lab.training.lost_marks.pages import Example, Said, examples
from articlex_lab.training.lost_marks.scores import heading_scores, list_scores

SETTINGS = Settings(trees=200, depth=7, leaves=31, features=0.3, least_rows=90, l2=5.0)
FOLDS = 3
#: A page with more lines than this counts as one of so many.
_MOST_LINES = 30


class Marks(NamedTuple):
    """What is fitted: the name of the model file, the label and the weight of a line by what the HTML says of
    it, which articles are asked about, and how choices at a limit are scored."""

    name: str
    label: Callable[[Said], float]
    weight: Callable[[Said], float]
    asks: Callable[[Example], bool]
    scores: Callable[[Sequence[Example], Sequence[Any], float], dict[str, float]]
    limits: Sequence[float]
    limit: float


HEADINGS = Marks(
    "headings",
    lambda said: {Said.HEADING: 1.0, Said.BOLD: 0.5}.get(said, 0.0),
    lambda said: {Said.NOTHING: 0.0, Said.BOLD: 0.3}.get(said, 1.0),
    lambda page: not page.marked_headings,
    heading_scores,
    (0.0, 0.5, 1.0, 1.5),
    headings.LIKELY,
)
ITEMS = Marks(
    "list-items",
    lambda said: float(said is Said.ITEM),
    lambda said: float(said is not Said.NOTHING),
    lambda page: not page.marked_items,
    list_scores,
    (-0.5, -0.25, -0.1, 0.25, 0.5),
    lists.LIKELY,
)


def fit(pages: Sequence[Example], marks: Marks) -> Forest:
    """The trees fitted on the lines of ``pages``, one or more of which are asked about some."""
    pages = [page for page in pages if page.said and marks.asks(page)]
    values = np.concatenate([page.values for page in pages])
    labels = np.array([marks.label(said) for page in pages for said in page.said])
    weights = np.array([
        marks.weight(said) * min(1.0, _MOST_LINES / len(page.said)) for page in pages for said in page.said
    ])  # fmt: skip
    taught = weights > 0
    fitted = forest.fit(values[taught], labels[taught], weights[taught], SETTINGS)
    return forest.to_forest(fitted, NAMES, SETTINGS.depth)


def odds_of_other_sites(pages: Sequence[Example], marks: Marks) -> list[Any]:
    """The log-odds of the lines of each page by trees that have not seen its site; -inf where they are not
    asked."""
    odds: list[Any] = [np.full(len(page.said), -np.inf) for page in pages]
    for fold in range(FOLDS):
        trees = fit([page for page in pages if place(page.site, FOLDS) != fold], marks)
        asked = [NAMES.index(name) for name in trees.names]
        for number, page in enumerate(pages):
            if page.said and page.scored and marks.asks(page) and place(page.site, FOLDS) == fold:
                odds[number] = log_odds(trees, np.ascontiguousarray(page.values[:, asked]))
    return odds


def write(pages: Sequence[Example], marks: Marks, scores: dict[str, float]) -> None:
    """Fit on ``pages`` and write the model file; ``scores`` are those that it holds."""
    trees = fit(pages, marks)
    asked = [NAMES.index(name) for name in trees.names]
    rows = np.concatenate([page.values[:1, asked] for page in pages if page.said and marks.asks(page)])
    said = {"other_sites": scores, "settings": SETTINGS._asdict(), **origin(LICENCES)}
    write_forest(marks.name, trees, rows, said)


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.option("--check", is_flag=True, help="Print the scores and write nothing.")
def main(check: bool) -> None:
    """Entry point of ``python -m articlex_lab.training.lost_marks.train``."""
    pages = list(examples())
    for marks in (HEADINGS, ITEMS):
        odds = odds_of_other_sites(pages, marks)
        scored = [number for number, page in enumerate(pages) if page.scored]
        kept = [pages[number] for number in scored], [odds[number] for number in scored]
        for limit in marks.limits:
            sys.stdout.write(f"{marks.name}, above {limit}: {json.dumps(marks.scores(*kept, limit))}\n")
        if not check:
            write(pages, marks, marks.scores(*kept, marks.limit))


if __name__ == "__main__":
    run_command(main)
