"""Running engines over pages in worker processes, with scores and times."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import NamedTuple, TypeVar

from articlex_lab.bench.pool import run_pool
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.flatteners import FlattenerMissingError, flatten, mixed_flattener
from articlex_lab.peers.engines import TEXT_PEERS, Output, Source, engine_named, extract_whole
from articlex_lab.scores.pages import PageScore, score

Argument = TypeVar("Argument")
Result = TypeVar("Result")

#: Seconds by the clock after which a page is given up and its process killed.
LIMIT = 30.0

#: A first measurement shorter than this many seconds is repeated and the shorter one counts.
_REPEAT_BELOW = 0.1

#: Given to an engine before the first page, so that its imports and models are not in a page's time.
_WARM_UP = (
    b"<html><body><h1>Rain</h1><p>It rained all day, and the river rose, said Ann Lee.</p></body></html>"
)


class Task(NamedTuple):
    """One page for one engine (by name). ``flattener`` is "" for HTML, else a name or "mixed"."""

    record: Record
    engine: str
    flattener: str


def measure(task: Task) -> PageScore:
    """What a worker does with one page. Raises whatever the engine raises."""
    record, engine = task.record, engine_named(task.engine, TEXT_PEERS)
    page = record.read()
    content: bytes | str = flatten(record, task.flattener) if task.flattener else page
    _warm_up(engine.name, bool(task.flattener))
    parse_seconds, _ = _timed(parse, page)
    source = Source(content, None if task.flattener else record.url, record.lang)
    seconds, output = _timed(engine.extract, source)
    whole = extract_whole(engine)
    whole_seconds = seconds if whole is engine.extract else 0.0
    if whole is not None and not whole_seconds:
        whole_seconds, _ = _timed(whole, source)
    return replace(
        page_score(task, output, output.error),
        verdict=output.verdict,
        milliseconds=round(seconds * 1000, 3),
        whole_milliseconds=round(whole_seconds * 1000, 3),
        parse_milliseconds=round(parse_seconds * 1000, 3),
    )


def page_score(task: Task, output: Output, error: str = "") -> PageScore:
    """The score of ``output`` on the task's page, without times."""
    record = task.record
    words, snippets = score(record, output)
    flattener = mixed_flattener(record) if task.flattener == "mixed" else task.flattener
    return PageScore(
        name=record.name,
        url=record.url or "",
        corpus=record.corpus,
        kind=record.kind,
        engine=task.engine,
        form="text" if task.flattener else "html",
        flattener=flattener,
        words=words,
        snippets=snippets,
        error=error,
    )


def measure_all(tasks: Sequence[Task], jobs: int = 2) -> list[PageScore]:
    """Every task in a process pool, in the order of ``tasks``.

    A page on which the engine raised, died or hung scores as an empty text, with the error stated. Pages
    whose flattener is not installed are left out.
    """
    outcomes = run_pool(measure, tasks, jobs=jobs, limit=LIMIT)
    return [
        outcome.result or page_score(task, Output(), outcome.error)
        for task, outcome in zip(tasks, outcomes, strict=True)
        if not outcome.error.startswith(FlattenerMissingError.__name__)
    ]


@cache
def _warm_up(name: str, flattened: bool) -> None:
    with suppress(Exception):
        engine_named(name, TEXT_PEERS).extract(Source(_WARM_UP.decode() if flattened else _WARM_UP))


def parse(page: bytes) -> object:
    """The bare parse that times are put in ratio to."""
    etree = import_module("lxml.etree")
    return etree.fromstring(page or b"<p>", etree.HTMLParser(huge_tree=True))


def _timed(function: Callable[[Argument], Result], argument: Argument) -> tuple[float, Result]:
    """Processor seconds of a call, the shorter of two when it is short, and its result."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        result = function(argument)
        outside = result.seconds_outside if isinstance(result, Output) else 0.0
        best = min(best, time.process_time() - start + outside)
        if best > _REPEAT_BELOW:
            break
    return best, result
