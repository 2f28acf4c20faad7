"""``make headings``: fit which lines of an article in raw page text are headings, ``data/headings.model``.

Prints how many headings are found on sites that were not fitted on, for several limits; those at the limit
that articlex uses are kept in the file. The same corpora give the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

import click
import numpy as np

from articlex.headings.features import NAMES
from articlex.headings.learned import LIKELY
from articlex.scoring.model import Forest, log_odds
from articlex_lab.command import run_command
from articlex_lab.training.fitting import forest
from articlex_lab.training.fitting.forest import Settings
from articlex_lab.training.fitting.model_files import LICENCES, origin, write_forest
from articlex_lab.training.fitting.page_trees import place
from articlex_lab.training.headings.pages import Example, Said, examples

SETTINGS = Settings(trees=200, depth=7, leaves=31, features=0.3, least_rows=90, l2=5.0)
FOLDS = 3
#: Limits on the log-odds for which scores are printed.
SWEPT = (0.0, 0.5, 1.0, 1.5)
#: A page with more lines than this counts as one of so many.
_MOST_LINES = 30
#: Labels and weights of lines by what the HTML says of them.
_LABELS = {Said.HEADING: 1.0, Said.BOLD: 0.5, Said.OTHER: 0.0, Said.NOTHING: 0.0}
_WEIGHTS = {Said.HEADING: 1.0, Said.BOLD: 0.3, Said.OTHER: 1.0, Said.NOTHING: 0.0}


def fit(pages: Sequence[Example]) -> Forest:
    """The trees fitted on the lines of ``pages``, one or more of which have some."""
    pages = [page for page in pages if page.said]
    values = np.concatenate([page.values for page in pages])
    labels = np.array([_LABELS[said] for page in pages for said in page.said])
    weights = np.array([
        _WEIGHTS[said] * min(1.0, _MOST_LINES / len(page.said)) for page in pages for said in page.said
    ])  # fmt: skip
    taught = weights > 0
    fitted = forest.fit(values[taught], labels[taught], weights[taught], SETTINGS)
    return forest.to_forest(fitted, NAMES, SETTINGS.depth)


def odds_of_other_sites(pages: Sequence[Example]) -> list[Any]:
    """The log-odds of the lines of each page by trees that have not seen its site."""
    odds: list[Any] = [np.empty(0)] * len(pages)
    for fold in range(FOLDS):
        trees = fit([page for page in pages if place(page.site, FOLDS) != fold])
        asked = [NAMES.index(name) for name in trees.names]
        for number, page in enumerate(pages):
            if page.scored and page.said and place(page.site, FOLDS) == fold:
                odds[number] = log_odds(trees, np.ascontiguousarray(page.values[:, asked]))
    return odds


def scores(pages: Sequence[Example], odds: Sequence[Any], likely: float) -> dict[str, float]:
    """Shares of the headings of the articles: those that are found, by the reader alone and with the trees;
    and of what is found those that are headings. Paragraphs in bold count as neither."""
    counts: Counter[str] = Counter()
    for page, each in zip(pages, odds, strict=True):
        if not page.scored:
            continue
        counts["read"] += page.read
        counts["read right"] += page.read_right
        for said, odd in zip(page.said, each, strict=True):
            counts[f"{said.name} found"] += bool(odd > likely)
            counts[said.name] += 1
    right, wrong = counts[f"{Said.HEADING.name} found"], counts[f"{Said.OTHER.name} found"]
    headings = max(1, counts["read right"] + counts[Said.HEADING.name])
    shares = {
        "recall, reader": counts["read right"] / headings,
        "recall": (counts["read right"] + right) / headings,
        "precision, reader": counts["read right"] / max(1, counts["read"]),
        "precision, trees": right / max(1, right + wrong),
        "bold found": counts[f"{Said.BOLD.name} found"] / max(1, counts[Said.BOLD.name]),
    }
    return {name: round(share, 4) for name, share in shares.items()}


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.option("--check", is_flag=True, help="Print the scores and write nothing.")
def main(check: bool) -> None:
    """Entry point of ``python -m articlex_lab.training.headings.train``."""
    pages = list(examples())
    odds = odds_of_other_sites(pages)
    for likely in SWEPT:
        sys.stdout.write(f"above {likely}: {json.dumps(scores(pages, odds, likely))}\n")
    if not check:
        trees = fit(pages)
        asked = [NAMES.index(name) for name in trees.names]
        rows = np.concatenate([page.values[:1, asked] for page in pages if page.said])
        said = {
            "other_sites": scores(pages, odds, LIKELY),
            "settings": SETTINGS._asdict(),
            **origin(LICENCES),
        }
        write_forest("headings", trees, rows, said)


if __name__ == "__main__":
    run_command(main)
