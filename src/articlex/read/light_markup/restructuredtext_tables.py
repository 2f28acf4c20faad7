"""Tables of reStructuredText, drawn ones and those of directives, as those of Markdown
(https://docutils.sourceforge.io/docs/ref/rst/directives.html#table)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from articlex.read.light_markup.translation import Made, Markup, separated, table
from articlex.regex import regex

#: Rows of the longest table.
_LONGEST_TABLE = 200
#: The first cell of a row in a list of lists, and a further one.
_ROW, _CELL = regex(r"\* +-(?: +|\Z)"), regex(r" +-(?: +|\Z)")
_SEPARATORS = {"tab": "\t", "space": " "}


def listed(name: str, stated: Mapping[str, str], rows: Sequence[str], markup: Markup) -> list[str] | None:
    """The table of the directive ``name`` with these options and content; None for any other directive."""
    has_head = stated.get("header-rows", "").strip("0 ") != ""
    if name == "list-table":
        return table(_listed_cells(rows), markup, has_head)
    if name != "csv-table":
        return None
    separator = stated.get("delim", ",")
    separator = _SEPARATORS.get(separator, separator)[:1] or ","
    head = separated([stated["header"]], separator) if stated.get("header") else []
    return table([*head, *separated(rows, separator)], markup, bool(head) or has_head)


def _listed_cells(rows: Sequence[str]) -> list[list[str]]:
    """The cells of a list, each item of which is a list of the cells in a row."""
    cells: list[list[str]] = []
    for row in rows:
        if first := _ROW.match(row):
            cells.append([row[first.end() :].strip()])
        elif cells and (other := _CELL.match(row)):
            cells[-1].append(row[other.end() :].strip())
        elif cells and row.strip():
            cells[-1][-1] = f"{cells[-1][-1]} {row.strip()}".strip()
    return cells


def simple_table(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made | None:
    """A table whose columns are shown by rows of equals signs."""
    end = place + 1
    while end < min(len(rows), place + _LONGEST_TABLE) and rows[end].strip():
        end += 1
    rules = [at for at in range(place, end) if rows[at].strip() == rows[place].strip()]
    if len(rules) < 2 or rules[-1] != end - 1:
        return None
    starts = [match.start() for match in re.finditer("=+", rows[place])]
    bounds = list(zip(starts, [*starts[1:], None], strict=True))
    cells: list[list[str]] = []
    for at in range(place + 1, end):
        if at in rules or not rows[at].strip("- "):
            continue
        row = [rows[at][begin:stop].strip() for begin, stop in bounds]
        if cells and not row[0]:
            cells[-1] = [f"{above} {below}".strip() for above, below in zip(cells[-1], row, strict=True)]
        else:
            cells.append(row)
    return Made(table(cells, markup, head=len(rules) > 2), end)


def grid_table(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """A table with drawn borders."""
    end = place
    while end < len(rows) and rows[end].strip()[:1] in ("+", "|"):
        end += 1
    cells: list[list[str]] = []
    head, apart = False, True
    for row in rows[place:end]:
        if row.strip()[0] == "+":
            head, apart = head or "=" in row, True
            continue
        pieces = [piece.strip() for piece in row.strip().strip("|").split("|")]
        if apart or len(pieces) != len(cells[-1]):
            cells.append(pieces)
        else:
            cells[-1] = [f"{above} {below}".strip() for above, below in zip(cells[-1], pieces, strict=True)]
        apart = False
    return Made(table(cells, markup, head), end)
