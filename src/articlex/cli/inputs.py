"""The bytes of one input of the command line: a file, or standard input."""

from __future__ import annotations

import os
import stat
import sys
from typing import NamedTuple

from articlex.errors import TooLargeError

STDIN = "-"


class Input(NamedTuple):
    """One thing to read. ``path`` is as typed; ``name`` is what messages and records call it."""

    path: str

    @property
    def name(self) -> str:
        """The path, or ``<stdin>``."""
        return "<stdin>" if self.path == STDIN else self.path

    @property
    def record_name(self) -> str | None:
        """What the record says of where its article is from: the path, or None for standard input."""
        return None if self.path == STDIN else self.path

    def read(self, max_bytes: int) -> bytes:
        """The bytes, still compressed if they are.

        Raises OSError, and TooLargeError over ``max_bytes``: nothing larger is ever held in memory.
        """
        if self.path == STDIN:
            data = sys.stdin.buffer.read(max_bytes + 1)
        else:
            data = _read_file(self.path, max_bytes)
        if len(data) > max_bytes:
            raise TooLargeError(f"larger than the limit of {max_bytes:,} bytes; --max-size raises it")
        return data


def _read_file(path: str, max_bytes: int) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 -- Path would normalise what the user typed
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode) and status.st_size > max_bytes:
            raise TooLargeError(
                f"{status.st_size:,} bytes, over the limit of {max_bytes:,}; --max-size raises it"
            )
        return file.read(max_bytes + 1)
