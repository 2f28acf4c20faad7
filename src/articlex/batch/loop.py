"""The loop of a run: items from the sources go to the workers, their rows to sink and manifest."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Protocol

from articlex.batch.entry import Entry, Where
from articlex.batch.intake import Intake
from articlex.batch.manifest import Manifest
from articlex.batch.plan import Plan, job_for
from articlex.batch.pool import POLL_SECONDS, Loss, Pool
from articlex.batch.readahead import ReadAhead
from articlex.batch.reader import ArchiveReader
from articlex.batch.sinks import MisplacedError, Sink
from articlex.batch.sources import Archive
from articlex.batch.summary import Summary, outcome
from articlex.batch.unit import Item, Row, Unit, warm_up
from articlex.errors import IO_CODES
from articlex.placing import UnreadError
from articlex.write.control import as_utf8

#: Seconds that the pages in progress have to end after a signal; then they are dropped.
_GRACE_SECONDS = 2.0
#: Items that are taken in a row, when none of them needs work, before the workers are polled again.
_BURST = 200
#: Seconds that are waited for results while workers have room for items that the source has not yet given.
_LOOK_SECONDS = 0.02


class Watcher(Protocol):
    """Receives the events of a run: the progress display."""

    def row(self, item: Item, row: Row) -> None:
        """A page is done."""

    def tick(self, summary: Summary) -> None:
        """Called a few times a second."""

    def clear(self) -> None:
        """Leave the terminal clean: something else is about to be printed."""


class Loop:
    """The state of one run. Use :func:`articlex.batch.run.run_batch`."""

    def __init__(self, plan: Plan, manifest: Manifest, sink: Sink, watcher: Watcher, unit: Unit) -> None:
        self._plan = plan
        self._manifest = manifest
        self._sink = sink
        self._intake = Intake(plan, manifest, sink)
        self._watcher = watcher
        self.summary = Summary()
        self._begun = time.monotonic()
        self._changed = False
        self._pending: dict[str, tuple[Item, Entry | None]] = {}
        #: The number of pages of each archive that have no row yet, and the archives read to their end.
        self._open: Counter[str] = Counter()
        self._ended: dict[str, Archive] = {}
        job = job_for(plan.target, plan.job)
        self._pool: Pool[Item, Row] = Pool(
            partial(unit, job=job),
            partial(_lost, limit=plan.limits.seconds),
            plan.jobs,
            plan.limits,
            partial(warm_up, unit, job),
        )

    def go(self, interrupted: Callable[[], int]) -> None:
        """Run to the end, or to the first reason to stop. ``interrupted`` counts the signals so far."""
        reader = ArchiveReader(self._plan.limits.memory)
        found = self._intake.found(reader)
        ahead = ReadAhead(found, lambda item: len(item.data or b"") if isinstance(item, Item) else 0)
        try:
            self._loop(ahead, interrupted)
            if self.summary.stopped:
                self._drain(interrupted)
            else:
                self._finish(interrupted)
        finally:
            ahead.stop()
            reader.close()
            self._pool.close()
            self.summary.replaced_workers = self._pool.replaced
            self.summary.replaced = self._sink.replaced
            self.summary.first_replaced = self._sink.first_replaced
            self.summary.seconds = time.monotonic() - self._begun
        self._sync()

    def _loop(self, ahead: ReadAhead[Item | Archive], interrupted: Callable[[], int]) -> None:
        """Hand items to the workers and settle their rows, until all is done or something stops the run."""
        while not self.summary.stopped:
            if interrupted():
                self.summary.stopped = "interrupted"
                return
            taken = 0
            while self._pool.has_room and taken < _BURST and not self.summary.stopped:
                if (found := ahead.take()) is None:
                    break
                self._accept(found)
                taken += 1
            if not self._pool.in_flight and ahead.exhausted:
                return
            lacks_items = self._pool.has_room and not ahead.exhausted
            seconds = _LOOK_SECONDS if lacks_items else POLL_SECONDS
            for row in self._pool.poll(0.0 if taken == _BURST else seconds):
                self._settle(row)
            self._tick()

    def _drain(self, interrupted: Callable[[], int]) -> None:
        """Collect the pages that end within the grace period; the next run repeats the others."""
        deadline = time.monotonic() + _GRACE_SECONDS
        signals = interrupted()
        self._pool.drop_waiting()
        while self._pool.in_flight and time.monotonic() < deadline and interrupted() == signals:
            for row in self._pool.poll(POLL_SECONDS):
                self._settle(row)

    def _tick(self) -> None:
        if self._manifest.due():
            self._sync()
        self.summary.seconds = time.monotonic() - self._begun
        self._watcher.tick(self.summary)

    def _sync(self) -> None:
        self._sink.sync()
        self._manifest.commit()

    def _finish(self, interrupted: Callable[[], int]) -> None:
        """After the last page: forget, prune, and complete the output."""
        if self._intake.forget_mended():
            self._note_change()
        self.summary.found_nothing = bool(self._plan.sources.paths) and not self.summary.pages
        self._prune()
        if not self._plan.prune:
            self.summary.named_otherwise = self._manifest.count_named_otherwise()
        self._sync()
        try:
            self._sink.finish(self._changed, interrupted)
        except UnreadError:
            self.summary.stopped = "interrupted"

    def _note_change(self) -> None:
        """Note that the one file is out of date, in the manifest too: this run may end before writing it."""
        if not self._changed:
            self._changed = True
            self._manifest.outdate()

    def _prune(self) -> None:
        """Remove what is gone or has another name today, with its outputs."""
        for entry, is_spared in self._intake.gone():
            if is_spared:
                self.summary.spared += 1
                continue
            self._sink.remove(entry)
            self._manifest.forget(entry.input)
            self.summary.pruned += 1
            self._note_change()

    def _accept(self, found: Item | Archive) -> None:
        """Handle what the source found: leave an unchanged page alone, give any other to the pool."""
        if isinstance(found, Archive):
            self._accept_archive(found)
            return
        item, entry, todo = self._intake.look(found, self._pending)
        if todo == "repeated":
            self.summary.repeated += 1
            return
        self._open[item.archive] += 1
        if todo == "failed":
            self._accept_failed(item, entry)
        elif todo == "done" and entry is not None:
            self._leave(item, entry)
        else:
            self._sink.place(item)
            self._pending[item.name] = item, entry
            self._pool.submit(item)

    def _accept_failed(self, item: Item, entry: Entry | None) -> None:
        """Record a page that the source could not deliver, unless it failed alike in the last run."""
        row = Row(item.name, "failed", code=item.code, error=as_utf8(item.error))
        if entry is None or (entry.status, entry.code, entry.error) != ("failed", row.code, row.error):
            self._pending[item.name] = item, entry
            self._settle(row)
            return
        self._see(item, entry)
        self._report(item, row)

    def _leave(self, item: Item, entry: Entry) -> None:
        """Leave an unchanged page as it is."""
        self._see(item, entry)
        self.summary.leave(entry.status, entry.verdict)
        self._close(item.archive)

    def _see(self, item: Item, entry: Entry) -> None:
        """Record in the manifest that a page is there, as in the last run."""
        if (entry.seq, entry.sub) != (item.seq, item.sub):
            self._note_change()
        self._manifest.see(item)

    def _settle(self, row: Row) -> None:
        """Write the row of a page to the sink and the manifest, and report it."""
        item, entry = self._pending.pop(row.name)
        # The text of an exception may hold lone surrogates, which neither SQLite nor UTF-8 takes.
        row = row._replace(error=as_utf8(row.error))
        if row.status == "unchanged" and entry is not None:
            self._leave(item, entry)
            return
        try:
            where = self._place(item, row, entry)
        except MisplacedError as error:
            row, where = row._replace(status="failed", verdict="", code=error.code, error=str(error)), Where()
        self._note_change()
        self._manifest.record(item._replace(path=os.path.abspath(item.path)), row, where)
        self._report(item, row)

    def _report(self, item: Item, row: Row) -> None:
        """Count a page that this run has tried, and tell the watcher; with --fail-fast, a failure ends the
        run."""
        self.summary.counts[outcome(row.status, row.verdict)] += 1
        self.summary.extracted += 1
        self._close(item.archive)
        self._watcher.row(item, row)
        if self._plan.fail_fast and row.status in ("failed", "partial"):
            self.summary.stopped = self.summary.stopped or "fail-fast"

    def _place(self, item: Item, row: Row, entry: Entry | None) -> Where:
        """Have the sink write the row, and return where. A page that cannot be read keeps its last output."""
        if row.code in IO_CODES and entry is not None and entry.bytes:
            return Where(entry.output, entry.bytes, entry.part, entry.offset)
        return self._sink.write(item, row, entry)

    def _accept_archive(self, archive: Archive) -> None:
        """Handle an archive that was read to its end, or skipped because it has not changed."""
        if not archive.skipped:
            self._ended[archive.name] = archive
            self._open[archive.name] += 1
            self._close(archive.name)
            return
        if self._manifest.see_archive(archive):
            self._note_change()
        for (status, verdict), count in self._manifest.counts_of(archive.name).items():
            self.summary.leave(status, verdict, count)

    def _close(self, archive: str) -> None:
        """Count one page of an archive as done; after the last one, record that the archive was read."""
        if not archive:
            return
        self._open[archive] -= 1
        if not self._open[archive]:
            del self._open[archive]
            if archive in self._ended:
                self._manifest.finish_archive(self._ended.pop(archive))


def _lost(item: Item, loss: Loss, *, limit: float) -> Row:
    """The row of a page whose worker died."""
    ms = limit * 1000 if loss.code == "time" else 0.0
    return Row(item.name, "failed", ms=ms, code=loss.code, error=loss.message)
