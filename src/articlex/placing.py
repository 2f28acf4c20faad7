"""Atomic writing of output files: a file is written completely or not at all, whatever is at its path."""

from __future__ import annotations

import errno
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import IO

from articlex.errors import UsageError
from articlex.interrupts import handled
from articlex.streams import in_blocking_mode


class UnreadError(InterruptedError):
    """We were asked to end while nobody read the pipe that is the output."""


#: Seconds between two attempts to open a pipe that nobody reads yet.
_READER_SECONDS = 0.05
#: Size of the write buffer in bytes.
_BUFFER = 1 << 20
#: The standard streams by their file descriptors.
_STREAMS = {"/dev/stdout": 1, "/dev/stderr": 2}
#: Most digits of a file descriptor; a longer number names a file that does not exist.
_MOST_FIGURES = 9


class Draft:
    """An output file in the making; it takes its place in the end unless ``wanted`` is set to False."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.wanted = True


@contextmanager
def placed(
    path: Path, beside: Path | None = None, interrupted: Callable[[], int] = lambda: 0
) -> Iterator[Draft]:
    """A context manager: the draft replaces the file at ``path`` if the block ends without an exception.

    It is written to ``beside``, or else to a hidden file in the same folder, and then moved. A symbolic link
    is followed and kept; then ``beside``, which could be on another disk, is not used. Devices and pipes
    cannot be replaced, and are written to directly, as are our own streams like ``/dev/stdout``: if that is a
    file, others write to it before and after us. A pipe is waited for until somebody reads it or
    ``interrupted`` returns a number of signals, which raises UnreadError. Only with ``beside`` is the
    data synced to the disk before the move. Raises OSError, UsageError.
    """
    if is_special(path):
        with _opened(path, interrupted) as device:
            yield Draft(device)
        return
    target = target_of(path)
    if beside is None or path.is_symlink():
        part, new = target.with_name(f".{target.name[:50]}.{os.urandom(6).hex()}.part"), os.O_EXCL
    else:
        part, new = beside, os.O_TRUNC
    with _removed_at_last(part):
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | new, 0o600)
        with os.fdopen(handle, "wb", _BUFFER) as file:
            draft = Draft(file)
            yield draft
            if part is beside:
                file.flush()
                os.fsync(file.fileno())
        if draft.wanted:
            with suppress(OSError):  # a disk of Windows or a network may have no modes
                part.chmod(_mode_for(target))
            part.replace(target)


def _opened(path: Path, interrupted: Callable[[], int]) -> IO[bytes]:
    """A device, a pipe or one of our own streams, open for writing."""
    own = _own_stream(path)
    if own is not None:
        # Opening it by name would truncate the file behind it.
        return in_blocking_mode(os.fdopen(os.dup(own), "wb"))
    return os.fdopen(_pipe(path, interrupted), "wb") if path.is_fifo() else path.open("wb")


def _own_stream(path: Path) -> int | None:
    """The file descriptor of this process that ``path`` names; None for any other file."""
    name = str(path)
    folder, _, number = name.rpartition("/")
    if folder in ("/dev/fd", "/proc/self/fd") and number.isdecimal() and len(number) <= _MOST_FIGURES:
        return int(number)
    return _STREAMS.get(name)


def _pipe(path: Path, interrupted: Callable[[], int]) -> int:
    """The descriptor of a pipe, open for writing. It is polled, because Python would retry a blocking call
    after each signal whose handler returns."""
    while True:
        try:
            handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            if interrupted():
                raise UnreadError(errno.EINTR, "interrupted, nobody reads from the pipe") from None
            time.sleep(_READER_SECONDS)
        else:
            os.set_blocking(handle, True)
            return handle


def is_special(path: Path) -> bool:
    """Whether ``path`` is a device, a pipe, one of our own streams or a folder, after following links."""
    return _own_stream(path) is not None or (path.exists() and not path.is_file())


def same_file(path: str | Path, other: str | Path) -> bool:
    """Whether both paths name one file that exists."""
    try:
        return Path(path).samefile(other)
    except (OSError, ValueError):
        return False


def check_open(path: Path) -> None:
    """Raise OSError if ``path`` is a closed stream of our own: the next opened file would get its
    descriptor."""
    own = _own_stream(path)
    if own is not None:
        os.fstat(own)


def target_of(path: Path) -> Path:
    """The file that ``path`` means after following links; it need not exist.

    Raises UsageError if its folder does not exist, and for a loop of links.
    """
    target = Path(os.path.realpath(path)) if path.is_symlink() else path.absolute()
    if target.is_symlink():
        raise UsageError(f"{path}: too many levels of symbolic links")
    if not target.parent.is_dir():
        folder = target.parent if path.is_symlink() else path.parent
        raise UsageError(f"{path}: there is no folder {folder}", "not-found")
    return target


@contextmanager
def _removed_at_last(path: Path) -> Iterator[None]:
    """A context manager that removes the file in the end, if it exists: also after an exception, and when
    SIGTERM or SIGHUP ends the process, as from systemd or a closed terminal."""

    def end(number: int, frame: FrameType | None) -> None:
        path.unlink(missing_ok=True)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    # What handles a signal already, as in a batch, ends the block in its own way.
    deadly = (signal.SIGTERM, signal.SIGHUP)
    with handled(tuple(number for number in deadly if signal.getsignal(number) is signal.SIG_DFL), end):
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _mode_for(target: Path) -> int:
    """The mode of the file to be replaced, or that of a new file by the umask."""
    try:
        return target.stat().st_mode & 0o7777
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
