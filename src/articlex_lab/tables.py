"""Tables for the terminal and for documents: Markdown with padded columns."""

from __future__ import annotations

from collections.abc import Sequence


def render(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; a column with a cell that begins with a digit is aligned to the right."""
    cells = [list(head), *(list(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    right = [any(row[column][:1].isdigit() for row in cells[1:]) for column in range(len(head))]

    def line(row: Sequence[str]) -> str:
        padded = (
            cell.rjust(width) if is_right else cell.ljust(width)
            for cell, width, is_right in zip(row, widths, right, strict=True)
        )
        return f"| {' | '.join(padded)} |"

    marks = [
        "-" * (width + 1) + (":" if is_right else "-") for width, is_right in zip(widths, right, strict=True)
    ]
    return "\n".join([line(head), f"|{'|'.join(marks)}|", *map(line, rows)])
