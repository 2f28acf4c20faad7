"""Rows of a document in light markup: where a block of them ends, and what they are without their margin."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence

#: Rows of the longest block.
_MOST_ROWS = 500


def indent(row: str) -> int:
    """The number of spaces before a row."""
    return len(row) - len(row.lstrip(" "))


def dedented(rows: Sequence[str]) -> list[str]:
    """``rows`` without their common indentation, and without blank rows at both ends."""
    least = min((indent(row) for row in rows if row.strip()), default=0)
    return "\n".join(row[least:].rstrip() for row in rows).strip("\n").split("\n")


def set_in(rows: Sequence[str], start: int, margin: int) -> int:
    """The place behind the rows from ``start`` on that are blank or indented by more than ``margin``."""
    end = start
    for place in range(start, len(rows)):
        if rows[place].strip():
            if indent(rows[place]) <= margin:
                break
            end = place + 1
    return end


def closing(
    rows: Sequence[str], start: int, ends: Callable[[str], bool], most: int = _MOST_ROWS
) -> int | None:
    """The place of the row that ``ends`` a block, among the next ``most`` rows; None if there is none."""
    places = range(start, min(len(rows), start + most))
    return next((place for place in places if ends(rows[place].strip())), None)


def until(rows: Sequence[str], start: int, ends: Callable[[str], bool]) -> int:
    """The place of the first row from ``start`` on that ``ends`` a block, else that behind all rows."""
    return next((place for place in range(start, len(rows)) if ends(rows[place])), len(rows))


def is_blank(row: str) -> bool:
    """Whether there is nothing in a row."""
    return not row.strip()


def separated(rows: Iterable[str], separator: str) -> list[list[str]]:
    """The fields of rows with a ``separator`` between them, as in files of comma-separated values."""
    rows = [row for row in rows if row.strip()]
    is_blank = separator == " "
    try:
        return [row for row in csv.reader(rows, delimiter=separator, skipinitialspace=not is_blank) if row]
    except (csv.Error, ValueError):  # a field of more than 131,072 characters; a separator that csv refuses
        return [row.split(separator) for row in rows]
