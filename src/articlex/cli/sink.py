"""Where the data goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol


class Sink(Protocol):
    """Takes text, in UTF-8 whatever the locale: data must not depend on the terminal it is made on."""

    def write(self, text: str) -> None:
        """Take ``text``."""


class _Stdout:
    def write(self, text: str) -> None:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "standard output is closed", "<stdout>")
        try:
            sys.stdout.buffer.write(text.encode("utf-8", "replace"))
            sys.stdout.buffer.flush()
        except OSError as error:
            silence_stdout()
            raise OSError(error.errno, error.strerror, "<stdout>") from error


class _File:
    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.size = 0

    def write(self, text: str) -> None:
        self.size += self.file.write(text.encode("utf-8", "replace"))


def silence_stdout() -> None:
    """Let the interpreter's own flush at exit go nowhere instead of failing loudly."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


@contextmanager
def open_sink(path: str | None) -> Iterator[Sink]:
    """A sink for ``path``; None and ``-`` are standard output.

    A file is written beside its final place and moved there when the block ends without an exception,
    if anything was written at all: a run that finds nothing leaves an older file as it was.
    """
    if path is None or path == "-":
        yield _Stdout()
        return
    if Path(path).exists() and not Path(path).is_file():
        # A device or a pipe has nothing to replace; a folder raises.
        with _named(path), Path(path).open("wb") as device:
            yield _File(device)
        return
    with _named(path), _replacing(path) as sink:
        yield sink


@contextmanager
def _named(path: str) -> Iterator[None]:
    """Let an error of the system name the file as the user typed it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error


@contextmanager
def _replacing(path: str) -> Iterator[Sink]:
    import tempfile

    # A link stays a link, and the new file lands where it points.
    target = Path(path).resolve()
    prefix = f".{target.name[:50]}."
    handle, temporary = tempfile.mkstemp(prefix=prefix, suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            sink = _File(file)
            yield sink
        if sink.size:
            Path(temporary).chmod(_mode_for(target))
            Path(temporary).replace(target)
            return
        Path(temporary).unlink()
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _mode_for(target: Path) -> int:
    """The mode of the file that is replaced; else what the umask gives a new file."""
    try:
        return target.stat().st_mode & 0o7777
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
