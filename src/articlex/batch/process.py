"""How our processes are started, and what a process can measure and limit of its memory."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import IO

#: The program of a fresh interpreter: take over our module path, then serve the socket.
_BOOT = (
    "import sys; sys.path[:] = sys.argv[3:]; from importlib import import_module; "
    "import_module(sys.argv[1]).main(int(sys.argv[2]))"
)

#: Bytes by which the resident size may rise before free memory is given back. Swept over 2 to 32 MiB on 500
#: pages: at 8 MiB a worker stays within a tenth of its size, and the calls cost 0.2 % of its time; at 2 MiB
#: they cost 10 %.
_SLACK = 8 << 20


def spawn(module: str, *, with_stdin: bool = False) -> tuple[subprocess.Popen[bytes], socket.socket]:
    """A fresh interpreter in which the ``main`` of ``module`` serves a socket, and our end of it.

    It is not a fork, so that no lock or thread of this process lives on in it. What it prints is discarded.
    """
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(
            [
                *(sys.executable, "-P", "-c", _BOOT, module, str(theirs.fileno())),
                *(str(Path(path).absolute()) for path in sys.path),
            ],
            stdin=None if with_stdin else subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            # There is a process for each core already; threads of numpy would only wait for each other.
            env={"OPENBLAS_NUM_THREADS": "1", **os.environ},
            # In a session of its own it could not read from a terminal.
            start_new_session=not with_stdin,
        )
    return process, ours


def served(handle: int) -> tuple[socket.socket, IO[bytes]]:
    """The socket of a process that :func:`spawn` has started, in that process, and its stream to read."""
    # Ctrl-C goes to the whole process group, but the parent decides what happens then.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # If the machine runs out of memory, let the kernel kill this process and not the parent.
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    sock = socket.socket(fileno=handle)
    return sock, sock.makefile("rb")


def usable_cpus() -> int:
    """The number of CPUs that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS
        return os.cpu_count() or 1


class Heap:
    """The resident size of this process, kept near what is really in use.

    malloc keeps the memory that a large page has freed, so a worker would stay as large as its largest page
    made it. ``low`` is the size after memory was last given back.
    """

    def __init__(self) -> None:
        import ctypes

        # Only glibc has this call.
        self._trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        self.low = 0
        self.give_back()

    def settled(self) -> int:
        """The resident size; if it has risen by more than the slack, free memory is given back first."""
        size = own_resident_bytes()
        if size <= self.low + _SLACK:
            return size
        self.give_back()
        return self.low

    def give_back(self) -> None:
        """Return the memory that malloc holds in reserve to the system."""
        if self._trim is not None:
            self._trim(0)
        self.low = own_resident_bytes()


def limit_memory(extra: int) -> None:
    """Let the address space grow by ``extra`` bytes from what it is now; 0 lifts the limit."""
    now = _memory("self", 0) if extra else 0
    if extra and not now:
        return  # no /proc: the parent, which watches the resident size, enforces the limit
    # macOS refuses the call; there the parent enforces the limit.
    with contextlib.suppress(ValueError, OSError):
        set_soft_limit(resource.RLIMIT_AS, now + extra if extra else resource.RLIM_INFINITY)


def set_soft_limit(kind: int, limit: int) -> None:
    """Set a limit of this process, or the hard one if that is lower."""
    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY and (limit == resource.RLIM_INFINITY or limit > hard):
        limit = hard
    resource.setrlimit(kind, (limit, hard))


def _memory(process: int | str, field: int) -> int:
    """A size in bytes that the kernel states of a process: of its address space (0), the resident size (1);
    0 when it is gone, or there is no /proc."""
    try:
        return int(Path(f"/proc/{process}/statm").read_bytes().split()[field]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def own_resident_bytes() -> int:
    """The resident size of this process; on macOS the largest so far."""
    if sys.platform == "linux":
        return resident_bytes(os.getpid())
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def resident_bytes(pid: int) -> int:
    """The resident size in bytes of one of our processes, 0 when it is gone."""
    if sys.platform == "linux":
        return _memory(pid, 1)
    shown = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return int(shown.stdout.strip() or 0) * 1024
