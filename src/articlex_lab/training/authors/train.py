"""``make authors``: fit ``data/byline-*.model``, which choose the authors.

The models that are named on the command line, by default both, are fitted and written. How often they choose
right on sites that they were not fitted on is printed, and stored in the files.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import click
import numpy as np

from articlex.authors.candidates import author_candidates
from articlex.authors.threads.evidence import thread_features
from articlex.authors.unsigned import nobody
from articlex.days.surroundings import surroundings
from articlex.page import Form, Page
from articlex.page_kinds import page_features
from articlex.stages.byline import MAX_NOBODY
from articlex_lab.command import run_command
from articlex_lab.corpora import annotated
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.flatteners import fitted_flatteners, flatten
from articlex_lab.corpora.sites import site
from articlex_lab.corpora.stages_before import read_before
from articlex_lab.scores.matching import SILENT, same_authors
from articlex_lab.scores.presence import contains_authors
from articlex_lab.training.authors.trees import SETTINGS, Example, Fitted, cross_validate, fit, fold, rows
from articlex_lab.training.fitting.model_files import origin, write_forest
from articlex_lab.training.made.other_chrome import OtherChrome
from articlex_lab.training.made.signed_pages import SOURCES, SignedPages

CORPORA = ("wcxb-dev", "snippets", "news")
MODELS = {f"byline-{form.value}": form for form in Form}
#: Raw page text is fitted on in so many flattenings of each page, of which the first is scored, and in so
#: many more between the head and the foot of other pages. Right on sites not fitted on, signed and unsigned
#: pages of `wcxb-dev` and `snippets`, with the rules beside the trees, at limits that name about as many:
#: three flattenings alone 0.769, 0.954 and 0.692; six, and two with other chrome, 0.781, 0.953 and 0.727.
FLATTENINGS, CHROMES = 6, 2
#: How often each page is in the fit.
COPIES = {Form.HTML: 1, Form.TEXT: FLATTENINGS + CHROMES}
_PROCESSES = 2


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
    """The examples of each annotated page: the page; in raw page text also other flattenings and the page
    with other chrome, which are not scored; and the page with signed lists set in, whose corpus is
    "crowded …"."""
    with ProcessPoolExecutor(_PROCESSES, initializer=_prepare) as pool:
        records = [record for record in annotated.load(CORPORA) if "authors" in record.annotated]
        jobs = ((form, record) for record in records)
        for found in pool.map(_examples_of, jobs, chunksize=8):
            yield from found


#: What other pages lend, in each process.
_lent: list[tuple[SignedPages, OtherChrome]] = []


def _prepare() -> None:
    _lent.append((SignedPages(), OtherChrome(annotated.load(CORPORA), fold)))


def _examples_of(job: tuple[Form, Record]) -> list[Example]:
    """The examples that one page gives."""
    form, record = job
    (lists, others), names = _lent[0], fitted_flatteners(record, FLATTENINGS)
    texts = [flatten(record, name) for name in names] if form is Form.TEXT else [""]
    found = []
    for copy, text in enumerate(texts):
        source = text if form is Form.TEXT else record.read()
        if made := _read(record, form, source, text):
            found.append(made._replace(scored=made.scored and copy == 0))
    crowded = lists.source(record, form) if found else None
    if crowded and (made := _read(record, form, crowded, texts[0])):
        found.append(made._replace(corpus=f"crowded {record.corpus}"))
    for copy in range(CHROMES if found and form is Form.TEXT else 0):
        text = others.source(record, names[(2 * copy + 1) % len(names)], copy) or ""
        if text and (made := _read(record, form, text, text)):
            found.append(made._replace(scored=False))
    return found


def _read(record: Record, form: Form, source: bytes | str, text: str) -> Example | None:
    """The example that ``source`` gives, if any; Markdown, which is read as the HTML that it stands for,
    gives none."""
    page = read_before("byline", source, form, record.url if form is Form.HTML else None)
    return example(record, page, text) if page.form is form else None


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
