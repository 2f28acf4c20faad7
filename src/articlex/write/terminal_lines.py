"""Lines for a terminal: nothing in them that it would act on, cut to its width, in columns, in colour."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

#: Control, format (bidirectional overrides among them), surrogate, line and paragraph separator.
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


class Line(NamedTuple):
    """One line of output and the rich style it has on a terminal."""

    text: str
    style: str = ""


def plain_line(text: str) -> str:
    """``text`` on one line, with nothing in it that a terminal would act on."""
    return "".join(" " if unicodedata.category(char) in _UNPRINTABLE else char for char in text)


def clip(text: str, width: int) -> str:
    """``text`` cut to ``width`` terminal columns, with an ellipsis where something was cut."""
    used = fits = 0
    for place, char in enumerate(text):
        used += _columns(char)
        if used > width:
            return text[:fits] + "…"
        if used < width:
            fits = place + 1
    return text


def _columns(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def aligned(rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Rows with their columns padded; the last column is left ragged. All but the last are ASCII."""
    rows = list(rows)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)] if rows else []
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        yield "  ".join([*cells, row[-1]]).rstrip()


def coloured(lines: Iterable[Line]) -> str:
    """The lines in their styles, as escape sequences."""
    import io

    from rich.console import Console
    from rich.text import Text

    buffer = io.StringIO()
    console = Console(file=buffer, force_terminal=True, soft_wrap=True, highlight=False, legacy_windows=False)
    for line in lines:
        console.print(Text(line.text, style=line.style), soft_wrap=True)
    return buffer.getvalue()
