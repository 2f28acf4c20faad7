"""Standard streams, as whoever started us has left them."""

from __future__ import annotations

import contextlib
import os
from typing import IO


def waiting(stream: IO[bytes]) -> IO[bytes]:
    """``stream``, which waits for what is to come and for room for what is to go.

    A pipe that has been made non-blocking, as some programs leave it to those that they start, ends each
    read where nothing is there yet: half of the page would be taken for all of it.
    """
    # What is no file, as in a test, never has to wait.
    with contextlib.suppress(OSError, ValueError):
        os.set_blocking(stream.fileno(), True)
    return stream
