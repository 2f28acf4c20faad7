"""A small process pool in which one item that hangs or crashes costs its own result and no other."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

#: Seconds that a new process gets for its imports, in addition to the limit of its first item.
_START_UP = 30.0

#: Stand for the index of an item: the worker has none, or is dead.
_IDLE, _DEAD = -1, -2


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Result]):
    """What became of one item: its result, or an error as ``Type: message``, which is "" otherwise."""

    index: int
    result: Result | None
    error: str = ""


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    index: int = _IDLE
    deadline: float = 0.0
    fresh: bool = True


def run_pool(
    function: Callable[[Item], Result], items: Sequence[Item], jobs: int = 2, limit: float = 30.0
) -> list[Outcome[Result]]:
    """``function`` of each item, in ``jobs`` processes, each item in at most ``limit`` seconds.

    ``function`` must be importable by name, items and results picklable. The outcomes are in the order of the
    items. A process that takes longer is killed and replaced.
    """
    unordered = _outcomes(function, items, max(1, min(jobs, len(items))), limit)
    return sorted(unordered, key=lambda outcome: outcome.index)


def _outcomes(
    function: Callable[[Item], Result], items: Sequence[Item], jobs: int, limit: float
) -> Iterator[Outcome[Result]]:
    pending = list(range(len(items)))[::-1]
    workers: list[_Worker] = []
    try:
        while pending or any(worker.index >= 0 for worker in workers):
            while pending and len(workers) < jobs:
                workers.append(_start(function))
            for worker in workers:
                if worker.index < 0 and pending:
                    _send(worker, pending.pop(), items, limit)
            for worker in _ready(workers):
                yield _collect(worker)
                if not worker.process.is_alive() or worker.index == _DEAD:
                    workers.remove(worker)
    finally:
        for worker in workers:
            _stop(worker)


def _start(function: Callable[[Item], Result]) -> _Worker:
    # "spawn" starts a fresh interpreter, without any state of the parent.
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(function, theirs), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _serve(function: Callable[[Item], Result], pipe: Connection) -> None:
    while True:
        try:
            item = pipe.recv()
        except (EOFError, KeyboardInterrupt):
            return
        try:
            answer: tuple[Result | None, str] = (function(item), "")
        except Exception as error:
            answer = (None, f"{type(error).__name__}: {error}"[:500])
        pipe.send(answer)


def _send(worker: _Worker, index: int, items: Sequence[Item], limit: float) -> None:
    worker.index = index
    worker.deadline = time.monotonic() + limit + (_START_UP if worker.fresh else 0.0)
    worker.fresh = False
    with suppress(OSError):  # it has died since its last answer; reading the pipe will tell
        worker.pipe.send(items[index])


def _ready(workers: list[_Worker]) -> list[_Worker]:
    """Wait until a busy worker has answered, died or run out of time; all of which that holds by then."""
    busy = [worker for worker in workers if worker.index >= 0]
    remaining = min(worker.deadline for worker in busy) - time.monotonic()
    answered = wait([worker.pipe for worker in busy], timeout=max(0.0, remaining))
    now = time.monotonic()
    return [worker for worker in busy if worker.pipe in answered or now >= worker.deadline]


def _collect(worker: _Worker) -> Outcome[Result]:
    index, worker.index = worker.index, _IDLE
    if not worker.pipe.poll():
        _stop(worker)
        worker.index = _DEAD
        return Outcome(index, None, "TimeoutError: over the time limit")
    try:
        result, error = worker.pipe.recv()
    except (EOFError, OSError):
        _stop(worker)
        worker.index = _DEAD
        return Outcome(index, None, "ProcessError: the process died")
    return Outcome(index, result, error)


def _stop(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()
