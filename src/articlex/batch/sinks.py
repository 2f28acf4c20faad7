"""The interface of a sink, the place where rows go. There are two: :mod:`~articlex.batch.tree` and
:mod:`~articlex.batch.onefile`."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from articlex.batch.entry import Entry, Where
from articlex.batch.unit import Item, Row
from articlex.errors import ArticlexError, reason
from articlex.placing import UnreadError

#: Errors due to the name of one output or to the folder that it goes to, which may belong to somebody else or
#: be another disk. Any other error would hit the next page too.
_OF_ONE_NAME = frozenset(
    {errno.ENAMETOOLONG, errno.EEXIST, errno.EISDIR, errno.ENOTDIR, errno.EINVAL, errno.EILSEQ, errno.ELOOP}
    | {errno.EACCES, errno.EPERM, errno.EXDEV}
)


class OutputError(ArticlexError):
    """Nothing more can be written: the disk is full, read-only or gone."""

    code = "output"


class MisplacedError(ArticlexError):
    """One output cannot be written at its place, but others can."""

    code = "output"


class Sink:
    """Where rows go. Every method may raise OutputError. Those that a sink need not have do nothing.

    ``replaced`` is the number of files that were replaced though no run is known to have written them, and
    ``first_replaced`` the path of the first.
    """

    replaced = 0
    first_replaced = ""

    def open(self) -> None:
        """Get ready to write: this is not a dry run."""

    def place(self, item: Item) -> None:
        """Fix the name of an item's output, before it is extracted."""

    def holds(self, entry: Entry) -> bool:
        """Whether the output that the entry names is there, complete and in its place."""
        raise NotImplementedError

    def write(self, item: Item, row: Row, entry: Entry | None) -> Where:
        """Put the row's output in place, or remove an older one if the row has none. Returns where it is.

        Raises MisplacedError.
        """
        raise NotImplementedError

    def planned(self, item: Item) -> str:
        """The path where the item's output will be, to show to people."""
        raise NotImplementedError

    def remove(self, entry: Entry) -> None:
        """Remove the output of an input that is gone."""

    def _note_replaced(self, path: str) -> None:
        """Count a file of somebody else that was replaced."""
        self.replaced += 1
        self.first_replaced = self.first_replaced or path

    def sync(self) -> None:
        """Flush what was written to the disk, as the manifest is about to be committed."""

    def finish(self, changed: bool, interrupted: Callable[[], int]) -> None:
        """Complete the output: every item has its row. ``changed``: a row, or their order, is not as in the
        last run. Raises UnreadError if ``interrupted`` counts a signal while nobody reads from a pipe."""

    def close(self) -> None:
        """Close what is open, however the run has ended."""


@contextmanager
def output_errors(path: object, *, of_page: bool = False) -> Iterator[None]:
    """Within the block, where ``path`` is written, an OSError becomes an OutputError; if it is the output of
    one page, and due to its name, a MisplacedError."""
    try:
        yield
    except UnreadError:
        raise
    except OSError as error:
        kind = MisplacedError if of_page and error.errno in _OF_ONE_NAME else OutputError
        raise kind(f"cannot write {path}: {reason(error)}") from None
