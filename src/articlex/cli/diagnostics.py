"""What the user is told on stderr, one line a message, and the exit code that follows from it."""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from articlex.errors import ArticlexError
from articlex.regex import regex
from articlex.write.control import json_shown


class Exit(IntEnum):
    """The exit codes of every command. When several apply, the last one in this list that does wins."""

    OK = 0
    NO_ARTICLE = 1
    USAGE = 2
    FAILED = 3
    INTERRUPTED = 130


#: Line separators and bidirectional controls: they can reorder or fake what a terminal shows.
_DECEPTIVE = regex("[\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


def printable(text: str) -> str:
    """``text`` without anything that acts on a terminal: escapes in place of control characters. A byte of a
    file's name that is no UTF-8 is shown as ``\\xff``, as it could be typed.
    """
    return "".join(_escaped(char) for char in text)


def _escaped(char: str) -> str:
    if unicodedata.category(char) not in {"Cc", "Cs"} and not _DECEPTIVE.match(char):
        return char
    if "\udc80" <= char <= "\udcff":  # PEP 383
        return f"\\x{ord(char) - 0xDC00:02x}"
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")


@dataclass(slots=True)
class Diagnostics:
    """Messages of one run, and what has happened so far.

    ``verbosity`` is -1 (-q: errors alone), 0, 1 (-v: what was found) or 2 (-vv: and tracebacks).
    """

    verbosity: int = 0
    traceback: bool = False
    failed: int = 0
    empty: int = 0

    def error(self, name: str, error: BaseException) -> None:
        """Input ``name`` failed: one line, and the traceback if it was asked for."""
        self.failed += 1
        if self.traceback or self.verbosity >= 2:
            import traceback

            for line in "".join(traceback.format_exception(error)).splitlines():
                say(printable(line))
        self._line(name, *reason_and_code(error))

    def stage_failed(self, name: str, stage: str, error: str) -> None:
        """A stage raised on input ``name``; the other stages still ran and the output stands."""
        self.failed += 1
        self._line(name, f"stage {stage} failed: {error}", "stage-failed")

    def no_article(self, name: str, verdict: str) -> None:
        """Input ``name`` was read and has no article."""
        self.empty += 1
        if self.verbosity >= 0:
            reason = "the page is empty" if verdict == "empty" else "no article found"
            self._line(name, reason, verdict.replace("_", "-"))

    def note(self, name: str, message: str, code: str) -> None:
        """Something that is worth knowing, printed with -v alone."""
        if self.verbosity >= 1:
            self._line(name, message, code)

    def exit_code(self, *, allow_empty: bool = False) -> Exit:
        """The exit code of the run so far."""
        if self.failed:
            return Exit.FAILED
        return Exit.NO_ARTICLE if self.empty and not allow_empty else Exit.OK

    def _line(self, name: str, reason: str, code: str) -> None:
        say(f"articlex: {printable(name)}: {printable(reason)} [{code}]")


def say(line: str) -> None:
    """Print one line on stderr. What the terminal cannot show is escaped, never an error."""
    if sys.stderr is None:
        return  # print would take standard output, which is for data
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    safe = line.encode(encoding, "backslashreplace").decode(encoding)
    try:
        print(safe, file=sys.stderr, flush=True)  # noqa: T201 -- the one place that may
    except OSError:
        # A closed stderr leaves nobody to tell; the exit code still says it.
        return


def say_note(text: str, code: str) -> None:
    """Print one line about the run as a whole on stderr."""
    say(f"articlex: {printable(text)} [{code}]")


def say_record(record: dict[str, Any]) -> None:
    """Print one JSON object on stderr, as a line. What its encoding lacks is escaped as JSON does it."""
    import json

    line = json_shown(record, None)
    try:
        line.encode(getattr(sys.stderr, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        line = json.dumps(record)
    say(line)


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
    for kind, reason, code in _OS_ERRORS:
        if isinstance(error, kind):
            return reason, code
    if isinstance(error, OSError):
        text = error.strerror or str(error)
        return text[:1].lower() + text[1:], "io"
    if isinstance(error, MemoryError):
        return "out of memory", "memory"
    return f"internal error: {type(error).__name__}: {error}", "internal"
