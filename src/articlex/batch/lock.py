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
        try:
            self._wait_for(wait)
            os.ftruncate(self._handle, 0)
            os.pwrite(self._handle, f"{os.getpid()}\n".encode(), 0)
        except BlockingIOError:
            self.release()
            return False
        except OSError:
            self.release()
            raise
        return True

    def _wait_for(self, seconds: float) -> None:
        """Lock the file, within ``seconds``. Raises BlockingIOError if another process holds the lock, and
        OSError."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    raise
                time.sleep(_RETRY_SECONDS)
            else:
                return

    def by(self) -> str:
        """Who holds the lock, as " (process 123)", or "" if that is unknown."""
        try:
            return f" (process {int(self._file.read_text(encoding='ascii'))})"
        except (OSError, ValueError):
            return ""

    def release(self) -> None:
        """Release the lock."""
        os.close(self._handle)
