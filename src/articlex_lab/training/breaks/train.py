"""``make breaks``: fit which lines go on with the line above, ``data/line-breaks.model``.

Prints how many breaks and paragraphs are right on sites that were not fitted on, which is kept in the file
too. The same corpora give the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import click
import numpy as np

from articlex.models.forest import Forest, log_odds
from articlex.read.text.parted.break_features import NAMES
from articlex.read.text.parted.learned_breaks import LIKELY
from articlex_lab.command import run_command
from articlex_lab.training.breaks.pages import KEPT, STRIPPED, Example, examples
from articlex_lab.training.breaks.text_nodes import Between
from articlex_lab.training.fitting import forest
from articlex_lab.training.fitting.forest import Settings
from articlex_lab.training.fitting.model_files import LICENCES, origin, write_forest
from articlex_lab.training.fitting.page_trees import place

SETTINGS = Settings(trees=200, depth=8, leaves=31, least_rows=200, l2=5.0)
FOLDS = 3
#: Characters of a paragraph, at least: shorter ones are labels and links.
LONG = 80


def fit(pages: Sequence[Example]) -> Forest:
    """The trees fitted on the breaks of ``pages``."""
    values = np.concatenate([page.values for page in pages])
    right = np.concatenate([page.right for page in pages])
    weights = np.concatenate([page.weights for page in pages])
    return forest.to_forest(forest.fit(values, right, weights, SETTINGS), NAMES, SETTINGS.depth)


def scores(trees: Forest, pages: Iterable[Example]) -> Counter[str]:
    """How many breaks and paragraphs of ``pages`` the trees know, by flattening."""
    asked = [NAMES.index(name) for name in trees.names]
    counts: Counter[str] = Counter()
    for page in pages:
        joined = log_odds(trees, np.ascontiguousarray(page.values[:, asked])) > LIKELY
        for between in Between:
            here = page.between == between
            counts[f"{page.flattening} {between.name} of"] += int(here.sum())
            counts[f"{page.flattening} {between.name}"] += int((here & joined).sum())
        whole = list(_paragraphs(page, joined))
        counts[f"{page.flattening} paragraphs of"] += len(whole)
        counts[f"{page.flattening} paragraphs"] += sum(whole)
    return counts


def _paragraphs(page: Example, joined: Any) -> Iterable[bool]:
    """Whether each long paragraph of several lines is joined, and nothing else is joined to it."""
    goes_on = np.concatenate(([False], page.between == Between.NOTHING, [False]))
    edges = np.flatnonzero(goes_on[1:] != goes_on[:-1])
    apart = np.concatenate(([True], ~joined, [True]))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if page.sizes[start : end + 1].sum() >= LONG:
            yield bool(joined[start:end].all() and apart[start] and apart[end + 1])


def shares(counts: Counter[str]) -> dict[str, float]:
    """The counts as shares: of joined breaks those that are right, of the right ones those that are joined,
    of all paragraphs those that are whole; and how many lines of other flattenings are joined."""
    said = {}
    for name in (KEPT, STRIPPED):
        right = counts[f"{name} {Between.NOTHING.name}"]
        wrong = counts[f"{name} {Between.BLOCK.name}"] + counts[f"{name} {Between.LINE_BREAK.name}"]
        said[f"{name}, precision"] = right / max(1, right + wrong)
        said[f"{name}, recall"] = right / max(1, counts[f"{name} {Between.NOTHING.name} of"])
        for between in (Between.LINKS, Between.CODE):
            of = counts[f"{name} {between.name} of"]
            said[f"{name}, {between.name.lower()} joined"] = counts[f"{name} {between.name}"] / max(1, of)
        said[f"{name}, paragraphs whole"] = counts[f"{name} paragraphs"] / counts[f"{name} paragraphs of"]
    block = Between.BLOCK.name
    other = [key.removesuffix(" of") for key in counts if key.endswith(f" {block} of")]
    other = [key for key in other if not key.startswith((KEPT, STRIPPED))]
    total = sum(counts[f"{key} of"] for key in other)
    said["other flattenings, lines joined"] = sum(counts[key] for key in other) / max(1, total)
    return {key: round(value, 4) for key, value in said.items()}


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.option("--check", is_flag=True, help="Print the scores and write nothing.")
def main(check: bool) -> None:
    """Entry point of ``python -m articlex_lab.training.breaks.train``."""
    pages = list(examples())
    counts: Counter[str] = Counter()
    for fold in range(FOLDS):
        trees = fit([page for page in pages if place(page.site, FOLDS) != fold])
        counts += scores(trees, (page for page in pages if page.scored and place(page.site, FOLDS) == fold))
    said: dict[str, Any] = {"other_sites": shares(counts)}
    sys.stdout.write(json.dumps(said["other_sites"], indent=2) + "\n")
    if not check:
        trees = fit(pages)
        asked = [NAMES.index(name) for name in trees.names]
        rows = np.concatenate([page.values[:1, asked] for page in pages])
        said |= {"settings": SETTINGS._asdict(), **origin(LICENCES)}
        write_forest("line-breaks", trees, rows, said)


if __name__ == "__main__":
    run_command(main)
