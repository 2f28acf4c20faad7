"""A pool of worker processes that are killed and replaced when an item goes over its limits.

It applies any picklable function to any picklable items and knows nothing of pages. An item that hangs,
crashes or eats memory costs only itself. Everything happens in :meth:`Pool.poll`: there is no thread.
"""

from __future__ import annotations

import contextlib
import selectors
import signal
import subprocess
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from articlex.batch.channel import Channel, pack
from articlex.batch.process import resident_bytes, spawn, usable_cpus
from articlex.batch.worker import NO_ROOM, Done, Limits, Ready
from articlex.errors import ArticlexError, reason

T = TypeVar("T")
R = TypeVar("R")

#: Items that a worker has: one in progress and one waiting, so that it never waits for the parent.
_DEPTH = 2
#: Items that must be done for each worker beyond the number of CPUs: one takes as long to start as they take.
_ITEMS_FOR_A_START = 12
#: Seconds that a worker may take to start.
_START_SECONDS = 60.0
#: Workers that die in a row before they are ready until the pool gives up.
_START_FAILURES = 3
#: Seconds between two checks of the resident size, and after which an item counts as slow enough for them.
_WATCH_SECONDS = 0.25
#: Seconds that a caller waits for results while it has nothing else to do.
POLL_SECONDS = 0.25
#: Seconds that a dying worker may take before it is killed again.
_BURIAL_SECONDS = 5.0


class Loss(NamedTuple):
    """Why an item has no result: ``code`` is "time", "memory", "crash" or "internal"."""

    code: str
    message: str


class PoolError(ArticlexError):
    """Workers cannot be started."""

    code = "workers"


@dataclass(slots=True, eq=False)
class _Worker:
    process: subprocess.Popen[bytes]
    channel: Channel
    items: deque[Any] = field(default_factory=deque)
    deadline: float = 0.0
    base: int = 0
    ready: bool = False
    #: Whether it is to be replaced; then it has begun none of its items.
    retiring: bool = False
    #: Why the pool kills it in the middle of an item; None while it does not.
    loss: Loss | None = None


class Pool(Generic[T, R]):
    """Up to ``jobs`` processes that apply ``function`` to the items given to :meth:`submit`: one for each CPU
    at once, and further ones as the work turns out to be long.

    ``lost(item, loss)`` makes the result of an item for which a worker gave none. ``warm_up`` is called in
    each new process, so that what it loads does not count towards the limits of an item.
    """

    def __init__(
        self,
        function: Callable[[T], R],
        lost: Callable[[T, Loss], R],
        jobs: int,
        limits: Limits,
        warm_up: Callable[[], object] | None = None,
    ) -> None:
        self._hello = pack((function, limits, warm_up))
        self._lost = lost
        self._jobs = jobs
        self._limits = limits
        try:
            self._selector = selectors.DefaultSelector()
        except OSError as error:
            raise _no_start(error) from None
        self._workers: list[_Worker] = []
        self._waiting: deque[T] = deque()
        #: The ids of items whose worker crashed, which have a second and last try.
        self._second_try: set[int] = set()
        self._failed_starts = 0
        self._done = 0
        self._cpus = usable_cpus()
        self.replaced = 0

    @property
    def in_flight(self) -> int:
        """The number of items submitted that have no result yet."""
        return len(self._waiting) + sum(len(worker.items) for worker in self._workers)

    @property
    def has_room(self) -> bool:
        """Whether to submit another item now: the bound on what waits in memory."""
        return self.in_flight < self._jobs * _DEPTH

    def submit(self, item: T) -> None:
        """Give an item to the pool."""
        self._waiting.append(item)
        self._feed()

    def drop_waiting(self) -> None:
        """Forget the items that no worker has begun. Nothing may be submitted afterwards."""
        self._waiting.clear()
        for worker in self._workers:
            while len(worker.items) > (1 if worker.ready else 0):
                worker.items.pop()
            worker.retiring = worker.retiring or not worker.items

    def poll(self, timeout: float) -> list[R]:
        """The results that have arrived, after waiting for one for at most ``timeout`` seconds.

        Raises PoolError when workers cannot be started.
        """
        results: list[R] = []
        for key, _ in self._selector.select(min(timeout, self._until_next_look())):
            key.data.channel.flush()
            results += self._hear(key.data)
        self._enforce()
        for worker in [worker for worker in self._workers if worker.channel.closed]:
            results += self._bury(worker)
        self._feed()
        return results

    def close(self) -> None:
        """Kill all workers now; the items in progress are lost."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.wait()
            worker.channel.close()
        self._workers.clear()
        self._selector.close()

    def _hear(self, worker: _Worker) -> list[R]:
        """The results that a worker has sent. A worker that asks to be replaced is retired."""
        results: list[R] = []
        for message in worker.channel.receive():
            if isinstance(message, Ready):
                worker.ready, worker.base, self._failed_starts = True, message.resident, 0
            elif isinstance(message, Done) and worker.items:  # its item may have been dropped
                item = worker.items.popleft()
                self._done += 1
                self._second_try.discard(id(item))
                results.append(self._result(item, message))
                worker.retiring = worker.retiring or message.retire
            self._start_clock(worker)
        self._want_write(worker)
        if worker.retiring:
            self._kill(worker)
        return results

    def _result(self, item: T, done: Done) -> R:
        """What the function gave for an item, or its loss if it raised."""
        if not done.error:
            result: R = done.result
            return result
        if done.error == "MemoryError":
            return self._lost(item, Loss("memory", self._memory_message()))
        return self._lost(item, Loss("internal", done.error))

    def _start_clock(self, worker: _Worker) -> None:
        seconds = self._limits.seconds
        worker.deadline = time.monotonic() + seconds if worker.items and seconds else 0.0

    def _until_next_look(self) -> float:
        """Seconds until a limit may have to be enforced."""
        now = time.monotonic()
        waits = [worker.deadline - now for worker in self._workers if worker.deadline]
        if self._limits.memory and any(worker.items for worker in self._workers):
            waits.append(_WATCH_SECONDS)
        return max(0.0, min(waits, default=1.0))

    def _enforce(self) -> None:
        """Kill the workers that are over a limit."""
        now = time.monotonic()
        for worker in self._workers:
            if worker.deadline and now >= worker.deadline:
                if worker.ready:
                    self._kill(worker, Loss("time", f"over the time limit of {self._limits.seconds:g} s"))
                else:
                    self._kill(worker, Loss("crash", "did not start"))
            elif self._limits.memory and worker.items and worker.ready and self._over_memory(worker, now):
                self._kill(worker, Loss("memory", self._memory_message()))

    def _over_memory(self, worker: _Worker, now: float) -> bool:
        """Whether a worker is over its limit; looked at only for slow items, which most pages are not."""
        seconds = self._limits.seconds
        if seconds and worker.deadline - now > seconds - _WATCH_SECONDS:
            return False
        return resident_bytes(worker.process.pid) > worker.base + self._limits.growth + self._limits.memory

    def _memory_message(self) -> str:
        return f"over the memory limit of {self._limits.memory >> 20:,} MiB"

    def _kill(self, worker: _Worker, loss: Loss | None = None) -> None:
        """End a worker, with a ``loss`` for the item that it has begun."""
        worker.loss = loss
        worker.process.kill()
        worker.channel.closed = True

    def _bury(self, worker: _Worker) -> list[R]:
        """Remove a worker that has ended. Its item in progress is lost or gets a second try."""
        self._selector.unregister(worker.channel.socket)
        worker.channel.close()
        status = exit_status(worker.process)
        self._workers.remove(worker)
        self.replaced += 1
        if not worker.ready:
            self._note_failed_start(worker, status)
        has_begun = worker.ready and not worker.retiring and worker.items
        guilty = worker.items.popleft() if has_begun else None
        self._waiting.extendleft(reversed(worker.items))
        if guilty is None:
            return []
        if worker.loss is None and id(guilty) not in self._second_try:
            # It may be innocent: the kernel was short of memory, or an earlier page left damage.
            self._second_try.add(id(guilty))
            self._waiting.appendleft(guilty)
            return []
        self._second_try.discard(id(guilty))
        return [self._lost(guilty, worker.loss or loss_by(status))]

    def _note_failed_start(self, worker: _Worker, status: int) -> None:
        self._failed_starts += 1
        if self._failed_starts >= _START_FAILURES:
            cause = worker.loss.message if worker.loss else loss_by(status).message
            raise PoolError(f"workers do not start: {cause}")

    def _feed(self) -> None:
        """Give items to workers evenly. Start workers as needed."""
        while self._waiting:
            worker = self._least_busy()
            if worker is None:
                return
            self._give(worker, self._waiting.popleft())

    def _least_busy(self) -> _Worker | None:
        """The worker to give the next item, started if need be; None if all have enough."""
        takers = [worker for worker in self._workers if not (worker.retiring or worker.channel.closed)]
        best = min(takers, key=lambda worker: len(worker.items), default=None)
        useful = min(self._jobs, self._cpus + self._done // _ITEMS_FOR_A_START)
        if (best is None or best.items) and len(self._workers) < useful:
            return self._start()
        return best if best is not None and len(best.items) < _DEPTH else None

    def _give(self, worker: _Worker, item: T) -> None:
        """Send an item to a worker."""
        worker.items.append(item)
        if len(worker.items) == 1:
            self._start_clock(worker)
            if not worker.ready:
                worker.deadline = time.monotonic() + _START_SECONDS
        worker.channel.send(pack(item))
        self._want_write(worker)

    def _want_write(self, worker: _Worker) -> None:
        if worker.channel.closed:
            return
        events = selectors.EVENT_READ | (selectors.EVENT_WRITE if worker.channel.pending else 0)
        self._selector.modify(worker.channel.socket, events, worker)

    def _start(self) -> _Worker:
        """Start a worker."""
        try:
            process, ours = spawn("articlex.batch.worker")
        except OSError as error:
            raise _no_start(error) from None
        worker = _Worker(process, Channel(ours))
        self._workers.append(worker)
        self._selector.register(ours, selectors.EVENT_READ, worker)
        worker.channel.send(self._hello)
        return worker


def _no_start(error: OSError) -> PoolError:
    """What a pool raises to which the system denies a process, memory or a file descriptor."""
    return PoolError(f"workers do not start: {reason(error)}")


def exit_status(process: subprocess.Popen[bytes]) -> int:
    """The status of a process whose socket is closed. It may still be writing a core file."""
    try:
        return process.wait(_BURIAL_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def loss_by(status: int) -> Loss:
    """Why a worker died that the pool did not kill, by its exit status."""
    if status == -signal.SIGALRM:
        return Loss("time", "over the time limit")
    if status == -signal.SIGKILL:
        return Loss("memory", "killed by the system, short of memory")
    if status == NO_ROOM:
        return Loss("memory", "out of memory")
    if status < 0:
        with contextlib.suppress(ValueError):
            return Loss("crash", f"worker killed by {signal.Signals(-status).name}")
    return Loss("crash", f"worker ended with status {status}")
