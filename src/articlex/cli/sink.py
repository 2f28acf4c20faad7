"""Where the data goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import BinaryIO, Protocol

from articlex.errors import ArticlexError


class NoFolderError(ArticlexError):
    """The folder of the output is not there."""

    code = "not-found"


class Sink(Protocol):
    """Takes text, in UTF-8 whatever the locale: data must not depend on the terminal it is made on."""

    def write(self, text: str) -> None:
        """Take ``text``."""


class _Stdout:
    def write(self, text: str) -> None:
        if sys.stdout is None:
            raise OSError(errno.EBADF, "standard output is closed", "<stdout>")
        try:
            _write_all(sys.stdout.buffer, text.encode("utf-8", "replace"))
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


def _write_all(file: BinaryIO, data: bytes) -> None:
    """All of ``data``: without a buffer, as under PYTHONUNBUFFERED, a file takes what there is room for and
    says nothing."""
    view = memoryview(data)
    while view:
        written: int | None = file.write(view)
        if written is None:
            raise BlockingIOError(errno.EAGAIN, "the reader does not keep up")
        view = view[written:]


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
    # A link stays a link, and the new file lands where it points.
    target = Path(path).resolve()
    if not target.parent.exists():
        raise NoFolderError(f"{path}: there is no folder {Path(path).parent}")
    part = target.with_name(f".{target.name[:50]}.{os.urandom(6).hex()}.part")
    with _removed_at_last(part):
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            sink = _File(file)
            yield sink
        if sink.size:
            part.chmod(_mode_for(target))
            part.replace(target)


@contextmanager
def _removed_at_last(path: Path) -> Iterator[None]:
    """The file is gone in the end, if it is there: after an exception, and also when a signal ends
    the process, as systemd and a terminal that is closed do."""

    def end(number: int, frame: FrameType | None) -> None:
        path.unlink(missing_ok=True)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    # What whoever started us wants ignored, as nohup does, stays so.
    wanted = [
        number
        for name in ("SIGTERM", "SIGHUP")
        if (number := getattr(signal, name, None)) and signal.getsignal(number) is signal.SIG_DFL
    ]
    try:
        for number in wanted:
            signal.signal(number, end)
    except ValueError:
        # Not the main thread: whoever runs us there sees to signals.
        wanted = []
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        for number in wanted:
            signal.signal(number, signal.SIG_DFL)


def _mode_for(target: Path) -> int:
    """The mode of the file that is replaced; else what the umask gives a new file."""
    try:
        return target.stat().st_mode & 0o7777
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
