"""A file takes its place whole or not at all, whatever stands there: one way for every output."""

from __future__ import annotations

import errno
import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import IO

from articlex.errors import ArticlexError
from articlex.streams import waiting


class NoFolderError(ArticlexError):
    """The folder of the output is not there."""

    code = "not-found"


#: Seconds between two looks at whether somebody reads from a pipe.
_READER_SECONDS = 0.05
#: Bytes that are written at once.
_BUFFER = 1 << 20
#: Names of our own streams.
_STREAMS = {"/dev/stdout": 1, "/dev/stderr": 2}
#: Figures of the longest descriptor; what is longer is the name of a file that there is not.
_MOST_FIGURES = 9


class Draft:
    """What is to stand at a path. ``wanted``: whether it takes its place in the end."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.wanted = True

    def write(self, data: bytes) -> None:
        """Append ``data``."""
        self.file.write(data)


@contextmanager
def placed(
    path: Path, beside: Path | None = None, interrupted: Callable[[], int] = lambda: 0
) -> Iterator[Draft]:
    """A draft that is at ``path`` when the block ends without an exception.

    It is written to ``beside``, or else to a hidden file in the same folder, and moved. A symbolic link
    stays one, and the file lands where it points (then ``beside`` could be on another disk, and is not
    used). A device or a pipe has nothing to replace: it is written into, and a pipe waited for until
    somebody reads from it or ``interrupted`` counts a signal, which raises InterruptedError. So is a stream
    of our own, ``/dev/stdout``: where it is a file, others write to it before and after us. Only what
    comes from ``beside`` is sure to be on the disk before it is moved. Raises OSError, NoFolderError.
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
            part.chmod(_mode_for(target))
            part.replace(target)


def _opened(path: Path, interrupted: Callable[[], int]) -> IO[bytes]:
    """A device, a pipe or a stream of our own, to be written into."""
    own = _own_stream(path)
    if own is not None:
        # To open the name would begin the file behind it anew.
        return waiting(os.fdopen(os.dup(own), "wb"))
    return os.fdopen(_pipe(path, interrupted), "wb") if path.is_fifo() else path.open("wb")


def _own_stream(path: Path) -> int | None:
    """The descriptor of this process that ``path`` stands for; None where it is any other file."""
    name = str(path)
    folder, _, number = name.rpartition("/")
    if folder in ("/dev/fd", "/proc/self/fd") and number.isdecimal() and len(number) <= _MOST_FIGURES:
        return int(number)
    return _STREAMS.get(name)


def _pipe(path: Path, interrupted: Callable[[], int]) -> int:
    """A pipe, open to be written into. A call that waits for a reader would be made again by Python after
    each signal whose handler returns."""
    while True:
        try:
            handle = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO:
                raise
            if interrupted():
                raise InterruptedError(errno.EINTR, "interrupted, nobody reads from the pipe") from None
            time.sleep(_READER_SECONDS)
        else:
            os.set_blocking(handle, True)
            return handle


def is_special(path: Path) -> bool:
    """Whether a device, a pipe, a stream of our own or a folder stands at ``path``, links followed."""
    return _own_stream(path) is not None or (path.exists() and not path.is_file())


def check_open(path: Path) -> None:
    """Raise OSError where ``path`` is a stream of our own that is closed: its number is that of the next file
    that is opened, whichever that is."""
    own = _own_stream(path)
    if own is not None:
        os.fstat(own)


def target_of(path: Path) -> Path:
    """The file that ``path`` means, links followed, of which the last one may lead to nothing.

    Raises OSError for a loop, NoFolderError.
    """
    target = Path(os.path.realpath(path)) if path.is_symlink() else path.absolute()
    if target.is_symlink():
        target.stat()  # a loop, which the system has words for
    if not target.parent.is_dir():
        folder = target.parent if path.is_symlink() else path.parent
        raise NoFolderError(f"{path}: there is no folder {folder}")
    return target


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
