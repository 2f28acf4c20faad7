"""Lines for a terminal: without control characters, cut to its width, aligned in columns, coloured."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from articlex.read.text.measures import columns

#: Control, format (bidirectional overrides among them), surrogate, line and paragraph separator.
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class Line(NamedTuple):
    """A line of output, and its style in the terms of rich."""

    text: str
    style: str = ""


def blank_controls(text: str) -> str:
    """``text`` on one line, with spaces for all characters that a terminal would act on."""
    return "".join(" " if unicodedata.category(char) in _UNPRINTABLE else char for char in text)


def clip(text: str, width: int) -> str:
    """``text`` cut to ``width`` terminal columns, with an ellipsis if something was cut."""
    used = fits = 0
    for place, char in enumerate(text):
        used += columns(char)
        if used > width:
            return text[:fits] + "…"
        if used < width:
            fits = place + 1
    return text


def aligned(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The rows as lines, with all columns but the last padded. These are assumed to be ASCII."""
    rows = list(rows)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)] if rows else []
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[-1]]).rstrip()


def coloured(lines: Iterable[Line]) -> str:
    """The lines with escape sequences for their styles."""
    import io

    from rich.console import Console
    from rich.text import Text

    buffer = io.StringIO()
    console = Console(file=buffer, force_terminal=True, soft_wrap=True, highlight=False, legacy_windows=False)
    for line in lines:
        console.print(Text(line.text, style=line.style), soft_wrap=True)
    return buffer.getvalue()
