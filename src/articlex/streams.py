"""Standard streams, in whatever state our parent process has left them."""

from __future__ import annotations

import contextlib
import os
from typing import IO


def in_blocking_mode(stream: IO[bytes]) -> IO[bytes]:
    """``stream``, in blocking mode.

    Some programs leave a non-blocking pipe to their children. It ends a read when no data is there yet, and
    half of the page would be taken for all of it.
    """
    # A stream that is no file, as in tests, never blocks.
    with contextlib.suppress(OSError, ValueError):
        os.set_blocking(stream.fileno(), True)
    return stream


def write_all(file: IO[bytes], data: bytes) -> None:
    """Write all of ``data``: an unbuffered file, as under PYTHONUNBUFFERED, may accept only a part of it."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]
