"""``make titles``: fit the choice of the title, ``articlex/data/title-*.model``.

``title-html`` weighs the candidates of an HTML page; ``title-lines``, ``title-text`` and ``title-rivals``
weigh the lines and the candidates of raw page text (:mod:`articlex_lab.training.titles.text`), for which each
page is there in four flattenings. The shares of right choices on sites that were not fitted on are printed,
and kept in the files. The same corpora give the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence

import click
import numpy as np

from articlex.models.forest import Forest, log_odds
from articlex.page import Form, Page
from articlex.scoring.features import places_of
from articlex.titles.html.candidates import html_candidates
from articlex_lab.command import run_command
from articlex_lab.corpora import annotated
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.stages_before import read_before
from articlex_lab.training.fitting.forest import Settings, fit, to_forest
from articlex_lab.training.fitting.model_files import origin, write_forest
from articlex_lab.training.titles.pages import (
    CORPORA,
    FOLDS,
    Choice,
    choice,
    fold_of,
    names_of,
    others,
    scores,
    text_pages,
)

SETTINGS = Settings(trees=400, depth=6, leaves=24, learning_rate=0.03, features=0.3, rows=0.7)


def html_choices(records: Iterable[Record]) -> tuple[tuple[str, ...], list[Choice]]:
    """The names of the features, and the choice among candidates for each page that has a gold title."""
    found = [(record, html_candidates(_page(record))) for record in records if record.title]
    names = names_of(each for _, each in found)
    return names, [choice(record, each, names) for record, each in found if each]


def _page(record: Record) -> Page:
    return read_before("headline", record.read(), Form.HTML, record.url)


def fit_each(choices: Sequence[Choice], names: tuple[str, ...]) -> Forest:
    """The forest fitted on all candidates of ``choices``, each by itself, not as a choice among them."""
    values = np.concatenate([each.values for each in choices])
    right = np.concatenate([each.right for each in choices]).astype(float)
    return to_forest(fit(values, right, np.ones(len(right)), SETTINGS), names, SETTINGS.depth)


def train_html(records: Iterable[Record], *, keep: bool) -> None:
    """Fit and check ``title-html``; with ``keep`` write it."""
    names, choices = html_choices(records)
    forests = [fit_each(others(choices, fold), names) for fold in range(FOLDS)]
    odds = []
    for each in choices:
        forest = forests[fold_of(each.site)]
        odds.append(log_odds(forest, each.values[:, places_of(forest.names, names)]))
    checked = scores(choices, odds)
    sys.stdout.write(f"title-html: {json.dumps(checked)}\n")
    if keep:
        forest = fit_each(choices, names)
        rows = np.concatenate([each.values[:1] for each in choices])
        said = {"settings": SETTINGS._asdict(), "other_sites": checked, **origin(CORPORA)}
        write_forest("title-html", forest, rows[:, places_of(forest.names, names)], said)


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.option("--form", type=click.Choice([form.value for form in Form]), help="One form alone.")
@click.option("--check", is_flag=True, help="Print the scores and write nothing.")
def main(form: str | None, check: bool) -> None:
    """Entry point of ``python -m articlex_lab.training.titles.train``."""
    records = [record for record in annotated.load(CORPORA) if record.title]
    if form != Form.TEXT.value:
        train_html(records, keep=not check)
    if form != Form.HTML.value:
        # Not at the top: it imports PyTorch, which HTML does without.
        from articlex_lab.training.titles.text import train_text

        train_text(list(text_pages(records)), keep=not check)


if __name__ == "__main__":
    run_command(main)
