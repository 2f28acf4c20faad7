"""What a run and a dry run decide alike: whether an item is extracted, and which pages are pruned."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from typing import Literal, NamedTuple

from articlex.batch.collisions import avoided
from articlex.batch.entry import Entry
from articlex.batch.manifest import Manifest
from articlex.batch.plan import Plan
from articlex.batch.sinks import MisplacedError, Sink
from articlex.batch.sources import Archive, Known, Opener, is_other_file, read_sources
from articlex.batch.unit import Item
from articlex.batch.walk import is_below
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
    """Decides from the manifest, from which outputs exist, and from what it has looked at."""

    def __init__(self, plan: Plan, manifest: Manifest, sink: Sink) -> None:
        self._plan = plan
        self._manifest = manifest
        self._sink = sink
        #: Whether some input could not be read. Then nothing is pruned: what is missing may be in there.
        self._blind = False
        #: The folders among the SOURCEs in which no file was found.
        self._empty: set[str] = set()

    def found(self, reader: Opener) -> Iterator[Item | Archive]:
        """What there is in the sources. Another thread may iterate: the manifest is asked before."""
        known, avoid = self._known_archives(), avoided(self._plan)
        return read_sources(self._plan.sources, known, avoid, reader, self._empty)

    def look(self, item: Item, busy: Container[str]) -> Decision:
        """What to do with ``item``; the items named in ``busy`` are in progress."""
        item, entry = self._identify(item, busy)
        if self._is_seen(item, entry, busy):
            return Decision(item, entry, "repeated")
        self._blind = self._blind or item.code in IO_CODES
        if item.error:
            return Decision(item, entry, "failed")
        if entry is None or entry.status == "pending":
            return Decision(item, entry, "new")
        if not self._holds(entry):
            return Decision(item, entry, "again")
        if item.size >= 0 and (entry.size, entry.mtime_ns) == item.stamp:
            return Decision(item, entry, "done")
        return Decision(item._replace(known=entry.sha256), entry, "changed")

    def forget_mended(self) -> bool:
        """Forget the failures of archives, folders and lists of files that can be read again. These are not
        pages: once they can be read they do not come up under their own names, and would stay failed. Returns
        whether there were any."""
        listed = self._plan.sources.files_from
        old = self._manifest.entries(
            "status = 'failed' AND archive = '' AND output IS NULL AND run <> ?", self._manifest.run
        )
        mended = [
            entry.input
            for entry in old
            if self._manifest.has_read(entry.input)
            or (listed is not None and entry.path == os.path.abspath(listed))
            or (os.path.isdir(entry.path) and os.access(entry.path, os.R_OK | os.X_OK))
        ]
        for name in mended:
            self._manifest.forget(name)
        return bool(mended)

    def gone(self) -> Iterator[tuple[Entry, bool]]:
        """What is to be pruned after the last item, because it is gone or has another name today, each with
        whether it is spared as its folder is empty, whose disk may not be mounted. Where no page was found,
        nothing but what is spared. The caller may forget entries as they come."""
        if not self._plan.prune or self._blind:
            return
        for entry in self._manifest.named_otherwise():
            yield entry, False
        found_any = self._manifest.has_seen_any()
        for entry in self._manifest.gone(self._plan.sources.selection):
            is_spared = is_below(entry.path, self._empty)
            if is_spared or found_any:
                yield entry, is_spared

    def _known_archives(self) -> dict[str, Known]:
        """The archives that were read to their end, with a stamp if all their pages are current."""
        known = self._manifest.known_archives()
        for name, archive in known.items():
            pages = self._manifest.pages_of(name)
            if self._plan.force or (archive.stamp and not all(map(self._holds, pages))):
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
        if self._plan.force or not self._manifest.is_current(entry):
            return False
        if entry.status == "failed" and (self._plan.retry_failed or entry.code in _TRIED_AGAIN):
            return False
        return self._sink.holds(entry)
