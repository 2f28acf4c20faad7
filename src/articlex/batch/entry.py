"""A row of the manifest: what became of one input, and where its output is."""

from __future__ import annotations

import os
import re
from typing import Any, NamedTuple

from articlex.batch.archives import archive_kind
from articlex.batch.selection import Selection
from articlex.batch.sources import STDIN_NAME
from articlex.batch.unit import label


class Entry(NamedTuple):
    """One row of the table ``page``.

    ``claim`` is the folded output path that no other input may use. ``bytes`` is the size of the output;
    ``part`` and ``offset`` say where it is if all outputs go into one file. ``run`` is the last run that saw
    the input, ``seq`` and ``sub`` are its place in the order there.
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
        """The page as messages name it."""
        is_stdin = (self.archive or self.input) == STDIN_NAME and os.path.basename(self.path) == "-"
        return label("-" if is_stdin else self.path, self.archive, self.input)


class Where(NamedTuple):
    """Where an output is: a path in the output folder, or a range of bytes in a part of the spool."""

    output: str | None = None
    bytes: int = 0
    part: int = 0
    offset: int = 0


def stored(value: Any) -> Any:
    """A value as SQLite can store it: a name that is not UTF-8 as bytes, any other as it is."""
    if not isinstance(value, str) or value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return os.fsencode(value)
    return value


def given(value: Any) -> Any:
    """The reverse of :func:`stored`; any other value is returned unchanged."""
    return os.fsdecode(value) if isinstance(value, bytes) else value


def is_selected(entry: Entry, selection: Selection) -> bool:
    """Whether a page of an archive is selected: for itself, or with the whole archive by its name. A name
    that ends in a number (``a.html#7``) must be selected with and without it, as either the number was added
    because the name came twice, or it is part of the name."""
    if selection.takes(entry.archive):
        selection = selection._replace(include=())
    selection = selection.within(archive_kind(entry.archive))
    name = entry.input.removeprefix(f"{entry.archive}/")
    if name == entry.input:  # the page is named by the whole path of its archive
        name = name.partition(f"{os.path.basename(entry.archive)}/")[2]
    return selection.takes_member(name) and selection.takes_member(re.sub(r"#\d+\Z", "", name))
