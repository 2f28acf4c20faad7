"""What the user is told on stderr, one line a message, and the exit code that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from articlex.errors import reason_and_code
from articlex.stderr import reason_without_article, say_failure, say_traceback
from articlex.write.counts import counted

if TYPE_CHECKING:
    from articlex.article import Article


class Exit(IntEnum):
    """The exit codes of every command. If several apply, the last of them in this list wins."""

    OK = 0
    NO_ARTICLE = 1
    USAGE = 2
    FAILED = 3
    INTERRUPTED = 130


@dataclass(slots=True)
class Diagnostics:
    """Prints the messages of one run, and counts failures and missing articles for the exit code.

    ``verbosity`` is -1 (-q: errors only), 0, or 1 and more (-v: also what was found).
    """

    verbosity: int = 0
    traceback: bool = False
    failed: int = 0
    empty: int = 0

    def error(self, name: str, error: BaseException) -> None:
        """Input ``name`` failed: print one line, and the traceback if it is wanted."""
        self.failed += 1
        if self.traceback:
            import traceback

            say_traceback("".join(traceback.format_exception(error)))
        say_failure(name, *reason_and_code(error))

    def stage_failed(self, name: str, stage: str, error: str) -> None:
        """A stage raised an exception for input ``name``; the other stages still ran, and there is an
        output."""
        self.failed += 1
        say_failure(name, f"stage {stage} failed: {error}", "stage-failed")

    def no_article(self, name: str, verdict: str) -> None:
        """Input ``name`` was read and has no article."""
        self.empty += 1
        if self.verbosity >= 0:
            say_failure(name, *reason_without_article(verdict))

    def found(self, name: str, article: Article) -> None:
        """What was found in input ``name``: warnings, what was kept. Printed only with -v."""
        if self.verbosity < 1:
            return
        page = article.page
        for warning in page.warnings:
            say_failure(name, warning, "warning")
        encoding = f", {page.encoding}" if page.encoding else ""
        kept = len({block.index for block in article.body})
        blocks = counted(len(page.blocks), "block")
        sureness = f"{article.verdict} {article.confidence:.2f}"
        say_failure(name, f"{page.form}{encoding}, {kept:,} of {blocks} kept, {sureness}", "read")

    def exit_code(self, *, allow_empty: bool = False) -> Exit:
        """The exit code of the run so far."""
        if self.failed:
            return Exit.FAILED
        return Exit.NO_ARTICLE if self.empty and not allow_empty else Exit.OK
