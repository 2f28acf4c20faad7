"""Lines on stderr: without anything that acts on a terminal, and never the cause of another error."""

from __future__ import annotations

import sys
from typing import Any

from articlex.write.control import escape_controls, json_shown


def say(line: str) -> None:
    """Print one line on stderr, with escapes for what its encoding lacks."""
    if sys.stderr is None:
        return  # print would write to standard output, which is for data
    encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
    safe = line.encode(encoding, "backslashreplace").decode(encoding)
    try:
        print(safe, file=sys.stderr, flush=True)  # noqa: T201 -- the one place that may
    except (OSError, ValueError):
        # Nobody reads a closed stderr; the exit code still tells.
        return


def say_failure(name: str, reason: str, code: str) -> None:
    """Print one line about the input or file ``name`` on stderr."""
    say(f"articlex: {escape_controls(name)}: {escape_controls(reason)} [{code}]")


def say_traceback(text: str) -> None:
    """Print a traceback on stderr."""
    for line in text.splitlines():
        say(escape_controls(line))


def say_note(text: str, code: str) -> None:
    """Print one line about the run as a whole on stderr."""
    say(f"articlex: {escape_controls(text)} [{code}]")


def reason_without_article(verdict: str) -> tuple[str, str]:
    """(reason, code) for a page that was read but has no article, by its verdict."""
    reason = "the page is empty" if verdict == "empty" else "no article found"
    return reason, verdict.replace("_", "-")


def say_record(record: dict[str, Any]) -> None:
    """Print one JSON object on stderr, on one line, with JSON escapes for what the encoding lacks."""
    import json

    line = json_shown(record, None)
    try:
        line.encode(getattr(sys.stderr, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        line = json.dumps(record)
    say(line)
