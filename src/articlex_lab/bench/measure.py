"""Running engines on pages in worker processes, with scores and times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from functools import cache, partial
from typing import NamedTuple, TypeVar

from articlex.batch.pool import Loss, Pool
from articlex.batch.worker import Limits
from articlex_lab.bench.timing import bare_parse, seconds, timed
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.flatteners import FlattenerMissingError, flatten, mixed_flattener
from articlex_lab.peers.engines import TEXT_PEERS, Extract, Output, Source, engine_named, extract_whole
from articlex_lab.scores.pages import PageScore, score

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Seconds of wall time after which a page counts as failed and its process is killed.
LIMIT = 30.0
#: Most characters of what an engine raised: some quote all of their input.
_ERROR_CHARS = 500

#: Given to an engine before its first page, whose time is not to include imports and the loading of models.
_WARM_UP = (
    b"<html><body><h1>Rain</h1><p>It rained all day, and the river rose, said Ann Lee.</p></body></html>"
)


class Task(NamedTuple):
    """A page for an engine, which is given by name. ``flattener`` is "" for HTML, else a name or "mixed"."""

    record: Record
    engine: str
    flattener: str


def measure(task: Task) -> PageScore:
    """Score and time one page, in a worker. Raises whatever the engine raises."""
    record, engine = task.record, engine_named(task.engine, TEXT_PEERS)
    page = record.read()
    content: bytes | str = flatten(record, task.flattener) if task.flattener else page
    _warm_up(engine.name, bool(task.flattener))
    parse_seconds = seconds(lambda: bare_parse(page))
    source = Source(content, None if task.flattener else record.url, record.lang)
    text_seconds, output = _timed(engine.extract, source)
    whole = extract_whole(engine)
    whole_seconds = text_seconds if whole is engine.extract else 0.0
    if whole is not None and not whole_seconds:
        whole_seconds, _ = _timed(whole, source)
    return replace(
        page_score(task, output, output.error),
        verdict=output.verdict,
        milliseconds=round(text_seconds * 1000, 3),
        whole_milliseconds=round(whole_seconds * 1000, 3),
        parse_milliseconds=round(parse_seconds * 1000, 3),
    )


def page_score(task: Task, output: Output, error: str = "") -> PageScore:
    """The score of ``output`` on the page of ``task``, without times."""
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
    """The scores of all tasks, by :func:`run_tasks`; a page on which the engine failed scores as an empty
    text, with the error stated."""
    return run_tasks(measure, tasks, lambda task, error: page_score(task, Output(), error), jobs)


def run_tasks(
    function: Callable[[Item], Result],
    tasks: Sequence[Item],
    failed: Callable[[Item, str], Result],
    jobs: int,
) -> list[Result]:
    """``function`` of each task, in ``jobs`` processes and in the order of ``tasks``.

    Where it raises, hangs or kills its process, ``failed`` of the task and the error stands for the result.
    Tasks whose flattener is not installed are left out.
    """

    def lost(numbered: tuple[int, Item], loss: Loss) -> tuple[int, Result | None]:
        number, task = numbered
        is_missing = loss.message.startswith(FlattenerMissingError.__name__)
        return number, None if is_missing else failed(task, loss.message[:_ERROR_CHARS])

    results: list[tuple[int, Result | None]] = []
    limits = Limits(LIMIT, memory=0, growth=0, items=0)
    with closing(Pool(partial(_numbered, function), lost, jobs, limits)) as pool:
        for numbered in enumerate(tasks):
            while not pool.has_room:
                results += pool.poll(LIMIT)
            pool.submit(numbered)
        while pool.in_flight:
            results += pool.poll(LIMIT)
    in_order = sorted(results, key=lambda result: result[0])
    return [result for _, result in in_order if result is not None]


def _numbered(function: Callable[[Item], Result], numbered: tuple[int, Item]) -> tuple[int, Result]:
    """``function`` of a task, with the number of the task."""
    number, task = numbered
    return number, function(task)


@cache
def _warm_up(name: str, flattened: bool) -> None:
    with suppress(Exception):
        engine_named(name, TEXT_PEERS).extract(Source(_WARM_UP.decode() if flattened else _WARM_UP))


def _timed(extract: Extract, source: Source) -> tuple[float, Output]:
    """Processor seconds of an extraction, including those that the engine spent in another process."""
    return timed(lambda: extract(source), lambda output: output.seconds_outside)
