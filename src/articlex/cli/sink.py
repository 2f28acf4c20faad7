"""Where the data goes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from articlex.placing import placed
from articlex.streams import in_blocking_mode, write_all


class Sink:
    """Writes to ``file``. ``found`` says whether that is worth replacing an existing file."""

    def __init__(self, file: IO[bytes] | _Stdout) -> None:
        self._file = file
        self.found = False

    def write(self, data: str | bytes) -> None:
        """Write ``data``, text as UTF-8 whatever the locale: data must not depend on the terminal. Raises
        OSError."""
        self._file.write(data.encode("utf-8", "replace") if isinstance(data, str) else data)


class _Stdout:
    def write(self, data: bytes) -> None:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "standard output is closed", "<stdout>")
        try:
            write_all(in_blocking_mode(sys.stdout.buffer), data)
            sys.stdout.buffer.flush()
        except OSError as error:
            silence_stdout()
            raise OSError(error.errno, error.strerror, "<stdout>") from error


def silence_stdout() -> None:
    """Redirect standard output to nowhere, so that the interpreter's flush at exit does not fail."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


@contextmanager
def open_sink(path: str | None) -> Iterator[Sink]:
    """A sink for ``path``; None and ``-`` are standard output.

    A file is written beside its final place, and moved there if the block ends without an exception and
    ``found`` was set: a run that finds nothing leaves an existing file alone.
    """
    if path is None or path == "-":
        yield Sink(_Stdout())
        return
    with _named(path), placed(Path(path)) as draft:
        sink = Sink(draft.file)
        yield sink
        draft.wanted = sink.found


def put(text: str) -> None:
    """Print ``text`` and a line feed to standard output."""
    with open_sink(None) as sink:
        sink.write(text + "\n")


@contextmanager
def _named(path: str) -> Iterator[None]:
    """Make an OSError name the file as the user typed it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error
