"""White space that a program has put around each line of a text: a margin, a blank."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.read.text.lines import Line


def without_trailing_blanks(lines: list[Line]) -> list[Line]:
    """``lines``, none of them written with trailing white space if all are."""
    return [line._replace(open=False) for line in lines] if all(line.open for line in lines) else lines


def without_margin(lines: Sequence[Line]) -> Sequence[Line]:
    """``lines`` without the indentation that all have."""
    margin = min((line.indent for line in lines), default=0)
    if not margin:
        return lines
    return [
        line._replace(
            raw=" " * (line.indent - margin) + line.raw.lstrip(),
            indent=line.indent - margin,
            width=line.width - margin,
        )
        for line in lines
    ]
