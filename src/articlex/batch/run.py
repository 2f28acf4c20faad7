"""One run: its output locked, manifest and sink opened, the loop run to its end, the report written."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from articlex.batch.collisions import check_collisions
from articlex.batch.listing import Listed, keep_list
from articlex.batch.lock import take_lock
from articlex.batch.loop import Loop, Watcher
from articlex.batch.manifest import Manifest
from articlex.batch.manifest_file import ManifestError
from articlex.batch.onefile import OneFileSink
from articlex.batch.plan import Plan, check, job_for, options_hash, reading_hash, selection_hash
from articlex.batch.pool import PoolError
from articlex.batch.sinks import OutputError, Sink, output_errors
from articlex.batch.summary import Summary, check_report, write_report
from articlex.batch.tree import TreeSink
from articlex.batch.unit import Unit, process
from articlex.errors import ArticlexError, UsageError, reason, reason_and_code
from articlex.interrupts import handled
from articlex.write.formats import FORMATS

#: Signals that ask a run to end: they are noted, and the run ends when it next looks.
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


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
        loop = Loop(plan, manifest, sink, watcher, unit)
        caught: list[int] = []
        with handled(_SIGNALS, lambda number, _: caught.append(number)):
            try:
                loop.go(lambda: len(caught))
            except (OutputError, ManifestError, PoolError, OSError) as error:
                loop.summary.stopped, loop.summary.error = "error", _told(error)
                manifest.rescue()
        if plan.report is not None:
            watcher.clear()
            loop.summary.report_error = _report_error(plan.report, loop.summary, manifest, plan.allow_empty)
    finally:
        sink.close()
        manifest.close()
    return loop.summary


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
