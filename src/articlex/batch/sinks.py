"""What a sink is: the place where rows go. :mod:`~articlex.batch.tree` and
:mod:`~articlex.batch.onefile` are the two there are."""

from __future__ import annotations

import errno
from collections.abc import Callable
from typing import Protocol

from articlex.batch.entry import Entry, Where
from articlex.batch.unit import Item, Row
from articlex.errors import ArticlexError
from articlex.stderr import reason

#: Failures to write that lie in the name of one output; every other one will befall the next page too.
_OF_ONE_NAME = frozenset(
    {errno.ENAMETOOLONG, errno.EEXIST, errno.EISDIR, errno.ENOTDIR, errno.EINVAL, errno.EILSEQ, errno.ELOOP}
)


class OutputError(ArticlexError):
    """Nothing more can be written: the disk is full, read-only, gone."""

    code = "output"


class MisplacedError(ArticlexError):
    """One output cannot be written at its place; others can."""

    code = "output"


class Sink(Protocol):
    """Where rows go. Every method may raise OutputError."""

    def open(self) -> None:
        """The run is in earnest: make ready to write."""

    def place(self, item: Item) -> None:
        """An item is about to be extracted: settle the name of its output."""

    def holds(self, entry: Entry) -> bool:
        """Whether the output that the entry names is there, whole and in its place."""

    def write(self, item: Item, row: Row, entry: Entry | None) -> Where:
        """Put the row's output in place, or remove an older one when the row has none.

        Raises MisplacedError.
        """

    def planned(self, item: Item) -> str:
        """The path where the item's output will be, for people."""

    def remove(self, entry: Entry) -> None:
        """Remove the output of an input that is gone."""

    def sync(self) -> None:
        """Make what was written last as long as the commit that follows."""

    def finish(self, changed: bool, interrupted: Callable[[], int]) -> None:
        """Every item has its row. ``changed``: some row or the order is not as in the last run. Raises
        InterruptedError when ``interrupted`` counts a signal while nobody reads from a pipe."""

    def close(self) -> None:
        """The run has ended, in whatever way: let go of what is open."""


def output_error(path: object, error: OSError) -> ArticlexError:
    """The exception for a failure to write ``path``."""
    message = f"cannot write {path}: {reason(error)}"
    return MisplacedError(message) if error.errno in _OF_ONE_NAME else OutputError(message)
