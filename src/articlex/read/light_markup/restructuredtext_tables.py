"""Tables of reStructuredText, drawn ones and those of directives, as those of Markdown
(https://docutils.sourceforge.io/docs/ref/rst/directives.html#table)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from articlex.read.light_markup.markdown_rows import fenced
from articlex.read.light_markup.rows import separated
from articlex.read.light_markup.translation import Made, Markup
from articlex.read.text.lines import Line, split_lines
from articlex.read.text.shape import Shape
from articlex.read.text.tables.dashed import dashed_table
from articlex.read.text.tables.reading import drawn_table
from articlex.regex import regex

#: Rows of the longest table.
_LONGEST_TABLE = 200
#: The first cell of a row in a list of lists, and a further one.
_ROW, _CELL = regex(r"\* +-(?: +|\Z)"), regex(r" +-(?: +|\Z)")
#: The rules of a simple table.
_EQUALS = regex(r"=+(?: +=+)+\Z")
_SEPARATORS = {"tab": "\t", "space": " "}


def listed(name: str, stated: Mapping[str, str], rows: Sequence[str], markup: Markup) -> list[str] | None:
    """The table of the directive ``name`` with these options and content; None for any other directive."""
    has_head = stated.get("header-rows", "").strip("0 ") != ""
    if name == "list-table":
        return markup.table(_listed_cells(rows), has_head)
    if name != "csv-table":
        return None
    separator = stated.get("delim", ",")
    separator = _SEPARATORS.get(separator, separator)[:1] or ","
    head = separated([stated["header"]], separator) if stated.get("header") else []
    return markup.table([*head, *separated(rows, separator)], bool(head) or has_head)


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
    """A table whose columns are shown by rows of equals signs, of which the second ends it, or the first that
    a blank row follows."""
    last = min(len(rows), place + _LONGEST_TABLE)
    rules = [at for at in range(place, last) if _EQUALS.match(rows[at].rstrip())][:3]
    ends = (at for at in rules[1:] if at in rules[2:] or not "".join(rows[at + 1 : at + 2]).strip())
    end = next(ends, None)
    if end is None:
        return None
    has_head = end != rules[1]
    drawn = [row.rstrip() for row in rows[place : end + 1]]
    if not has_head:  # dashes have no header between them
        drawn = [row.replace("=", "-") if _EQUALS.match(row) else row for row in drawn]
    return Made(_shown(drawn, dashed_table, has_head, markup), end + 1)


def grid_table(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """A table with drawn borders."""
    last = min(len(rows), place + _LONGEST_TABLE)
    end = next((at for at in range(place, last) if rows[at].strip()[:1] not in ("+", "|")), last)
    drawn = [row.strip() for row in rows[place:end]]
    return Made(_shown(drawn, drawn_table, any(row.startswith("+=") for row in drawn), markup), end)


def _shown(
    drawn: Sequence[str],
    reader: Callable[[Sequence[Line], int], Shape | None],
    has_head: bool,
    markup: Markup,
) -> list[str]:
    """The table that the ``reader`` of raw text finds; one that it cannot read, as its cells span columns or
    rows, stays as it is drawn."""
    lines = split_lines("\n".join(drawn))
    shape = reader(lines, 0)
    if shape is None or shape.end < len(lines):
        return fenced(drawn)
    # A backslash says that a cell is empty.
    cells = [["" if cell == "\\" else cell for cell in row.split("\t")] for row in shape.text.split("\n")]
    return markup.table(cells, has_head)
