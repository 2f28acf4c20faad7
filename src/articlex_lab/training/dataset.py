"""The training data: for each page its feature matrix, labels and tokens, kept on disk between runs."""

from __future__ import annotations

import hashlib
import math
import os
import pickle
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from articlex.options import Options
from articlex.page import Form, Page, Role
from articlex.pipeline import ORDER, run
from articlex.read import read_page
from articlex.scoring.features import build_matrix
from articlex_lab.corpora import Record, load
from articlex_lab.flatteners import flatten
from articlex_lab.metrics import words
from articlex_lab.sites import site
from articlex_lab.training.labels import align, snippet_labels
from articlex_lab.training.teachers import taught_labels

#: Corpora whose licence allows the shipped model to learn from them.
TRAINABLE = ("articles", "dates", "forums", "news", "reader", "snippets", "wcxb-dev")

#: Corpora without gold texts, whose pages are labelled by other extractors.
TAUGHT = ("dates", "snippets")

FLATTENERS = ("html-text", "inscriptis", "soup", "w3m", "lines")


@dataclass(slots=True)
class Sample:
    """One page in one form, ready to train on or to be scored."""

    corpus: str
    name: str
    kind: str
    site: str
    form: str
    flattener: str
    names: tuple[str, ...]
    values: Any  # float32 [blocks, features]
    labels: Any  # float32 [blocks], NaN: unknown
    taught: Any  # float32 [blocks], labels by other extractors where gold has no text, NaN: unknown
    tokens: list[Any]  # int32 arrays, one a block; ids are local to the page
    gold: Any  # int32 array
    title: Any  # bool [blocks]: the headline, which is printed apart
    wanted: list[str]
    unwanted: list[str]
    texts: list[str]


def read_marked(source: bytes | str, form: Form, url: str | None) -> Page:
    """The page with the marks of all stages before the body."""
    page = read_page(source, url=url, form=form.value)
    return run(page, Options(), tuple(stage for stage in ORDER if stage.name != "body"))


def make_sample(record: Record, form: Form, flattener: str = "") -> Sample | None:
    """The sample of one page; None when it has no text at all."""
    raw = record.read()
    source: bytes | str = flatten(record, flattener) if flattener else raw
    page = read_marked(source, form, record.url)
    matrix = build_matrix(page)
    if matrix is None:
        return None
    texts = [page.blocks[index].text for index in matrix.rows]
    block_words = [words(text) for text in texts]
    gold_words = words(record.text or "")
    taught = [math.nan] * len(texts)
    if record.text:
        labels = align(block_words, gold_words)
    else:
        labels = snippet_labels(texts, record.with_snippets, record.without_snippets)
        if record.corpus in TAUGHT:
            taught = taught_labels(record, block_words)
    numbers: dict[str, int] = {}
    tokens = [np.array([numbers.setdefault(w, len(numbers)) for w in ws], np.int32) for ws in block_words]
    gold = np.array([numbers.setdefault(w, len(numbers)) for w in gold_words], np.int32)
    snippets = record.corpus == "snippets"
    return Sample(
        record.corpus, record.name, record.kind, site(record), form.value, flattener, matrix.names,
        matrix.values, np.array(labels, np.float32), np.array(taught, np.float32), tokens, gold,
        np.array([page.role(index) is Role.TITLE for index in matrix.rows]),
        list(record.with_snippets), list(record.without_snippets), texts if snippets else [],
    )  # fmt: skip


def _job(job: tuple[Record, str, str]) -> Sample | None:
    record, form, flattener = job
    return make_sample(record, Form(form), flattener)


def samples(corpora: Sequence[str], form: Form, jobs: int = 2) -> Iterator[Sample]:
    """All samples of the corpora in a fixed order; in text form one for each of three flatteners a page."""
    records = load(corpora)
    work: list[tuple[Record, str, str]] = []
    for record in records:
        if form is Form.HTML:
            work.append((record, form.value, ""))
            continue
        turn = int(hashlib.sha256(record.name.encode()).hexdigest(), 16)
        chosen = {FLATTENERS[(turn + step) % len(FLATTENERS)] for step in (0, 2, 4)}
        work += [(record, form.value, name) for name in FLATTENERS if name in chosen]
    with ProcessPoolExecutor(jobs) as pool:
        yield from (sample for sample in pool.map(_job, work, chunksize=8) if sample is not None)


def cached(corpora: Sequence[str], form: Form, tag: str) -> list[Sample]:
    """The samples, from disk where this code has made them before. ``tag`` names the state of the code."""
    folder = Path(os.environ.get("ARTICLEX_CACHE", Path.home() / ".cache" / "articlex"))
    found: list[Sample] = []
    for corpus in corpora:
        path = folder / f"samples-{tag}-{form.value}-{corpus}.pickle"
        if not path.exists():
            made = list(samples([corpus], form))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(pickle.dumps(made, protocol=5))
        found += pickle.loads(path.read_bytes())
    return found
