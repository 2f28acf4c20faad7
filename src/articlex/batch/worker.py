"""A worker process: takes messages from a socket, applies one function, sends back what it returns.

It knows nothing of pages. It is started as a fresh interpreter, not forked, so no lock or thread of
the parent lives on in it.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any, NamedTuple

from articlex.batch.channel import pack, read_message

#: The program that the fresh interpreter runs: the parent's module path first, then :func:`main`.
BOOT = (
    "import sys; sys.path[:] = sys.argv[2:]; from articlex.batch.worker import main; main(int(sys.argv[1]))"
)

#: Seconds beyond the time limit after which the kernel ends a worker whose parent is gone.
_ORPHAN_SECONDS = 2.0


class Limits(NamedTuple):
    """What one item may take. ``seconds`` is wall-clock time and ``memory`` bytes beyond what the worker
    holds before the item; 0 means no limit. A worker that has grown by ``growth`` bytes since it
    started is replaced."""

    seconds: float = 10.0
    memory: int = 1 << 30
    growth: int = 256 << 20


class Ready(NamedTuple):
    """A worker's first message: its resident size in bytes before any work."""

    resident: int


class Done(NamedTuple):
    """The worker's answer to one item: the function's result, or the text of the exception that it
    raised. ``retire``: the worker must not be given another item."""

    result: Any
    error: str
    retire: bool


def main(handle: int) -> None:
    """Serve items until the socket ends. The first message is (function, limits, warm-up or None)."""
    # Ctrl-C goes to the whole process group, and what happens then is the parent's decision.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _volunteer_for_oom_killer()
    sock = socket.socket(fileno=handle)
    stream = sock.makefile("rb")
    function, limits, warm_up = read_message(stream)
    if warm_up is not None:
        # What cannot be loaded now will fail the items, with their names.
        with contextlib.suppress(Exception):
            warm_up()
    gc.collect()
    gc.freeze()
    base = own_resident_bytes()
    sock.sendall(pack(Ready(base)))
    while True:
        try:
            item = read_message(stream)
        except EOFError:
            return
        answer = _answer(function, item, limits, base)
        sock.sendall(answer)


def _answer(function: Any, item: Any, limits: Limits, base: int) -> bytes:
    _limit_memory(limits.memory)
    if limits.seconds:
        signal.setitimer(signal.ITIMER_REAL, limits.seconds + _ORPHAN_SECONDS)
    result, error, retire = None, "", False
    try:
        result = function(item)
    except MemoryError:
        error, retire = "MemoryError", True
    except Exception as exception:
        error = f"{type(exception).__name__}: {exception}"
    signal.setitimer(signal.ITIMER_REAL, 0)
    _limit_memory(0)
    if limits.growth and own_resident_bytes() > base + limits.growth:
        retire = True
    return pack(Done(result, error, retire))


def _limit_memory(extra: int) -> None:
    """Let the address space grow by ``extra`` bytes from what it is now; 0 lifts the limit."""
    import resource

    now = _address_space() if extra else 0
    if extra and not now:
        return  # no /proc here: the parent's watch over the resident size is the limit
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    soft = now + extra if extra else hard
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    # macOS refuses the call; there the parent's watch is the limit.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _address_space() -> int:
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def own_resident_bytes() -> int:
    """The resident size of this process; on macOS the largest that it has had."""
    if sys.platform == "linux":
        return resident_bytes(os.getpid())
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def resident_bytes(pid: int) -> int:
    """The resident size of a process of ours, 0 when it is gone."""
    if sys.platform == "linux":
        try:
            return int(Path(f"/proc/{pid}/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except OSError:
            return 0
    import subprocess

    shown = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return int(shown.stdout.strip() or 0) * 1024


def _volunteer_for_oom_killer() -> None:
    """When the machine runs out of memory, a worker is the process to lose, never the parent."""
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
