"""What a person or a log sees of a run: lines or a progress bar on stderr."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, TextIO

from articlex.batch.archives import archive_kind
from articlex.batch.sources import Sources
from articlex.batch.summary import Summary, duration
from articlex.batch.unit import Item, Row
from articlex.batch.walk import walk
from articlex.stderr import reason_without_article, say, say_record, say_traceback
from articlex.write.control import escape_controls
from articlex.write.counts import counted

if TYPE_CHECKING:
    from rich.progress import Progress

#: Seconds between two lines in a log.
_LINE_SECONDS = 60.0
#: Seconds between two drawings of the bar.
_PICTURE_SECONDS = 0.2
#: Seconds over which the pace is measured.
_PACE_SECONDS = 20.0

LogFormat = Literal["text", "json"]


class Pace:
    """Pages per second over the last _PACE_SECONDS, or since the last call if that is longer ago."""

    def __init__(self) -> None:
        self._marks: deque[tuple[float, int]] = deque()

    def __call__(self, now: float, pages: int) -> float:
        """The pace at time ``now`` (in seconds), when ``pages`` are done in total."""
        self._marks.append((now, pages))
        while len(self._marks) > 2 and now - self._marks[0][0] > _PACE_SECONDS:
            self._marks.popleft()
        then, before = self._marks[0]
        return (pages - before) / (now - then) if now > then else 0.0


class LineReporter:
    """A line for each failure, one a minute and one at the end, as text or as JSON objects."""

    def __init__(self, log_format: LogFormat, verbosity: int, traceback: bool = False) -> None:
        self._json = log_format == "json"
        self._verbosity = verbosity
        self._traceback = traceback
        self._next = time.monotonic() + _LINE_SECONDS
        self._pace = Pace()
        self._pace(time.monotonic(), 0)

    def row(self, item: Item, row: Row) -> None:
        """Report a page that failed; with -v also one that has no article."""
        if row.status in ("failed", "partial"):
            trace = row.trace if self._traceback else ""
            self._page(item, row.error, row.code, row.status, **({"traceback": trace} if trace else {}))
            if not self._json:
                say_traceback(trace)
        elif self._verbosity >= 1 and row.verdict in ("no_article", "empty"):
            self._page(item, *reason_without_article(row.verdict), row.verdict)

    def tick(self, summary: Summary) -> None:
        """Once a minute, report how far the run is."""
        now = time.monotonic()
        if now < self._next or self._verbosity < 0:
            return
        self._next = now + _LINE_SECONDS
        pace = self._pace(now, summary.pages)
        counts = {"pages": summary.pages, "failed": summary.failed}
        line = f"{summary.pages:,} pages, {pace:,.1f} pages/s, {summary.failed:,} failed"
        self._tell("progress", line, **counts, pages_per_second=round(pace, 1))

    def note(self, text: str, code: str) -> None:
        """Report something about the run as a whole."""
        if self._verbosity >= 0:
            self._tell_coded("note", text, code)

    def end(self, summary: Summary, exit_code: int) -> None:
        """Print the last lines. If no SOURCE has a page, that is said whatever the verbosity."""
        if not summary.pages and not summary.stopped and (self._verbosity >= 0 or summary.found_nothing):
            self._tell_coded("note", "no pages were found", "no-pages")
        if summary.spared:
            left = counted(summary.spared, "page")
            hint = "is a disk not mounted? To prune, leave that SOURCE out"
            said = f"not pruned, as a SOURCE has no page any more: {left}; {hint}"
            self._tell_coded("note", said, "no-pages")
        if summary.replaced:
            files = f"{counted(summary.replaced, 'file')} ({summary.first_replaced} first)"
            self.note(f"replaced, though not known to be of an earlier run: {files}", "replaced")
        if summary.named_otherwise:
            older = counted(summary.named_otherwise, "page")
            said = f"here under the names of an earlier run as well: {older}; --prune removes those"
            self.note(said, "renamed")
        if lines := list(self._last_lines(summary)):
            self._tell("summary", *lines, **summary.record(exit_code))

    def _last_lines(self, summary: Summary) -> Iterator[str]:
        """The summary as lines. What went wrong is said whatever the verbosity."""
        if self._verbosity >= 0:
            yield summary.line()
        if summary.failed_before:
            left = counted(summary.failed_before, "page")
            hint = "see 'articlex status' and --retry-failed"
            yield f"failed in an earlier run and left alone: {left}; {hint} [failed-before]"
        if summary.error:
            yield f"stopped: {summary.error}; what is done is kept, run again to continue"
        elif summary.stopped and self._verbosity >= 0:
            yield f"stopped ({summary.stopped}); what is done is kept, run again to continue"

    def clear(self) -> None:
        """Leave the terminal clean. Nothing to do if only lines are printed."""

    def report_failed(self, path: object, reason: str) -> None:
        """Say that the report could not be written."""
        self._tell("error", f"{path}: {reason}", path=str(path), message=reason)

    def run_failed(self, reason: str, code: str) -> None:
        """Say why the run could not begin, or ended early."""
        self._tell_coded("error", reason, code)

    def _page(self, item: Item, reason: str, code: str, status: str, **more: str) -> None:
        about = {"input": escape_controls(item.label), "status": status, "code": code, "message": reason}
        self._tell("page", f"{item.label}: {reason} [{code}]", **about, **more)

    def _tell_coded(self, event: str, text: str, code: str) -> None:
        self._tell(event, f"{text} [{code}]", message=text, code=code)

    def _tell(self, event: str, *lines: str, **values: Any) -> None:
        """Print ``lines``, or in a JSON log the event with its ``values``."""
        if self._json:
            stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
            say_record({"time": stamp, "event": event, **values})
            return
        for line in lines:
            say(f"articlex: {escape_controls(line)}")


class BarReporter(LineReporter):
    """A progress bar on a terminal, with the lines above it."""

    def __init__(self, sources: Sources, verbosity: int, traceback: bool = False) -> None:
        super().__init__("text", verbosity, traceback)
        self._bar: Progress | None = None
        self._total = Total(sources)
        self._picture = 0.0

    def tick(self, summary: Summary) -> None:
        """Draw the bar, a few times a second."""
        now = time.monotonic()
        if now < self._picture:
            return
        self._picture = now + _PICTURE_SECONDS
        if self._bar is None:
            self._bar = _bar()
            self._bar.add_task("", total=None)
            self._bar.start()
        pace = self._pace(now, summary.pages)
        total = self._total.value
        words = [f"{summary.pages:,}{f' of {total:,}' if total else ''} pages", f"{pace:,.1f} pages/s"]
        if summary.failed:
            words.append(f"[red]{summary.failed:,} failed[/red]")
        if total and pace:
            words.append(f"{duration(max(0, total - summary.pages) / pace)} left")
        (task,) = self._bar.task_ids
        self._bar.update(task, completed=summary.pages, total=total, description="  ".join(words))
        self._bar.refresh()

    def clear(self) -> None:
        """Remove the bar, and restore the cursor of the terminal."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _tell(self, event: str, *lines: str, **values: Any) -> None:
        """Print ``lines`` above the bar, which is drawn anew below them."""
        self.clear()
        super()._tell(event, *lines, **values)


class Total:
    """The number of pages, counted by a thread beside the run. ``value`` is None until it is known, and for
    good if there are archives among the sources."""

    def __init__(self, sources: Sources) -> None:
        self.value: int | None = None
        threading.Thread(target=self._count, args=(sources,), daemon=True).start()

    def _count(self, sources: Sources) -> None:
        """Count the files of the sources, unless there are archives among them."""
        if sources.files_from is not None or sources.input_format not in ("auto", "page"):
            return
        # If a folder disappears meanwhile there is no total; the run itself reports the folder.
        with suppress(OSError):
            count = 0
            for path in sources.paths:
                if path == "-":
                    return
                found = (file.path for file in walk(path, sources.selection, {}))
                for name in found if os.path.isdir(path) else (path,):
                    if sources.input_format == "auto" and archive_kind(name):
                        return
                    count += 1
            self.value = count


def reporter(sources: Sources, log_format: LogFormat, verbosity: int, traceback: bool) -> LineReporter:
    """A bar if stderr is a terminal that can show one, otherwise lines."""
    if log_format == "text" and verbosity >= 0 and can_draw(sys.stderr):
        return BarReporter(sources, verbosity, traceback)
    return LineReporter(log_format, verbosity, traceback)


def can_draw(stream: TextIO | None) -> bool:
    """Whether a bar can be drawn on ``stream``."""
    return stream is not None and stream.isatty() and os.environ.get("TERM", "") not in ("", "dumb")


def _bar() -> Progress:
    """The bar on stderr, not yet shown."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn
    from rich.table import Column

    # One line, with room for the "^C" that a terminal prints: a second line could not be erased.
    console = Console(stderr=True)
    bar = BarColumn(bar_width=min(30, console.width // 5))
    column = Column(no_wrap=True, max_width=max(8, console.width - (bar.bar_width or 0) - 4))
    text = TextColumn("{task.description}", table_column=column)
    return Progress(bar, text, console=console, auto_refresh=False, transient=True)
