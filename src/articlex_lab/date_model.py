"""Makes ``data/date_model.json``: the weights by which printed and stated dates are believed.

    python -m articlex_lab.date_model [--score-only]

Two logistic regressions for each form of page (:mod:`articlex.dates.weighing`), fitted on ``wcxb-dev``,
``snippets`` and ``dates``: one on printed dates, one on days. The odds of printed dates that the second
one is fitted on come from a first one that has not seen the page. The scores in the file are those of models
that have seen no page of the domain: each half of the domains is scored by the model of the other half.

Left out of the fit, and scored apart, are pages whose gold is the day of an update while the markup states
another day of publication: that is a convention of the annotation, not an error of the markup.
``snippets`` pages without a day are not annotated for it.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from articlex.dates.dateline import Candidate, candidates
from articlex.dates.weighing import Day, days_of, log_odds, page_features, probability
from articlex.options import Options
from articlex.page import Fact, Field, Form
from articlex.pipeline import ORDER, run
from articlex.read import read_page
from articlex.stages.published import MIN_CLAIM, page_hints
from articlex_lab.corpora import Record, digest, load
from articlex_lab.flatteners import flatten
from articlex_lab.presence import contains_day
from articlex_lab.sites import site

CORPORA = ("wcxb-dev", "snippets", "dates")
FILE = Path(__file__).parent.parent / "articlex" / "data" / "date_model.json"

#: Inverse strength of the penalty on the weights. 0.1, 0.5 and 2 give the same scores to 0.5 points; boosted
#: trees for the days, in folds by site, gave none that were better.
STRENGTH = 0.5

Weights = dict[str, float]
Score = dict[str, list[int]]


class Example(NamedTuple):
    """One page: what the weighing sees of it, and the gold day ("" none)."""

    corpus: str
    gold: str
    half: int
    printed: tuple[Candidate, ...]
    facts: tuple[Fact, ...]
    shared: Mapping[str, float]


def example(record: Record, form: Form) -> Example | None:
    """What the weighing sees of a page; None if it is no example."""
    gold = record.date or ""
    if record.corpus == "snippets" and not gold:
        return None
    if form is Form.TEXT:
        text = flatten(record)
        if gold and not contains_day(text, gold):
            return None
        page = read_page(text, form="text")
    else:
        page = read_page(record.read(), url=record.url)
    before = [stage.name for stage in ORDER].index("published")
    page = run(page, Options(), ORDER[:before])
    printed = tuple(candidates(page, page_hints(page, Options())))
    facts = tuple(fact for fact in page.facts if fact.field in (Field.DATE_PUBLISHED, Field.DATE_MODIFIED))
    half = int(hashlib.sha256(site(record).encode()).hexdigest(), 16) % 2
    return Example(record.corpus, gold, half, printed, facts, page_features(page))


def is_right(day: str, gold: str) -> bool:
    """Whether ``day`` is the gold day, or lies in the gold month."""
    return bool(gold) and day.startswith(gold[:10])


def is_update(page: Example) -> bool:
    """Whether gold is the day of an update, and the markup states another day of publication."""
    stated = {
        str(fact.value)[:10]
        for fact in page.facts
        if fact.field is Field.DATE_PUBLISHED and fact.reason.endswith("-published")
    }
    updates = {str(fact.value)[:10] for fact in page.facts if fact.field is Field.DATE_MODIFIED}
    updates |= {one.found.value.day_iso() for one in page.printed if one.label == "updated"}
    return bool(stated) and page.gold[:10] not in stated and page.gold[:10] in updates


def fit(rows: Sequence[tuple[Mapping[str, float], bool, float]]) -> Weights:
    """Weights by feature, and "bias", which is not penalised. A row is (features, right or not, weight)."""
    np: Any = import_module("numpy")
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
    """Weights for printed dates."""
    return fit(
        [
            (one.features, is_right(one.found.value.day_iso(), page.gold), len(page.printed) ** -0.5)
            for page in pages
            for one in page.printed
        ]
    )


def days(page: Example, printed: Weights) -> list[Day]:
    """The days of a page with the odds that ``printed`` gives."""
    odds = [log_odds(one.features, printed) for one in page.printed]
    return days_of(page.facts, page.printed, odds, page.shared)


def fit_both(pages: Sequence[Example]) -> dict[str, Weights]:
    """Weights for printed dates and for days."""
    pages = [page for page in pages if not is_update(page)]
    parts = (pages[0::2], pages[1::2])
    rows = []
    for part, other in (parts, parts[::-1]):
        weights = fit_printed(other)
        for page in part:
            found = days(page, weights)
            rows += [(day.features, is_right(day.day, page.gold), len(found) ** -0.5) for day in found]
    return {"printed": fit_printed(pages), "day": fit(rows)}


def score(pages: Iterable[Example], weights: Mapping[str, Weights]) -> Score:
    """[right, pages] by "corpus day", "corpus none" and "corpus update"."""
    result: Score = defaultdict(lambda: [0, 0])
    for page in pages:
        found = days(page, weights["printed"])
        scored = [(probability(log_odds(day.features, weights["day"])), day.day) for day in found]
        best, day = max(scored, default=(0.0, ""))
        claimed = day if best >= MIN_CLAIM else ""
        kind = "none" if not page.gold else "update" if is_update(page) else "day"
        tally = result[f"{page.corpus} {kind}"]
        tally[0] += is_right(claimed, page.gold) if page.gold else not claimed
        tally[1] += 1
    return result


def main() -> None:
    """Fit, score by halves of the domains, write the file."""
    records = load(CORPORA)
    model: dict[str, Any] = {
        "made_by": "articlex_lab.date_model",
        "corpora": {"names": CORPORA, "sha256": digest(records), "licences": "CC-BY-4.0, Apache-2.0"},
        "scores": {},
        "weights": {},
    }
    for form in Form:
        pages = [page for record in records if (page := example(record, form))]
        total: Score = defaultdict(lambda: [0, 0])
        for half in (0, 1):
            weights = fit_both([page for page in pages if page.half != half])
            for name, (right, seen) in score([page for page in pages if page.half == half], weights).items():
                total[name][0] += right
                total[name][1] += seen
        model["scores"][form.value] = {name: f"{r / n:.3f} ({n})" for name, (r, n) in sorted(total.items())}
        model["weights"][form.value] = fit_both(pages)
    sys.stdout.write(json.dumps(model["scores"], indent=1) + "\n")
    if "--score-only" not in sys.argv:
        FILE.write_text(json.dumps(model, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
