"""Tables of reStructuredText, drawn ones and those of directives, as those of Markdown
(https://docutils.sourceforge.io/docs/ref/rst/directives.html#table)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from articlex.read.light_markup.markdown_rows import fenced
from articlex.read.light_markup.rows import separated
from articlex.read.light_markup.translation import Made, Markup
from articlex.read.text.lines import split_lines
from articlex.read.text.measures import columns
from articlex.read.text.tables.reading import drawn_table
from articlex.regex import regex

#: Rows of the longest table.
_LONGEST_TABLE = 200
#: The first cell of a row in a list of lists, and a further one.
_ROW, _CELL = regex(r"\* +-(?: +|\Z)"), regex(r" +-(?: +|\Z)")
#: The rules of a simple table.
_EQUALS, _DASHES = regex(r"=+(?: +=+)+\Z"), regex(r"(?:=+(?: +=+)+|-+(?: +-+)*)\Z")
_PAD = "\0"
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
    a blank row follows; those of dashes show which columns the cells above them span."""
    last = min(len(rows), place + _LONGEST_TABLE)
    rules = [at for at in range(place, last) if _EQUALS.match(rows[at].rstrip())][:3]
    ends = (at for at in rules[1:] if at in rules[2:] or not "".join(rows[at + 1 : at + 2]).strip())
    end = next(ends, None)
    if end is None:
        return None
    starts = [match.start() for match in re.finditer("=+", rows[place])]
    cells: list[list[str]] = []
    above: list[str] = []
    for row in map(_padded, rows[place + 1 : end + 1]):
        if not _DASHES.match(row.rstrip()):
            above.append(row)
            continue
        cells += _simple_cells(above, starts, [match.start() for match in re.finditer("[=-]+", row)])
        above = []
    return Made(markup.table(cells, head=end != rules[1]), end + 1)


def _simple_cells(rows: Sequence[str], starts: Sequence[int], spans: Sequence[int]) -> list[list[str]]:
    """The cells in ``rows`` of a table whose columns begin at ``starts``, with those that begin a cell."""
    begins = [start for start in starts if start in spans]
    bounds = dict(zip(begins, (*begins[1:], None), strict=True))
    cells: list[list[str]] = []
    for row in rows:
        if not row.strip():
            continue
        texts = [_shown(row[start : bounds[start]]) if start in bounds else "" for start in starts]
        if cells and not row[: bounds[begins[0]]].strip():
            cells[-1] = [f"{above} {below}".strip() for above, below in zip(cells[-1], texts, strict=True)]
        else:
            cells.append(texts)
    return cells


def grid_table(found: re.Match[str], rows: Sequence[str], place: int, markup: Markup) -> Made:
    """A table with drawn borders; one whose cells span rows or columns stays as it is drawn."""
    last = min(len(rows), place + _LONGEST_TABLE)
    end = next((at for at in range(place, last) if rows[at].strip()[:1] not in ("+", "|")), last)
    grid = [row.strip() for row in rows[place:end]]
    shape = drawn_table(split_lines("\n".join(grid)), 0)
    if shape is None or shape.end < len(grid):
        return Made(fenced(grid), end)
    cells = [row.split("\t") for row in shape.text.split("\n")]
    return Made(markup.table(cells, any(row.startswith("+=") for row in grid)), end)


def _padded(row: str) -> str:
    """``row`` with a sign behind each wide character, which takes two columns."""
    return row if row.isascii() else "".join(char + _PAD * (columns(char) - 1) for char in row)


def _shown(text: str) -> str:
    """The text of a cell, which says with a backslash that it is empty."""
    text = text.replace(_PAD, "").strip()
    return "" if text == "\\" else text
