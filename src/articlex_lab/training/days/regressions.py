"""Fitting the two logistic regressions that weigh dates (:mod:`articlex.days.weighing`).

One weighs printed dates, the other one days. The second one sees odds by the first, which come from a fit on
the other half of the sites, so that the page was not fitted on in any form.

Pages whose gold is the day of an update while the markup states another day of publication are not fitted on,
and scored apart: that is a convention of the annotation, not an error of the markup. Pages of ``snippets``
without a gold day are left out: nobody has annotated it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple

import numpy as np

from articlex.days.dateline import Candidate, candidates
from articlex.days.day_month_order import settle_order
from articlex.days.days import Day, days_of
from articlex.days.hints import page_hints
from articlex.days.surroundings import Surroundings, surroundings
from articlex.days.weighing import log_odds
from articlex.options import Options
from articlex.page import Fact, Field, Form, Page
from articlex.page_kinds import page_features
from articlex.read import read_page
from articlex_lab.corpora.annotated import Record, load, stated_kind
from articlex_lab.corpora.flatteners import fitted_flatteners, flatten
from articlex_lab.corpora.sites import site
from articlex_lab.corpora.stages_before import marked_before
from articlex_lab.scores.presence import contains_day
from articlex_lab.training.fitting.page_trees import place
from articlex_lab.training.made.signed_pages import SignedPages

CORPORA = ("wcxb-dev", "snippets", "dates", "news")

#: Inverse weight of the L2 penalty. 0.1, 0.5 and 2 give the same scores to 0.5 points.
STRENGTH = 0.5

#: How often each page is in the fit: raw page text in three flattenings.
COPIES = {Form.HTML: 1, Form.TEXT: 3}

Weights = dict[str, float]


class Example(NamedTuple):
    """A page: the gold day ("" for none), and what is weighed: its printed dates, its facts, and features
    that all its days share."""

    corpus: str
    gold: str
    site: str
    printed: tuple[Candidate, ...]
    facts: tuple[Fact, ...]
    shared: Mapping[str, float]
    around: Surroundings
    #: The kind of page, "" where the corpus does not state it.
    kind: str = ""
    #: Whether the page counts in the scores.
    scored: bool = True


def example(record: Record, form: Form, flattener: str) -> Example | None:
    """The example that a page gives in ``form``; None where it is not annotated, or flattened does not
    contain its day, or is Markdown."""
    gold = record.date or ""
    if record.corpus == "snippets" and not gold:
        return None
    if form is Form.HTML:
        return example_of(record, read_page(record.read(), url=record.url))
    text = flatten(record, flattener)
    if gold and not contains_day(text, gold):
        return None
    page = read_page(text, form="text")
    # Markdown is read as the HTML that it stands for.
    return example_of(record, page) if page.form is Form.TEXT else None


def examples(form: Form) -> Iterator[Example]:
    """The examples of each page: the page; in raw page text also other flattenings, which are not scored; and
    the page with dated lists set in, whose corpus is "crowded …"."""
    lists = SignedPages()
    for record in load(CORPORA):
        first, *others = fitted_flatteners(record, COPIES[form])
        yield from (made._replace(scored=False) for name in others if (made := example(record, form, name)))
        if found := example(record, form, first):
            yield found
            if source := lists.source(record, form):
                page = read_page(source, url=record.url if form is Form.HTML else None, form=form.value)
                yield example_of(record, page)._replace(corpus=f"crowded {record.corpus}")


def example_of(record: Record, page: Page) -> Example:
    """The example that ``page`` gives, which no stage has seen yet."""
    page = marked_before("published", page)
    facts = tuple(fact for fact in page.facts if fact.field in (Field.DATE_PUBLISHED, Field.DATE_MODIFIED))
    stated = [str(fact.value) for fact in facts]
    printed = settle_order(candidates(page, page_hints(page, Options())), stated)
    shared = page_features(page)
    around = surroundings(page, shared)
    gold, kind = record.date or "", stated_kind(record.corpus, record.kind)
    return Example(record.corpus, gold, site(record), tuple(printed), facts, shared, around, kind)


def is_right(day: str, gold: str) -> bool:
    """Whether ``day`` is the gold day, or is in the gold month or year; False without gold."""
    return bool(gold) and day.startswith(gold[:10])


def is_update(page: Example) -> bool:
    """Whether gold is the day of an update while the markup states another day of publication."""
    stated = {
        str(fact.value)[:10]
        for fact in page.facts
        if fact.field is Field.DATE_PUBLISHED and fact.reason.endswith("-published")
    }
    updates = {str(fact.value)[:10] for fact in page.facts if fact.field is Field.DATE_MODIFIED}
    updates |= {one.found.value.day_iso() for one in page.printed if one.label == "updated"}
    return bool(stated) and page.gold[:10] not in stated and page.gold[:10] in updates


def teaches(page: Example) -> bool:
    """Whether the page is fitted on: gold has no day, or one that the page prints or a source states.

    On other pages all days would be wrong and "none" right, so that a fit would learn to deny days. Without
    them `wcxb-dev` has 0.900 of its days right, and none on 0.926 of the pages without one, instead of 0.891
    and 0.919 in HTML, 0.917 and 0.901 instead of 0.908 and 0.899 in raw page text, where `dates`, `snippets`
    and `news` have 0.886, 0.875 and 0.936 instead of 0.879, 0.872 and 0.927. Leaving out also the pages on
    which a fit on other sites gives what is right 0.02 at most, as for authors, has 0.891 and 0.924 in HTML.
    """
    days = [str(fact.value)[:10] for fact in page.facts]
    days += [one.found.value.day_iso() for one in page.printed]
    return not page.gold or any(is_right(day, page.gold) for day in days)


def fit(rows: Sequence[tuple[Mapping[str, float], bool, float]]) -> Weights:
    """The weights of features, and "bias" (not penalised), from rows (features, whether right, weight)."""
    optimize: Any = import_module("scipy.optimize")
    names = sorted({name for features, _, _ in rows for name in features if name})
    table = np.array([[features.get(name, 0.0) for name in names] + [1.0] for features, _, _ in rows])
    signs = np.array([1.0 if right else -1.0 for _, right, _ in rows])
    shares = np.array([weight for _, _, weight in rows])
    penalty = np.append(np.full(len(names), 1.0 / STRENGTH), 0.0)

    def loss(weights: Any) -> tuple[float, Any]:
        margins = signs * (table @ weights)
        slopes = -signs * shares / (1.0 + np.exp(np.minimum(margins, 500.0)))
        value = shares @ np.logaddexp(0.0, -margins) + penalty @ weights**2 / 2
        return float(value), table.T @ slopes + penalty * weights

    start = np.zeros(len(names) + 1)
    result = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 2000})
    weights = {name: round(float(w), 3) for name, w in zip(names, result.x, strict=False)}
    return {"bias": round(float(result.x[-1]), 3), **{n: w for n, w in weights.items() if w}}


def fit_printed(pages: Iterable[Example]) -> Weights:
    """The weights for printed dates; those of a page count less the more they are."""
    rows = [
        (one.features, is_right(one.found.value.day_iso(), page.gold), len(page.printed) ** -0.5)
        for page in pages
        for one in page.printed
    ]
    return fit(rows)


def days(page: Example, printed: Weights) -> list[Day]:
    """The days of a page, with the odds of its printed dates by the weights ``printed``."""
    odds = [log_odds(one.features, printed) for one in page.printed]
    return days_of(page.facts, page.printed, odds)


def fit_both(pages: Sequence[Example]) -> dict[str, Weights]:
    """The weights for printed dates and for days, by "printed" and "day"."""
    halves = [place(page.site, 2, "half") for page in pages]
    parts = [[page for page, half in zip(pages, halves, strict=True) if half == each] for each in range(2)]
    rows = []
    for part, other in (parts, parts[::-1]):
        weights = fit_printed(other)
        for page in part:
            found = days(page, weights)
            weight = max(1, len(found)) ** -0.5
            rows += [({**page.shared, **day.features}, is_right(day.day, page.gold), weight) for day in found]
    return {"printed": fit_printed(pages), "day": fit(rows)}
