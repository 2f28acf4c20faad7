"""What the user is told on stderr, one line a message, and the exit code that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from articlex.errors import ArticlexError
from articlex.stderr import reason, say_failure, say_traceback, told_of_no_article


class Exit(IntEnum):
    """The exit codes of every command. When several apply, the last one in this list that does wins."""

    OK = 0
    NO_ARTICLE = 1
    USAGE = 2
    FAILED = 3
    INTERRUPTED = 130


@dataclass(slots=True)
class Diagnostics:
    """Messages of one run, and what has happened so far.

    ``verbosity`` is -1 (-q: errors alone), 0, or 1 and more (-v: what was found too).
    """

    verbosity: int = 0
    traceback: bool = False
    failed: int = 0
    empty: int = 0

    def error(self, name: str, error: BaseException) -> None:
        """Input ``name`` failed: one line, and the traceback if it was asked for."""
        self.failed += 1
        if self.traceback:
            import traceback

            say_traceback("".join(traceback.format_exception(error)))
        say_failure(name, *reason_and_code(error))

    def stage_failed(self, name: str, stage: str, error: str) -> None:
        """A stage raised on input ``name``; the other stages still ran and the output stands."""
        self.failed += 1
        say_failure(name, f"stage {stage} failed: {error}", "stage-failed")

    def no_article(self, name: str, verdict: str) -> None:
        """Input ``name`` was read and has no article."""
        self.empty += 1
        if self.verbosity >= 0:
            say_failure(name, *told_of_no_article(verdict))

    def note(self, name: str, message: str, code: str) -> None:
        """Something that is worth knowing, printed with -v alone."""
        if self.verbosity >= 1:
            say_failure(name, message, code)

    def exit_code(self, *, allow_empty: bool = False) -> Exit:
        """The exit code of the run so far."""
        if self.failed:
            return Exit.FAILED
        return Exit.NO_ARTICLE if self.empty and not allow_empty else Exit.OK


#: Operating system errors whose own wording does not say what to do, or says it in capitals.
_OS_ERRORS: tuple[tuple[type[OSError], str, str], ...] = (
    (FileNotFoundError, "no such file", "not-found"),
    (IsADirectoryError, "is a directory", "is-directory"),
    (PermissionError, "permission denied", "permission"),
)


def reason_and_code(error: BaseException) -> tuple[str, str]:
    """(what a user is told, slug) of an exception."""
    if isinstance(error, ArticlexError):
        return str(error), error.code
    for kind, words, code in _OS_ERRORS:
        if isinstance(error, kind):
            return words, code
    if isinstance(error, OSError):
        return reason(error), "io"
    if isinstance(error, MemoryError):
        return "out of memory", "memory"
    return f"internal error: {type(error).__name__}: {error}", "internal"
