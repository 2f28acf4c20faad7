"""``make titles``: fit the forests that choose the title, ``articlex/data/title-*.model``.

Three forests: ``title-html`` weighs the candidates of an HTML page, ``title-lines`` sieves the lines of raw
page text, ``title-text`` weighs what the sieve leaves. They are fitted on the corpora that may train the
shipped models, raw page text on three flattenings of each page; the shares of right choices on sites that
a forest was not fitted on are printed and kept in the files. The same corpora give the same bytes.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import click
import numpy as np

from articlex.options import Options
from articlex.page import Form, Page
from articlex.pipeline import ORDER, run
from articlex.read import read_page
from articlex.scoring.model import Forest, log_odds
from articlex.signs import read_signs, signs_of
from articlex.titles.candidate import Candidate, matrix
from articlex.titles.html_candidates import html_candidates
from articlex.titles.text_candidates import candidates_of, printed, sieve
from articlex.titles.text_lines import Lines, read_lines
from articlex_lab import corpora
from articlex_lab.corpora import Record
from articlex_lab.flatteners import MIXED, flatten, mixed_flattener
from articlex_lab.metadata_match import same_title
from articlex_lab.model_files import origin, write_forest
from articlex_lab.presence import contains_title
from articlex_lab.sites import site
from articlex_lab.training.forest import Settings, fit, to_forest

CORPORA = ("wcxb-dev", "snippets", "news")
FOLDS = 5
#: Flattenings of each page; the first one is that of the form "mixed", on which scores are taken.
FLATTENINGS = 3
#: The second derivative of the loss that a candidate counts for at least, so that no leaf runs away.
LEAST_CURVATURE = 1e-3

SETTINGS = {
    "title-html": Settings(trees=400, depth=6, leaves=24, learning_rate=0.03, features=0.3, rows=0.7),
    "title-lines": Settings(trees=40, depth=4, leaves=12, learning_rate=0.15, features=0.5, rows=0.7),
    "title-text": Settings(trees=300, depth=5, leaves=12, learning_rate=0.05, features=0.25, rows=0.7),
}


@dataclass(slots=True)
class Choice:
    """One page: its candidates' features and which of them are right. ``scored``: counts in the scores."""

    corpus: str
    site: str
    values: Any
    right: Any
    scored: bool = True


@dataclass(slots=True)
class TextPage:
    """One flattened page with its lines, ``right`` those that are the gold title."""

    record: Record
    page: Page
    lines: Lines
    right: Any
    scored: bool


def marked(source: bytes | str, form: Form, url: str | None) -> Page:
    """The page with the marks of all stages before the headline's."""
    page = read_page(source, url=url, form=form.value)
    before = ORDER[: [stage.name for stage in ORDER].index("headline")]
    return run(replace(page, signs=read_signs(page)), Options(), before)


def text_page(record: Record, page: Page, text: str, first: bool) -> TextPage:
    """``first``: the flattening on which scores are taken, provided that it contains the title."""
    lines = read_lines(page, signs_of(page))
    title = record.title or ""
    right = [same_title(title, printed(page.blocks[index])) for index in lines.indices]
    return TextPage(record, page, lines, np.array(right, bool), first and contains_title(text, title))


def text_pages(records: Iterable[Record]) -> Iterator[TextPage]:
    """The flattenings of each page that has a title."""
    for record in records:
        if not record.title:
            continue
        start = MIXED.index(mixed_flattener(record))
        for step in range(FLATTENINGS):
            text = flatten(record, MIXED[(start + step) % len(MIXED)])
            yield text_page(record, marked(text, Form.TEXT, None), text, step == 0)


def choice(record: Record, found: Sequence[Candidate], names: Sequence[str], scored: bool = True) -> Choice:
    """The example that a page gives."""
    right = np.array([same_title(record.title or "", each.text) for each in found], bool)
    return Choice(
        record.corpus, site(record), matrix([each.features for each in found], names), right, scored
    )


def names_of(found: Iterable[Sequence[Candidate]]) -> tuple[str, ...]:
    """The names of all features that some candidate has, in alphabetical order."""
    return tuple(sorted({name for page in found for each in page for name in each.features}))


def html_choices(pages: Iterable[tuple[Record, Page]]) -> tuple[tuple[str, ...], list[Choice]]:
    """The features' names, and one example a page."""
    found = [(record, html_candidates(page)) for record, page in pages if record.title]
    names = names_of(each for _, each in found)
    return names, [choice(record, each, names) for record, each in found if each]


def line_choices(pages: Sequence[TextPage]) -> tuple[tuple[str, ...], list[Choice]]:
    """The features' names, and one example a page, of all lines."""
    pages = [page for page in pages if page.lines.indices]
    names = pages[0].lines.names
    return names, [Choice(p.record.corpus, site(p.record), p.lines.values, p.right, p.scored) for p in pages]


def sieved(pages: Sequence[TextPage], forests: Sequence[Forest]) -> list[list[Candidate]]:
    """The candidates of each page, by the sieve of its fold (of the only one, if there is one)."""
    found: list[list[Candidate]] = []
    for page in pages:
        forest = forests[_fold(site(page.record)) % len(forests)]
        found.append(candidates_of(page.page, page.lines, sieve(page.lines, forest)))
    return found


def _fold(name: str) -> int:
    return zlib.crc32(name.encode()) % FOLDS


def fit_each(choices: Sequence[Choice], names: tuple[str, ...], settings: Settings) -> Forest:
    """The forest fitted on all candidates of ``choices``, each right or wrong whatever the others are."""
    values = np.concatenate([each.values for each in choices])
    right = np.concatenate([each.right for each in choices]).astype(float)
    return to_forest(fit(values, right, np.ones(len(right)), settings), names, settings.depth)


def fit_pages(choices: Sequence[Choice], names: tuple[str, ...], settings: Settings) -> Forest:
    """The forest under which the right candidates of a page are the likeliest of the page.

    As in :func:`articlex.titles.candidate.shares`, the candidates share a probability with "none", which is
    what is right on a page without a right candidate; several right ones have the same part of it.
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
    return to_forest(fit(values, right, np.ones(len(right)), settings, objective), names, settings.depth)


Fit = Callable[[Sequence[Choice], tuple[str, ...], Settings], Forest]


def fit_folds(
    choices: Sequence[Choice], names: tuple[str, ...], settings: Settings, one: Fit
) -> list[Forest]:
    """A forest for each fold of sites, fitted on the other folds."""
    return [
        one([each for each in choices if _fold(each.site) != fold], names, settings) for fold in range(FOLDS)
    ]


def best(forest: Forest, names: Sequence[str], values: Any) -> int:
    """The candidate that a forest chooses."""
    places = {name: place for place, name in enumerate(names)}
    return int(log_odds(forest, values[:, [places[name] for name in forest.names]]).argmax())


def scores(choices: Sequence[Choice], names: tuple[str, ...], forests: Sequence[Forest]) -> dict[str, Any]:
    """For each corpus the share of right choices by the forest of the page's fold, the share of pages on
    which some candidate is right, and the number of pages."""
    tally: dict[str, list[int]] = {}
    for each in choices:
        if each.scored:
            counts = tally.setdefault(each.corpus, [0, 0, 0])
            chosen = best(forests[_fold(each.site)], names, each.values) if len(each.values) else 0
            counts[0] += bool(len(each.right)) and bool(each.right[chosen])
            counts[1] += bool(each.right.any())
            counts[2] += 1
    return {
        corpus: {"right": round(a / n, 3), "reachable": round(b / n, 3), "pages": n}
        for corpus, (a, b, n) in sorted(tally.items())
    }


def write(name: str, forest: Forest, choices: Sequence[Choice], names: Sequence[str], checked: Any) -> None:
    """Write one model file, with its scores and what it was fitted on."""
    places = {name: place for place, name in enumerate(names)}
    rows = np.concatenate([each.values[:1] for each in choices if len(each.values)])
    said = {"settings": SETTINGS[name]._asdict(), "other_sites": checked, **origin(CORPORA)}
    write_forest(name, forest, rows[:, [places[name] for name in forest.names]], said)


def train_html(pages: Iterable[tuple[Record, Page]], *, keep: bool) -> None:
    """Fit, check and write ``title-html``."""
    names, choices = html_choices(pages)
    settings = SETTINGS["title-html"]
    checked = scores(choices, names, fit_folds(choices, names, settings, fit_each))
    sys.stdout.write(f"title-html: {json.dumps(checked)}\n")
    if keep:
        write("title-html", fit_each(choices, names, settings), choices, names, checked)


def train_text(pages: Sequence[TextPage], *, keep: bool) -> None:
    """Fit, check and write ``title-lines`` and ``title-text``."""
    names, lines = line_choices(pages)
    sieve_settings, settings = SETTINGS["title-lines"], SETTINGS["title-text"]
    folds = fit_folds(lines, names, sieve_settings, fit_each)
    checked = scores(lines, names, folds)
    sys.stdout.write(f"title-lines: {json.dumps(checked)}\n")
    found = sieved(pages, folds)
    columns = names_of(found)
    choices = [
        choice(p.record, each, columns, p.scored) for p, each in zip(pages, found, strict=True) if each
    ]
    checked_text = scores(choices, columns, fit_folds(choices, columns, settings, fit_pages))
    sys.stdout.write(f"title-text: {json.dumps(checked_text)}\n")
    if keep:
        write("title-lines", fit_each(lines, names, sieve_settings), lines, names, checked)
        write("title-text", fit_pages(choices, columns, settings), choices, columns, checked_text)


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.option("--form", type=click.Choice([form.value for form in Form]), help="One form alone.")
@click.option("--check", is_flag=True, help="Print the scores and write nothing.")
def main(form: str | None, check: bool) -> None:
    """Entry point of ``python -m articlex_lab.train_titles``."""
    records = [record for record in corpora.load(CORPORA) if record.title]
    if form != Form.TEXT.value:
        pages = ((record, marked(record.read(), Form.HTML, record.url)) for record in records)
        train_html(pages, keep=not check)
    if form != Form.HTML.value:
        train_text(list(text_pages(records)), keep=not check)


if __name__ == "__main__":
    main()
