"""One run at a time for each output: a lock that the kernel releases when its holder dies."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

#: Seconds between two tries.
_RETRY_SECONDS = 0.2


class Lock:
    """The lock of the folder ``state``."""

    def __init__(self, state: Path) -> None:
        self._file = state / "lock"
        self._handle = -1

    def acquire(self, wait: float) -> bool:
        """Try for ``wait`` seconds to get the lock, and return whether it is ours. Raises OSError."""
        self._handle = os.open(self._file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        deadline = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    os.close(self._handle)
                    return False
                time.sleep(_RETRY_SECONDS)
        os.ftruncate(self._handle, 0)
        os.pwrite(self._handle, f"{os.getpid()}\n".encode(), 0)
        return True

    def by(self) -> str:
        """Who holds the lock, as " (process 123)", or "" if that is unknown."""
        try:
            return f" (process {int(self._file.read_text(encoding='ascii'))})"
        except (OSError, ValueError):
            return ""

    def release(self) -> None:
        """Release the lock."""
        os.close(self._handle)
