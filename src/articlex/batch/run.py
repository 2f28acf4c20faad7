"""One run: sources, pool, sink and manifest put together."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from articlex.batch.collisions import check_collisions
from articlex.batch.entry import Entry, Where
from articlex.batch.intake import Intake
from articlex.batch.listing import Listed, keep_list
from articlex.batch.lock import take_lock
from articlex.batch.manifest import Manifest
from articlex.batch.manifest_file import ManifestError
from articlex.batch.onefile import OneFileSink
from articlex.batch.plan import Plan, check, job_for, options_hash, reading_hash, selection_hash
from articlex.batch.pool import Loss, Pool, PoolError
from articlex.batch.readahead import ReadAhead
from articlex.batch.reader import ArchiveReader
from articlex.batch.sinks import MisplacedError, OutputError, Sink, output_errors
from articlex.batch.sources import Archive
from articlex.batch.summary import Summary, check_report, outcome, write_report
from articlex.batch.tree import TreeSink
from articlex.batch.unit import Item, Row, Unit, process, warm_up
from articlex.errors import IO_CODES, ArticlexError, UsageError, reason, reason_and_code
from articlex.interrupts import handled
from articlex.placing import UnreadError
from articlex.write.control import as_utf8
from articlex.write.formats import FORMATS

#: Signals that ask a run to end: they are noted, and the run ends when it next looks.
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
#: Seconds that the pages in progress have to end after a signal; then they are dropped.
_GRACE_SECONDS = 2.0
#: Items that are taken in a row, when none of them needs work, before the workers are polled again.
_BURST = 200
_POLL_SECONDS = 0.25
#: The same while workers have room for items that the source has not yet given.
_LOOK_SECONDS = 0.02


class Watcher(Protocol):
    """Receives the events of a run: the progress display."""

    def row(self, item: Item, row: Row) -> None:
        """A page is done."""

    def tick(self, summary: Summary) -> None:
        """Called a few times a second."""

    def clear(self) -> None:
        """Leave the terminal clean: something else is about to be printed."""


class Run:
    """The state of one run. Use :func:`run_batch`."""

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
            seconds = _LOOK_SECONDS if lacks_items else _POLL_SECONDS
            for row in self._pool.poll(0.0 if taken == _BURST else seconds):
                self._settle(row)
            self._tick()

    def _drain(self, interrupted: Callable[[], int]) -> None:
        """Collect the pages that end within the grace period; the next run repeats the others."""
        deadline = time.monotonic() + _GRACE_SECONDS
        signals = interrupted()
        self._pool.drop_waiting()
        while self._pool.in_flight and time.monotonic() < deadline and interrupted() == signals:
            for row in self._pool.poll(_POLL_SECONDS):
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
        """Remove what is gone, with its outputs."""
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


def run_batch(plan: Plan, watcher: Watcher, unit: Unit = process) -> Summary:
    """Carry out ``plan`` and return its summary.

    Raises UsageError for a plan that makes no sense, LockedError when another run is at work on the same
    output, OutputError or ManifestError when the output cannot be opened. Whatever goes wrong later ends the
    run with ``summary.stopped`` and ``summary.error`` set, and everything that is done recorded. If the
    report cannot be written, ``summary.report_error`` says why.
    """
    check(plan)
    check_collisions(plan)
    if plan.report_to_check is not None:
        check_report(plan.report_to_check)
    if not plan.makes_folder_for_nothing:
        return _run(plan, watcher, unit)
    with TemporaryDirectory() as folder:
        return _run(replace(plan, target=replace(plan.target, path=Path(folder))), watcher, unit)


def _run(plan: Plan, watcher: Watcher, unit: Unit) -> Summary:
    """Lock the output of a checked plan and carry it out."""
    state = plan.target.state
    with output_errors(state):
        state.mkdir(parents=True, exist_ok=True)
        lock = take_lock(state, plan.target.path, plan.lock_wait)
    copy = state / "list"
    try:
        # Before signals are caught: Ctrl-C must end a process that waits for a list on standard input.
        if plan.target.kind == "tree":
            plan = replace(plan, sources=keep_list(plan.sources, plan.target.path, copy))
        return _locked(plan, watcher, unit)
    finally:
        with suppress(OSError):  # the next run writes over it
            copy.unlink(missing_ok=True)
        os.close(lock)


def _locked(plan: Plan, watcher: Watcher, unit: Unit) -> Summary:
    """Carry out a plan whose output is locked: open manifest and sink, run, write the report."""
    manifest = open_manifest(plan, dry=False)
    sink = make_sink(plan, manifest)
    try:
        sink.open()
        run = Run(plan, manifest, sink, watcher, unit)
        caught: list[int] = []
        with handled(_SIGNALS, lambda number, _: caught.append(number)):
            try:
                run.go(lambda: len(caught))
            except (OutputError, ManifestError, PoolError, OSError) as error:
                run.summary.stopped, run.summary.error = "error", _told(error)
                manifest.rescue()
        if plan.report is not None:
            watcher.clear()
            run.summary.report_error = _report_error(plan.report, run.summary, manifest, plan.allow_empty)
    finally:
        sink.close()
        manifest.close()
    return run.summary


def _told(error: ArticlexError | OSError) -> str:
    """Why a run has ended early."""
    told, code = reason_and_code(error)
    name = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
    return f"{name}{told} [{code}]"


def _report_error(path: Path, summary: Summary, manifest: Manifest, allow_empty: bool) -> str:
    """Write the report; return why that failed, or ""."""
    try:
        write_report(path, summary, manifest, allow_empty)
    except BrokenPipeError:
        return ""  # the reader of our standard output has read enough
    except OSError as error:
        return f"{reason(error)} [io]"
    except UsageError as error:
        return _told(error)
    return ""


def open_manifest(plan: Plan, *, dry: bool) -> Manifest:
    """The manifest of the plan's target."""
    from articlex import __version__

    job = job_for(plan.target, plan.job)
    options = options_hash(job, plan.target)
    selection, reading = selection_hash(plan.sources), reading_hash(plan.sources)
    return Manifest(plan.target.state, options, __version__, selection, reading, dry=dry)


def make_sink(plan: Plan, manifest: Manifest) -> Sink:
    """The sink of the plan's target."""
    target = plan.target
    if target.kind == "tree":
        return TreeSink(
            target.path, FORMATS[target.format].extension, manifest, Listed(plan.sources, plan.needed)
        )
    return OneFileSink(target.path, target.format, target.state, plan.job.render, manifest)


def _lost(item: Item, loss: Loss, *, limit: float) -> Row:
    """The row of a page whose worker died."""
    ms = limit * 1000 if loss.code == "time" else 0.0
    return Row(item.name, "failed", ms=ms, code=loss.code, error=loss.message)
