"""The summary of a run: counts, the exit code that follows from them, and the report for machines."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from articlex.batch.entry import Entry
from articlex.batch.manifest import Manifest
from articlex.batch.sinks import output_errors
from articlex.placing import is_special, placed
from articlex.write.control import as_utf8
from articlex.write.counts import counted

#: Slowest pages that a report names.
SLOWEST = 10

#: What pages are counted as, in the order of the summary.
OUTCOMES = ("ok", "uncertain", "no_article", "empty", "partial", "failed")

#: The lists of pages in a report, and which pages they name.
_LISTS = {
    "failures": "AND status IN ('failed', 'partial') ORDER BY seq, sub",
    "without_article": "AND verdict IN ('no_article', 'empty') ORDER BY seq, sub",
    "slowest": f"ORDER BY ms DESC, input LIMIT {SLOWEST}",
}

#: The first key of a report.
_FIRST = "exit_code"


@dataclass(slots=True)
class Summary:
    """What a run has done so far. ``counts`` covers all pages seen, including unchanged ones."""

    started: float = field(default_factory=time.time)
    seconds: float = 0.0
    counts: Counter[str] = field(default_factory=Counter)
    #: Pages extracted in this run, or tried in vain.
    extracted: int = 0
    #: Pages that were unchanged, and not extracted again.
    unchanged: int = 0
    #: Those of them that failed in an earlier run.
    failed_before: int = 0
    #: Inputs named twice.
    repeated: int = 0
    #: Whether there are SOURCEs but no page in any of them: a disk that is not mounted, a wrong glob. This
    #: does not cover an empty list of files, which just means that there is nothing to do.
    found_nothing: bool = False
    #: Inputs that are gone, or that this run has read under other names, removed with their outputs.
    pruned: int = 0
    #: Inputs of earlier runs that this run, without pruning, has read under other names.
    named_otherwise: int = 0
    #: Inputs that are gone, but were not removed as their whole SOURCE is empty: a disk that is not mounted.
    spared: int = 0
    #: Files in the way of outputs that no run is known to have written, and the path of the first.
    replaced: int = 0
    first_replaced: str = ""
    replaced_workers: int = 0
    #: Why the run ended early: "interrupted", "fail-fast" or "error"; "" if it did not.
    stopped: str = ""
    error: str = ""
    #: Why there is no report, with the code; "" if there is one, or none was wanted.
    report_error: str = ""

    @property
    def pages(self) -> int:
        """All pages seen."""
        return sum(self.counts.values())

    @property
    def failed(self) -> int:
        """Pages that failed, wholly or in a stage."""
        return self.counts["failed"] + self.counts["partial"]

    def leave(self, status: str, verdict: str, count: int = 1) -> None:
        """Count unchanged pages with this status and verdict."""
        self.counts[outcome(status, verdict)] += count
        self.unchanged += count
        if status in ("failed", "partial"):
            self.failed_before += count

    def exit_code(self, allow_empty: bool) -> int:
        """130: interrupted. 3: a page or the report failed. 1: a page had no article, or no page was found.
        0: an article for every page."""
        if self.stopped == "interrupted":
            return 130
        if self.failed or self.stopped or self.report_error:
            return 3
        without = self.counts["no_article"] or self.counts["empty"] or self.found_nothing
        return 1 if without and not allow_empty else 0

    def record(self, exit_code: int) -> dict[str, Any]:
        """The summary for machines."""
        return {
            _FIRST: exit_code,
            "stopped": self.stopped or None,
            "error": self.error or None,
            "started": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self.started)),
            "seconds": round(self.seconds, 3),
            "pages": self.pages,
            "counts": {name: self.counts[name] for name in OUTCOMES},
            "extracted": self.extracted,
            "unchanged": self.unchanged,
            "failed_before": self.failed_before,
            "repeated": self.repeated,
            "pruned": self.pruned,
            "workers_replaced": self.replaced_workers,
        }

    def line(self) -> str:
        """The summary in one line for people."""
        parts = [f"{count:,} {name.replace('_', ' ')}" for name in OUTCOMES if (count := self.counts[name])]
        text = counted(self.pages, "page") + (f": {', '.join(parts)}" if parts else "")
        if self.unchanged:
            text += f"; {self.unchanged:,} of them unchanged since an earlier run"
        if self.pruned:
            text += f"; {self.pruned:,} pruned"
        rate = f", {self.extracted / self.seconds:,.1f} pages/s" if self.extracted and self.seconds else ""
        return f"{text} ({duration(self.seconds)}{rate})"


def outcome(status: str, verdict: str) -> str:
    """What a page with this status and verdict is counted as."""
    return status if status in ("failed", "partial") else verdict


def write_report(path: Path, summary: Summary, manifest: Manifest, allow_empty: bool) -> None:
    """Write the report of a run, whole or not at all: the counts, each page that failed or has no article,
    and the slowest pages. It is written page by page, so that many failures do not need more memory.

    Raises OSError and UsageError.
    """
    with placed(path) as draft:
        for piece in _report(summary, manifest, allow_empty):
            draft.file.write(piece.encode())


def check_report(path: Path) -> None:
    """Raise OutputError or UsageError if no report can be written there, as in somebody else's folder:
    the user should not learn that only when all pages are done."""
    if is_special(path):
        return
    with output_errors(path), placed(path) as draft:
        draft.wanted = False


def is_report(path: Path) -> bool:
    """Whether a file is the report of a run, or empty, and may be replaced."""
    start = f'{{\n  "{_FIRST}":'.encode()
    try:
        with path.open("rb") as file:
            return file.read(len(start)) in (start, b"")
    except OSError:
        return False


def _report(summary: Summary, manifest: Manifest, allow_empty: bool) -> Iterator[str]:
    """The report as JSON, in pieces."""
    head = summary.record(summary.exit_code(allow_empty))
    yield json.dumps(head, ensure_ascii=False, indent=2).removesuffix("\n}")
    for name, condition in _LISTS.items():
        yield f',\n  "{name}": ['
        entries = manifest.entries(f"run = ? AND status <> 'pending' {condition}", manifest.run)
        for number, entry in enumerate(entries):
            yield (",\n    " if number else "\n    ") + json.dumps(page_record(entry), ensure_ascii=False)
        yield "\n  ]"
    yield "\n}\n"


def duration(seconds: float) -> str:
    """Seconds for people: ``4.2 s``, ``3 min 20 s``, ``2 h 05 min``."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes = int(seconds // 60)
    if minutes < 60:
        return f"{minutes} min {int(seconds % 60):02} s"
    return f"{minutes // 60} h {minutes % 60:02} min"


def page_record(entry: Entry) -> dict[str, Any]:
    """A page in a list for machines, with ``path`` as messages name it, which is a file if there is no
    ``archive``."""
    record: dict[str, Any] = {"input": as_utf8(entry.input), "path": as_utf8(entry.label)}
    if entry.archive:
        record["archive"] = as_utf8(entry.archive)
    if entry.verdict:
        record |= {"verdict": entry.verdict, "confidence": entry.confidence}
    if entry.code:
        record |= {"code": entry.code, "error": as_utf8(entry.error)}
    return record | {"output": entry.output and as_utf8(entry.output), "ms": entry.ms}
