"""One run at a time for each output: a lock that the kernel releases when its holder dies."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

from articlex.errors import ArticlexError

#: Seconds between two tries.
_RETRY_SECONDS = 0.2


class LockedError(ArticlexError):
    """Another run is at work on the same output."""

    code = "locked"
    exit_code = 0


def take_lock(state: Path, output: Path, wait: float) -> int:
    """The descriptor of the file in the folder ``state`` that is locked for a run with this ``output``, until
    it is closed.

    Raises LockedError if another process still holds the lock after ``wait`` seconds, and OSError.
    """
    file, deadline = state / "lock", time.monotonic() + wait
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        while not _try_lock(handle):
            if time.monotonic() >= deadline:
                raise LockedError(f"another run{_holder(file)} is at work on {output}")
            time.sleep(_RETRY_SECONDS)
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
    except BaseException:
        os.close(handle)
        raise
    return handle


def _try_lock(handle: int) -> bool:
    """Lock the open file; False if another process holds the lock."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(file: Path) -> str:
    """Who holds the lock, as " (process 123)", or "" if that is unknown."""
    try:
        return f" (process {int(file.read_text(encoding='ascii'))})"
    except (OSError, ValueError):
        return ""
