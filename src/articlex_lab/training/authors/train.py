"""``make authors``: fit ``data/byline-*.model``, which choose the authors.

The models that are named on the command line, by default both, are fitted and written. How often they choose
right on sites that they were not fitted on is printed, and stored in the files.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any

import click
import numpy as np

from articlex.authors.candidates import author_candidates
from articlex.authors.threads.evidence import thread_features
from articlex.authors.unsigned import nobody
from articlex.days.surroundings import surroundings
from articlex.days.weighing import page_features
from articlex.page import Form, Page
from articlex.stages.byline import MAX_NOBODY
from articlex_lab.command import run_command
from articlex_lab.corpora import annotated
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.flatteners import fitted_flatteners, flatten
from articlex_lab.corpora.sites import site
from articlex_lab.corpora.stages_before import read_before
from articlex_lab.scores.matching import SILENT, same_authors
from articlex_lab.scores.presence import contains_authors
from articlex_lab.training.authors.trees import SETTINGS, Example, Fitted, cross_validate, fit, rows
from articlex_lab.training.fitting.model_files import origin, write_forest
from articlex_lab.training.made.signed_pages import SOURCES, SignedPages

CORPORA = ("wcxb-dev", "snippets", "news")
MODELS = {f"byline-{form.value}": form for form in Form}
#: How often each page is in the fit: raw page text in three flattenings.
COPIES = {Form.HTML: 1, Form.TEXT: 3}


def example(record: Record, page: Page, text: str) -> Example | None:
    """The example that a page gives; None where its authors are not annotated.

    ``text`` is what the page was flattened to, "" for HTML.
    """
    if "authors" not in record.annotated or (record.corpus in SILENT and not record.authors):
        return None
    candidates = tuple(author_candidates(page))
    right = [bool(record.authors) and same_authors(record.authors, each.names) for each in candidates]
    unsigned = nobody(page, candidates)
    for candidate in candidates:
        # The fit does not need the facts, and they take much memory.
        candidate.facts.clear()
    there = bool(record.authors) and (not text or contains_authors(text, record.authors))
    return Example(
        site(record),
        record.corpus,
        unsigned,
        candidates,
        (not any(right), *right),
        bool(record.authors),
        scored=there or not record.authors,
        teaches=any(right) or not there,
        page={**surroundings(page, page_features(page)).features, **thread_features(page)},
    )


def examples(form: Form) -> Iterator[Example]:
    """The examples of each annotated page: the page; in raw page text also other flattenings, which are not
    scored; and the page with signed lists set in, whose corpus is "crowded …"."""
    lists = SignedPages()
    for record in annotated.load(CORPORA):
        names = fitted_flatteners(record, COPIES[form]) if form is Form.TEXT else []
        url = record.url if form is Form.HTML else None
        texts = [flatten(record, name) for name in names] or [""]
        found = None
        for copy, text in enumerate(texts):
            page = read_before("byline", text if form is Form.TEXT else record.read(), form, url)
            if page.form is not form:  # Markdown is read as the HTML that it stands for
                continue
            if found := example(record, page, text):
                yield found._replace(scored=found.scored and copy == 0)
        if found and (crowded := lists.source(record, form)):
            page = read_before("byline", crowded, form, url)
            if made := example(record, page, texts[0]):
                yield made._replace(corpus=f"crowded {record.corpus}")


def write_trees(name: str, fitted: Fitted, found: list[Example], checked: Any) -> None:
    """Write the model file of weights and trees, with the scores ``checked`` and what it was fitted on."""
    places = {feature: at for at, feature in enumerate(fitted.forest.names)}
    last = [rows(each, fitted.weights, places)[-1:] for each in found if each.candidates]
    said = {
        "settings": SETTINGS._asdict(),
        "weights": fitted.weights,
        "other_sites": checked,
        **origin(SOURCES),
    }
    write_forest(name, fitted.forest, np.concatenate(last), said)


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.argument("models", nargs=-1, type=click.Choice(list(MODELS)))
@click.option("--check", is_flag=True, help="Print the scores and write nothing.")
def main(models: tuple[str, ...], check: bool) -> None:
    """Entry point of ``python -m articlex_lab.training.authors.train``."""
    for name in models or MODELS:
        form = MODELS[name]
        found = list(examples(form))
        checked = cross_validate(found, MAX_NOBODY[form], COPIES[form])
        sys.stdout.write(f"{name}: {json.dumps(checked)}\n")
        if not check:
            fitted = fit([each for each in found if each.candidates], COPIES[form])
            write_trees(name, fitted, found, checked)


if __name__ == "__main__":
    run_command(main)
