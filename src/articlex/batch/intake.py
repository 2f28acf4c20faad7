"""What to do with an item: nothing, because it is done, or extract it."""

from __future__ import annotations

import os
from collections.abc import Container
from typing import Literal, NamedTuple

from articlex.batch.entry import Entry
from articlex.batch.manifest import Manifest
from articlex.batch.sinks import MisplacedError, Sink
from articlex.batch.sources import Known, is_other_file
from articlex.batch.unit import Item
from articlex.errors import IO_CODES

#: "changed" means perhaps changed: the worker compares the content with ``item.known``.
Todo = Literal["new", "changed", "again", "done", "failed", "repeated"]

#: Codes of failures that have nothing to do with the page, and may be over although it has not changed.
_TRIED_AGAIN = IO_CODES | {MisplacedError.code}


class Decision(NamedTuple):
    """The item under its own unique name, its entry in the manifest, and what to do."""

    item: Item
    entry: Entry | None
    todo: Todo


class Intake:
    """Decides from the manifest and from which outputs exist."""

    def __init__(self, manifest: Manifest, sink: Sink, force: bool, retry_failed: bool) -> None:
        self._manifest = manifest
        self._sink = sink
        self._force = force
        self._retry_failed = retry_failed

    def look(self, item: Item, busy: Container[str]) -> Decision:
        """What to do with ``item``; the items named in ``busy`` are in progress."""
        item, entry = self._identify(item, busy)
        if self._is_seen(item, entry, busy):
            return Decision(item, entry, "repeated")
        if item.error:
            return Decision(item, entry, "failed")
        if entry is None or entry.status == "pending":
            return Decision(item, entry, "new")
        if not self._holds(entry):
            return Decision(item, entry, "again")
        if item.size >= 0 and (entry.size, entry.mtime_ns) == item.stamp:
            return Decision(item, entry, "done")
        return Decision(item._replace(known=entry.sha256), entry, "changed")

    def known_archives(self) -> dict[str, Known]:
        """The archives that were read to their end, with a stamp if all their pages are current."""
        known = self._manifest.known_archives()
        for name, archive in known.items():
            if self._force or (archive.stamp and not all(map(self._holds, self._manifest.pages_of(name)))):
                known[name] = archive._replace(stamp=None)
        return known

    def _is_seen(self, item: Item, entry: Entry | None, busy: Container[str]) -> bool:
        return item.name in busy or (entry is not None and entry.run == self._manifest.run)

    def _identify(self, item: Item, busy: Container[str]) -> tuple[Item, Entry | None]:
        """The item under its own unique name, and the entry of that name."""
        entry = self._manifest.get(item.name)
        is_second = item.archive and self._is_seen(item, entry, busy)
        if not is_second and entry is not None and is_other_file(entry.path, item.path):
            # A page of another source that has the same name there: it is named by its whole path.
            rest = item.name[len(item.archive) :] if item.archive else ""
            item = item._replace(name=os.path.normpath(item.path) + rest)
            entry = self._manifest.get(item.name)
        while item.archive and self._is_seen(item, entry, busy):
            # The same name twice in one archive: the second member is a different page. Its new name may be
            # that of a third one.
            item = item._replace(name=f"{item.name}#{item.sub}")
            entry = self._manifest.get(item.name)
        return item, entry

    def _holds(self, entry: Entry) -> bool:
        """Whether the entry is still valid, provided that the page has not changed."""
        if self._force or not self._manifest.is_current(entry):
            return False
        if entry.status == "failed" and (self._retry_failed or entry.code in _TRIED_AGAIN):
            return False
        return self._sink.holds(entry)
