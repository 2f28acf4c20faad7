"""The training data: features, labels and tokens of the blocks of each page, kept on disk between runs."""

from __future__ import annotations

import math
import pickle
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from articlex.page import Form, Role
from articlex.scoring.columns import Stack
from articlex.scoring.element_names import called_of
from articlex.scoring.features import build_matrix
from articlex.scoring.words import read_words
from articlex_lab.corpora.annotated import Record, load, stable_hash
from articlex_lab.corpora.flatteners import FITTED, cache_folder, flatten, flatten_source
from articlex_lab.corpora.sites import site
from articlex_lab.corpora.stages_before import read_before
from articlex_lab.scores.labels import align, snippet_labels
from articlex_lab.scores.metrics import words
from articlex_lab.training.body.samples.distilled import Judged, distilled_labels, judge, judge_record
from articlex_lab.training.body.samples.state import code_state, corpora_state
from articlex_lab.training.body.samples.teachers import taught_labels, taught_record
from articlex_lab.training.made.crowded_html import crowded_html
from articlex_lab.training.made.crowded_text import crowded_text
from articlex_lab.training.made.listings import Stock, stock
from articlex_lab.training.made.text_alone import text_alone
from articlex_lab.training.made.thread_html import thread_page

#: Corpora whose licence allows the shipped model to learn from them.
TRAINABLE = ("articles", "dates", "forums", "news", "reader", "snippets", "wcxb-dev")

#: Corpora without gold texts: HTML is labelled by other extractors, raw page text by the scorer of HTML.
TAUGHT = ("dates", "snippets")

#: The corpus of all pages that are made of those (:mod:`articlex_lab.training.made`).
CROWDED = "crowded"

#: What the shipped model is fitted on.
TRAINING = (*TRAINABLE, CROWDED)

#: Crowded copies of an article; other pages have one.
COPIES = 2

#: A thread is made of one page in so many, in HTML. In raw page text threads gave forums 0.015 and cost lists
#: as much; together with the letters of other alphabets, text below the article was kept on pages in Thai.
THREAD_OF = 4

#: In raw page text one page in so many is there once more with nothing around its text. One in three, and
#: lists and products as well, cost our own lists 0.05, and `multilingual` had 0.920 instead of 0.922.
ALONE_OF = 6
ALONE_KINDS = frozenset({"article", "documentation", "forum", "service"})


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
    labels: Any  # float32 [blocks]: by gold, NaN: unknown
    taught: Any  # float32 [blocks]: by other judges where there is no gold text, NaN: unknown
    tokens: list[Any]  # int32 arrays, one for each block: ids of words, local to the page
    gold: Any  # int32 array: the ids of the gold text
    words: Any  # uint32: fingerprints of the words of all blocks, in order
    word_rows: Any  # int32: the block of each of those words
    called: Any  # articlex.scoring.element_names.Called, None in raw page text
    title: Any  # bool [blocks]: the headline, which is not part of the body
    wanted: list[str]
    unwanted: list[str]
    texts: list[str]

    @property
    def key(self) -> str:
        """The name of the page and of what flattened it: unique among the samples of a form."""
        return self.name + self.flattener

    @property
    def sizes(self) -> Any:
        """The number of tokens of each block: float32, as the net takes them."""
        return np.array([len(found) for found in self.tokens], np.float32)

    @property
    def in_gold(self) -> Any:
        """For each block whether more than half of it is in the gold text; False where that is unknown."""
        return np.nan_to_num(self.labels) > 0.5

    def set_columns(self, stack: Stack) -> None:
        """Set the columns that ``stack`` names, which stand side by side."""
        first = self.names.index(stack.names[0])
        self.values[:, first : first + len(stack.names)] = stack.values.T


def known_labels(sample: Sample) -> Any:
    """The label of each block, of gold or else of other judges: float32, NaN where neither knows."""
    return np.where(np.isnan(sample.labels), sample.taught, sample.labels)


def make_sample(record: Record, form: Form, flattener: str) -> Sample | None:
    """The sample of one page; None where it has no text, or is Markdown when it is flattened."""
    return _sample(record, flatten(record, flattener) if flattener else record.read(), form, flattener)


#: What pages are crowded with. The pool of :func:`_crowded` sets it in each of its processes, where alone
#: the functions below run: as an argument, it would be sent once more for each page.
_have: list[Stock] = []


def _crowded_sample(record: Record, form: Form, flattener: str, copy: int) -> Sample | None:
    """The sample of the page, crowded; None where too little of its content is found."""
    if form is Form.HTML:
        made = crowded_html(record, _have[0], copy)
    else:
        made = crowded_text(record, flattener, _have[0], copy)
    if made is None:
        return None
    return _sample(replace(record, text=made.text), made.source, form, flattener, made=True)


def _alone_sample(record: Record, flattener: str) -> Sample | None:
    """The sample of the text of the page with nothing around it; None where the text is not found."""
    made = text_alone(record, flattener)
    if made is None:
        return None
    return _sample(replace(record, text=made.text), made.source, Form.TEXT, flattener, made=True)


def _thread_sample(record: Record) -> Sample | None:
    """The sample of a thread that is made of the text of the page; None where there is too little."""
    made = thread_page(record, _have[0])
    if made is None:
        return None
    thread = replace(record, kind="forum", text=made.text)
    return _sample(thread, made.source.encode(), Form.HTML, "", made=True)


def _distilled_sample(record: Record, flattener: str) -> Sample | None:
    """The sample of a page without a gold text, crowded, flattened, and labelled by the scorer of HTML.

    ``record`` has the text that other extractors keep. None where the page cannot be crowded.
    """
    made = crowded_html(record, _have[0], 0)
    if made is None:
        return None
    text = flatten_source(made.source.encode("utf-8-sig", "replace"), flattener)
    page = replace(record, text=None, with_snippets=(), without_snippets=())
    judged = judge(made.source, record.url)
    return _sample(page, text, Form.TEXT, flattener, made=True, judged=judged)


def _sample(
    record: Record,
    source: bytes | str,
    form: Form,
    flattener: str,
    made: bool = False,
    judged: Judged | None = None,
) -> Sample | None:
    """The sample of ``source`` with the gold of ``record``; None where it has no text, or is of another form.

    A page is ``made`` if it has parts of other pages, or not all of its own; ``judged`` is what the scorer of
    HTML says of it, if that is known already.
    """
    page = read_before("body", source, form, record.url)
    if page.form is not form:  # Markdown is read as the HTML that it stands for
        return None
    matrix = build_matrix(page)
    if matrix is None:
        return None
    texts = [page.blocks[index].text for index in matrix.rows]
    block_words = [words(text) for text in texts]
    gold_words = words(record.text or "")
    if record.text:
        labels = align(block_words, gold_words)
    else:
        labels = snippet_labels(texts, record.with_snippets, record.without_snippets)
    if made:  # some paragraphs of the gold text may be gone
        kept = (found for found, label in zip(block_words, labels, strict=True) if label > 0.5)
        gold_words = [word for found in kept for word in found]
    numbers: dict[str, int] = {}
    tokens = [_numbered(found, numbers) for found in block_words]
    word_rows, prints = read_words(texts).by_block(len(texts))
    return Sample(
        corpus=CROWDED if made else record.corpus,
        name=record.name,
        kind=record.kind,
        site=site(record),
        form=form.value,
        flattener=flattener,
        names=matrix.names,
        values=matrix.values,
        labels=np.array(labels, np.float32),
        taught=np.array(_taught(record, form, block_words, judged), np.float32),
        tokens=tokens,
        gold=_numbered(gold_words, numbers),
        words=prints,
        word_rows=word_rows.astype(np.int32),
        called=called_of(matrix.tree) if matrix.tree else None,
        title=np.array([page.role(index) is Role.TITLE for index in matrix.rows]),
        wanted=list(record.with_snippets),
        unwanted=list(record.without_snippets),
        texts=texts if record.corpus == "snippets" else [],
    )


def _taught(
    record: Record, form: Form, blocks: Sequence[Sequence[str]], judged: Judged | None
) -> list[float]:
    """The labels of blocks, given by their words, by other judges; NaN where the page has a gold text."""
    if record.text or record.corpus not in TAUGHT:
        return [math.nan] * len(blocks)
    if form is Form.HTML:
        return taught_labels(record, blocks)
    return distilled_labels(judged or judge_record(record), blocks)


def _numbered(found: Sequence[str], numbers: dict[str, int]) -> Any:
    """Words by their ``numbers`` on the page, int32; those that have none yet get one."""
    return np.array([numbers.setdefault(word, len(numbers)) for word in found], np.int32)


_PROCESSES = 2


def _make(job: tuple[Any, ...]) -> Sample | None:
    """A job: a function and its arguments."""
    function, *arguments = job
    made: Sample | None = function(*arguments)
    return made


def _made(pool: ProcessPoolExecutor, jobs: Iterable[tuple[Any, ...]]) -> Iterator[Sample]:
    """The samples that jobs make, in their order, without those that make none."""
    return (sample for sample in pool.map(_make, jobs, chunksize=8) if sample is not None)


def _flatteners(record: Record, steps: Sequence[int]) -> list[str]:
    """The flatteners so many ``steps`` from the first one of a page, which depends on its name alone."""
    turn = int(stable_hash(record.name), 16)
    return [FITTED[(turn + step) % len(FITTED)] for step in steps]


def _is_chosen(record: Record, what: str, one_of: int) -> bool:
    """Whether a ``what`` is made of the page, as of one in ``one_of``; that depends on its name alone."""
    return int(stable_hash(f"{record.name} {what}"), 16) % one_of == 0


def samples(corpora: Sequence[str], form: Form) -> Iterator[Sample]:
    """All samples of the corpora, in a fixed order; in raw page text a page has one for each of three
    flatteners."""
    own = [name for name in corpora if name != CROWDED]
    with ProcessPoolExecutor(_PROCESSES) as pool:
        yield from _made(
            pool,
            (
                (make_sample, record, form, flattener)
                for record in (load(own) if own else [])
                for flattener in ([""] if form is Form.HTML else _flatteners(record, (0, 2, 4)))
            ),
        )
    if CROWDED in corpora:
        yield from _crowded(form)


def _crowded(form: Form) -> Iterator[Sample]:
    """Crowded copies of the pages with gold texts, and what else is made of pages.

    In raw page text the pages without a gold text are crowded as well. In HTML they only give lists and
    chrome to others: with crowded copies of them wcxb-dev lost 0.007 and multilingual gained 0.002.
    """
    records = load(TRAINABLE)
    own = [record for record in records if record.text]
    with ProcessPoolExecutor(_PROCESSES) as pool:
        found = pool.map(taught_record, [r for r in records if r.corpus in TAUGHT], chunksize=8)
        taught = [record for record in found if record]
    have = stock([*own, *taught])
    crowded = [
        (_crowded_sample, record, form, "" if form is Form.HTML else _flatteners(record, (1, 3))[copy], copy)
        for record in own
        for copy in range(COPIES if record.kind == "article" else 1)
    ]
    with ProcessPoolExecutor(_PROCESSES, initializer=_have.append, initargs=(have,)) as pool:
        yield from _made(pool, crowded)
        if form is Form.HTML:
            threads = (record for record in own if _is_chosen(record, "thread", THREAD_OF))
            yield from _made(pool, ((_thread_sample, record) for record in threads))
        else:
            chosen = (r for r in own if r.kind in ALONE_KINDS and _is_chosen(r, "alone", ALONE_OF))
            yield from _made(pool, ((_alone_sample, record, *_flatteners(record, (5,))) for record in chosen))
            yield from _made(
                pool, ((_distilled_sample, record, *_flatteners(record, (1,))) for record in taught)
            )


def cached(corpora: Sequence[str], form: Form, tag: str = "") -> list[Sample]:
    """The samples, from disk where the same code has made them of the same pages before.

    A ``tag`` is used instead of the state of the code, to go on with the same samples when the code changes.
    Files of earlier states are not removed.
    """
    found: list[Sample] = []
    for corpus in corpora:
        pages = corpora_state(TRAINABLE if corpus == CROWDED else (corpus,))
        path = cache_folder() / f"samples-{tag or code_state(form)}-{form.value}-{corpus}-{pages}.pickle"
        if not path.exists():
            keep(path, list(samples([corpus], form)))
        found += pickle.loads(path.read_bytes())
    return found


def keep(path: Path, made: Any) -> None:
    """Write a pickle of ``made``; a run that is stopped meanwhile leaves no half of a file at ``path``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_bytes(pickle.dumps(made, protocol=5))
    part.replace(path)
