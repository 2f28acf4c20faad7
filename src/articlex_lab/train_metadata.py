"""Make ``articlex/data/metadata_weights.json``: how authors are weighed against each other.

``python -m articlex_lab.train_metadata [MODEL]...`` fits the named models (all of them by default) on the
corpora that may train the shipped models, prints and stores how often they choose right on sites that they
were not fitted on, and leaves the other models in the file as they are.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from articlex.authors.candidates import author_candidates
from articlex.authors.unsigned import nobody
from articlex.options import Options
from articlex.page import Page
from articlex.pipeline import ORDER, run
from articlex.read import read_page
from articlex.signs import read_signs
from articlex_lab import corpora
from articlex_lab.choice_model import Example, cross_validate, fit
from articlex_lab.corpora import Record
from articlex_lab.flatteners import flatten
from articlex_lab.metadata_match import SILENT, same_authors
from articlex_lab.sites import site

#: CC-BY-4.0, Apache-2.0 and MIT.
CORPORA = ("wcxb-dev", "snippets", "news")
PATH = Path(str(files("articlex.data"))) / "metadata_weights.json"


class Model(NamedTuple):
    """The candidates of a page in one form, and which of them are right."""

    form: str
    before: str
    candidates: Callable[[Record, Page, str], list[tuple[frozenset[str], bool]]]


def _authors(record: Record, page: Page, text: str) -> list[tuple[frozenset[str], bool]]:
    if "authors" not in record.annotated or (record.corpus in SILENT and not record.authors):
        return []
    candidates = author_candidates(page)
    found = [
        (frozenset(c.features), bool(record.authors) and same_authors(record.authors, c.names))
        for c in candidates
    ]
    return [(nobody(page, candidates), not any(right for _, right in found)), *found]


MODELS = {
    "byline-html": Model("html", "byline", _authors),
    "byline-text": Model("text", "byline", _authors),
}


def examples(model: Model) -> Iterator[Example]:
    """One example for each page that has candidates."""
    stages = [stage.name for stage in ORDER]
    order = ORDER[: stages.index(model.before)]
    for record in corpora.load(CORPORA):
        text = flatten(record) if model.form == "text" else ""
        source = text or record.read()
        page = read_page(source, url=record.url if model.form == "html" else None, form=model.form)  # type: ignore[arg-type]
        page = run(replace(page, signs=read_signs(page)), Options(), order)
        candidates = model.candidates(record, page, text)
        if candidates:
            yield Example(site(record), record.corpus, list(candidates))


def main() -> None:
    """Fit, check, write."""
    stored = json.loads(PATH.read_text("utf-8")) if PATH.exists() else {"checked": {}, "models": {}}
    for name in sys.argv[1:] or MODELS:
        found = list(examples(MODELS[name]))
        stored["checked"][name] = cross_validate(found)
        stored["models"][name] = dict(sorted(fit(found).items()))
        sys.stdout.write(f"{name}: {json.dumps(stored['checked'][name])}\n")
    stored["corpora"] = list(CORPORA)
    PATH.write_text(json.dumps(stored, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
