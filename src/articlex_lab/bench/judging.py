"""What engines state on pages, judged in worker processes: title, authors, day and tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articlex_lab.bench.measure import run_tasks
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.flatteners import flatten
from articlex_lab.peers.engines import ARTICLEX, METADATA_PEERS, Engine, Output, Source, engine_named
from articlex_lab.scores.metadata import Judgement, judge

FLATTENED = ("wcxb-dev",)


class Task(NamedTuple):
    """A page for an engine, which is given by name; ``form`` is "html" or "text"."""

    record: Record
    engine: str
    form: str


@dataclass(frozen=True, slots=True)
class Scored:
    """The judgements on what one engine made of one page. ``error`` is ``Type: message`` where the engine
    failed, names the stages that raised where there is an output all the same, and is "" otherwise."""

    corpus: str
    engine: str
    form: str
    judgements: tuple[Judgement, ...]
    error: str = ""
    page: str = ""


def score_page(task: Task) -> Scored:
    """Run the engine on the page and judge its output, in a worker."""
    record, engine = task.record, engine_named(task.engine, METADATA_PEERS)
    text = flatten(record) if task.form == "text" else None
    source = Source(record.read(), record.url, record.lang) if text is None else Source(text)
    return _scored(task, engine.extract(source), text)


def _scored(task: Task, output: Output, text: str | None = None, error: str = "") -> Scored:
    gives = engine_named(task.engine, METADATA_PEERS).gives
    judgements = tuple(j for j in judge(task.record, output, text) if j.field in gives)
    error = error or output.error
    return Scored(task.record.corpus, task.engine, task.form, judgements, error, task.record.name)


def judge_all(records: Sequence[Record], engines: Sequence[Engine], jobs: int) -> list[Scored]:
    """Every record by every engine in HTML, and by articlex also flattened where it is of :data:`FLATTENED`.

    A page on which the engine failed counts as one of which it states nothing. Pages whose flattener is not
    installed are left out.
    """
    tasks = [Task(record, engine.name, "html") for engine in engines for record in records]
    tasks += [Task(r, ARTICLEX.name, "text") for r in records if r.corpus in FLATTENED]
    return run_tasks(score_page, tasks, lambda task, error: _scored(task, Output(), error=error), jobs)
