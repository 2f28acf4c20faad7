"""A worker process: receives items over a socket, applies one function, sends back the results.

It knows nothing of pages. It is a fresh interpreter, not a fork, so that no lock or thread of the parent
lives on in it.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import signal
import socket
import sys
from typing import IO, Any, NamedTuple, NoReturn

from articlex.batch.channel import pack, read_message
from articlex.batch.process import Heap, limit_memory, served
from articlex.garbage import collect_garbage_less_often

#: Seconds over the time limit after which the kernel ends a worker, in case its parent is gone.
_ORPHAN_SECONDS = 2.0
#: The status of a worker that has no room for what all items need.
NO_ROOM = errno.ENOMEM


class Limits(NamedTuple):
    """What one item may take: ``seconds`` of wall-clock time, and ``memory`` in bytes beyond what the worker
    holds before it; 0 means no limit. A worker is replaced when it holds ``growth`` bytes more than when it
    started, and after ``items`` items, because libxml2 never frees the names and ids that it has read."""

    seconds: float = 10.0
    memory: int = 1 << 30
    growth: int = 64 << 20
    items: int = 5000


class Ready(NamedTuple):
    """A worker's first message, with its resident size in bytes before any work."""

    resident: int


class Done(NamedTuple):
    """The worker's answer to one item: the result of the function, or the text of the exception that it
    raised. ``retire``: the worker must be replaced."""

    result: Any
    error: str
    retire: bool


def main(handle: int) -> None:
    """Serve items until the socket ends. The first message is (function, limits, warm-up or None)."""
    sock, stream = served(handle)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    function, limits, warm_up = read_message(stream)
    if warm_up is not None:
        # Whatever else fails here will fail again for the items, and then be reported with their names.
        with contextlib.suppress(Exception):
            try:
                warm_up()
            except MemoryError:
                sys.exit(NO_ROOM)
    collect_garbage_less_often()
    gc.collect()
    gc.freeze()
    heap = Heap()
    sock.sendall(pack(Ready(heap.low)))
    with contextlib.suppress(EOFError):
        _serve(sock, stream, function, limits, heap)


def _serve(sock: socket.socket, stream: IO[bytes], function: Any, limits: Limits, heap: Heap) -> None:
    """Answer items until the socket ends or the worker has to be replaced."""
    base, served = heap.low, 0
    while True:
        # No variable holds the item, so that only what outlives it counts as growth.
        done = _done(function, read_message(stream), limits)
        served += 1
        has_grown = bool(limits.growth) and heap.settled() > base + limits.growth
        is_old = bool(limits.items) and served >= limits.items
        done = done._replace(retire=done.retire or has_grown or is_old)
        sock.sendall(pack(done))
        if done.retire:
            _wait_for_the_end(stream)


def _wait_for_the_end(stream: IO[bytes]) -> NoReturn:
    """Read on without working: the parent may have sent the next item before it learns that we retire."""
    while stream.read(1 << 16):
        pass
    raise EOFError


def _done(function: Any, item: Any, limits: Limits) -> Done:
    """The answer to one item, made within its limits."""
    limit_memory(limits.memory)
    result, error, retire = None, "", False
    try:
        if limits.seconds:
            signal.setitimer(signal.ITIMER_REAL, limits.seconds + _ORPHAN_SECONDS)
        result = function(item)
    except MemoryError:
        error, retire = "MemoryError", True
    except Exception as exception:
        error = f"{type(exception).__name__}: {exception}"
    signal.setitimer(signal.ITIMER_REAL, 0)
    limit_memory(0)
    return Done(result, error, retire)
