"""A row of the manifest: what became of one input, and where its output lies."""

from __future__ import annotations

import os
import re
from typing import Any, NamedTuple

from articlex.batch.selection import Selection
from articlex.batch.unit import label


class Entry(NamedTuple):
    """One row of the table ``page``.

    ``claim`` is the folded output path that the input holds against all others. ``bytes`` is the size of
    the output; ``part`` and ``offset`` say where it lies when all go into one file. ``run`` is the run
    that last saw the input, ``seq`` and ``sub`` its place in the order there.
    """

    input: str
    path: str
    archive: str
    size: int
    mtime_ns: int
    sha256: str
    options: str
    version: str
    status: str
    verdict: str
    confidence: float
    output: str | None
    claim: str | None
    bytes: int
    part: int
    offset: int
    ms: float
    code: str
    error: str
    run: int
    seq: int
    sub: int

    @property
    def label(self) -> str:
        """The page as a message names it."""
        return label(self.path, self.archive, self.input)


#: The columns of the table.
COLUMNS = Entry._fields


class Where(NamedTuple):
    """Where an output lies: a path in the output folder, or a stretch of a part of the spool."""

    output: str | None = None
    bytes: int = 0
    part: int = 0
    offset: int = 0


def stored(name: str | None) -> str | bytes | None:
    """``name`` as SQLite takes it: a name that is no UTF-8 as the bytes that it is."""
    if name is None or name.isascii():
        return name
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name)
    return name


def given(value: Any) -> Any:
    """The name that :func:`stored` was given; other values are as they are."""
    return os.fsdecode(value) if isinstance(value, bytes) else value


def entry_of(row: tuple[Any, ...]) -> Entry:
    """A row that was read."""
    return Entry(*map(given, row))


def is_selected(entry: Entry, selection: Selection) -> bool:
    """Whether the selection takes a page of an archive, with the number behind a name that came twice and
    without it: a name may end like that by itself."""
    name = entry.input.removeprefix(f"{entry.archive}/")
    if name == entry.input:  # named by the whole path of its archive
        name = name.partition(f"{os.path.basename(entry.archive)}/")[2]
    return selection.takes_member(name) and selection.takes_member(re.sub(r"#\d+\Z", "", name))
