"""The bytes of one input of the command line: a file, or standard input."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from articlex.batch.codecs import ARCHIVES, split_ending
from articlex.errors import InputError, TooLargeError, io_code, over_limit
from articlex.placing import same_file
from articlex.read.limits import read_bounded
from articlex.streams import in_blocking_mode

STDIN = "-"
#: Extensions of archives that cannot be read as one page; and of those that can: a mailbox with a thread,
#: exported notes, and a crawl of one page, which is never over the limit.
_ARCHIVES = tuple(ending for ending, kind in ARCHIVES.items() if kind not in ("mbox", "enex", "warc", "wet"))
_CRAWLS = tuple(ending for ending, kind in ARCHIVES.items() if kind in ("warc", "wet"))
#: How similar to a command a word must be (difflib's ratio): one letter omitted, doubled or swapped.
_LIKE = 0.8


def is_keyboard(files: Sequence[str]) -> bool:
    """Whether the only input is a keyboard: nobody means to type a page. Without ``files``, it is standard
    input, which may also be closed."""
    if sys.stdin is None:
        return not files
    return [*files] in ([], [STDIN]) and sys.stdin.isatty()


def refuse_to_replace(paths: Iterable[str | None], output: str | None) -> None:
    """Raise click.UsageError if ``output`` and one of the files that are read are the same regular file."""
    if not output or output == STDIN:
        return
    typed = (path for path in paths if path and path != STDIN and same_file(output, path))
    if any(Path(path).is_file() for path in typed):
        raise click.UsageError(f"the output {output} would replace an input")


class Input(NamedTuple):
    """One input. ``path`` is as typed, ``name`` is what messages call it. ``first``: whether it is the first
    word of the command line, where a command could have been."""

    path: str
    first: bool = False

    @property
    def name(self) -> str:
        """The path, or ``<stdin>``; an empty path is shown as ``''``."""
        return "<stdin>" if self.path == STDIN else self.path or "''"

    @property
    def record_name(self) -> str | None:
        """The field ``source`` of the record: the path, or None for standard input."""
        return None if self.path == STDIN else self.path

    def read(self, max_bytes: int) -> bytes:
        """The bytes, still compressed if they are.

        Raises OSError, InputError, and TooLargeError over ``max_bytes``: no more is ever held in memory.
        """
        if self.path == STDIN:
            if sys.stdin is None:
                raise OSError(errno.EBADF, "standard input is closed")
            data = read_bounded(in_blocking_mode(sys.stdin.buffer), max_bytes)
        else:
            data = _read_file(self.path, max_bytes, self.first)
        if len(data) > max_bytes:
            raise TooLargeError(over_limit(max_bytes))
        return data


def _read_file(path: str, max_bytes: int, first: bool) -> bytes:
    """The bytes of a file, at most one more than the limit. InputErrors say what to do instead."""
    try:
        file = open(path, "rb")  # noqa: PTH123, SIM115 -- Path would normalise what the user typed
    except IsADirectoryError as error:
        raise InputError("is a directory; 'articlex batch' reads folders", io_code(error)) from error
    except FileNotFoundError as error:
        if told := _told_instead(path, first):
            raise InputError(told, io_code(error)) from error
        raise
    with file:
        name = split_ending(path)[0].lower()
        status = os.fstat(file.fileno())
        is_large = stat.S_ISREG(status.st_mode) and status.st_size > max_bytes
        if name.endswith(_ARCHIVES) or (is_large and name.endswith(_CRAWLS)):
            raise InputError("is an archive; 'articlex batch' reads archives", "archive")
        if is_large:
            raise TooLargeError(f"{status.st_size:,} bytes, {over_limit(max_bytes)}")
        return read_bounded(file, max_bytes)


def _told_instead(path: str, first: bool) -> str:
    """What to say of a file that does not exist if its name is an address, a glob, or like that of a command;
    else ""."""
    if "://" in path:
        return "nothing is fetched; curl -s URL | articlex --url URL"
    from articlex.batch.selection import NOT_EXPANDED, is_glob

    if is_glob(path):
        return f"no such file; {NOT_EXPANDED}"
    if first and path == "help":
        return "no such file; 'articlex --help' lists the commands"
    if not first or not path.isalpha():
        return ""
    from difflib import get_close_matches

    from articlex.cli.main import COMMANDS

    if path in COMMANDS:
        return f"no such file; the command {path!r} has to be the first word"
    close = get_close_matches(path, COMMANDS, 1, _LIKE)
    return f"no such file; did you mean the command {close[0]!r}?" if close else ""
