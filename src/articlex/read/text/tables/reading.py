"""Tables in raw page text: tab-separated, with drawn borders, with pipes, or in columns set with spaces.

Each needs strong evidence, since a false table is worse than lines that stay lines: the same number of cells
in every row, short cells, and with spaces also the same columns in every row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from articlex.page import Cell, Kind, Run, Table
from articlex.read.text.lines import TAB, Line, breaks_at, spans_of
from articlex.read.text.shape import Shape
from articlex.regex import regex

#: Fewest rows of a table with two columns, and fewest columns of one with two rows.
MIN_ROWS = 3
MIN_COLUMNS = 3
#: Most blank lines between rows with tabs.
_TAB_GAP = 1
#: Characters of the longest cell of a table with tabs, and of one in columns set with spaces.
_LONGEST_CELL = 120
LONGEST_ALIGNED_CELL = 40
#: In a table set with spaces, so many cells of a column have a digit, or at most _SIGN_LENGTH characters.
_MIN_DATA = 0.7
_SIGN_LENGTH = 5

PIPE_RULE = regex(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")
_UNESCAPED_PIPE = regex(r"(?<!\\)\|")
#: How the upper border of a table begins.
FIRST_CORNERS = frozenset("┌╔╒╓╭+")
_BORDER = regex(r"[─━═┄┈┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╕╘╛╞╡╤╧╪╓╖╙╜╟╢╥╨╫╭╮╰╯+=-]{3,}$")
#: What the browsers ELinks and Links draw between two rows.
_INNER_BORDER = regex(r"\|[-=]+(?:\+[-=]+)*\|$")
_BAR = regex("[│┃║|]")
_RULED = regex(r"[-=─━](?:[ \t]*[-=─━]){3,}$")
_YEAR = regex(r"(?:1[89]|20)\d\d$")

Rows = list[list[str]]


class ColumnCell(NamedTuple):
    """A part of a line between gaps: the columns of the terminal where it begins and behind its end, and its
    text."""

    start: int
    end: int
    text: str


def tab_table(lines: Sequence[Line], start: int) -> Shape | None:
    """Rows of the same number of cells with tabs between them."""
    cells = _tab_cells(lines[start])
    if len(cells) < 2 or (lines[start].gap <= _TAB_GAP and _is_row_below(lines, start, len(cells))):
        return None
    rows, end = [cells], start + 1
    while end < len(lines) and lines[end].gap <= _TAB_GAP:
        cells = _tab_row(lines[end], len(rows[0]))
        if not cells:
            break
        rows.append(cells)
        end += 1
    enough = len(rows) >= MIN_ROWS or (len(rows) == MIN_ROWS - 1 and len(rows[0]) >= MIN_COLUMNS)
    if not enough or max(len(cell) for row in rows for cell in row) > _LONGEST_CELL:
        return None
    return table_shape(rows, end)


def _tab_row(line: Line, size: int) -> list[str]:
    """The cells of a further row of a table with ``size`` columns; none if the line is no such row."""
    cells = _tab_cells(line)
    if line.open and 1 < len(cells) < size:
        cells += [""] * (size - len(cells))  # the last cells are empty: their tabs are at the end of the line
    return cells if len(cells) == size else []


def _is_row_below(lines: Sequence[Line], start: int, cells: int) -> bool:
    """Whether the line above has as many cells, with empty ones at its end: then the run was refused."""
    above = len(_tab_cells(lines[start - 1])) if start else 0
    return above == cells or (1 < above < cells and lines[start - 1].open)


def _tab_cells(line: Line) -> list[str]:
    if "\t" not in line.raw.lstrip():
        return []
    return [" ".join(cell.split()) for cell in line.raw.split("\t")]


def pipe_table(lines: Sequence[Line], start: int) -> Shape | None:
    """A Markdown table: a row with pipes, at ``start``, a delimiter row with as many cells, more rows."""
    if breaks_at(lines, start + 1):
        return None
    dashes = lines[start + 1].text.replace("+", "|")  # as databases draw it
    if not PIPE_RULE.match(dashes):
        return None
    size = len(_pipe_cells(dashes))
    head = row_of(lines[start].text, size)
    if len(head) != size:
        return None
    rows, end = [head], start + 2
    while not breaks_at(lines, end) and "|" in lines[end].text:
        cells = row_of(lines[end].text, size)
        rows.append(cells + [""] * (size - len(cells)))
        end += 1
    if len(rows) == 1 and len(_pipe_cells(lines[start].text)) < size:
        return None
    return table_shape(rows, end, header_rows=1, align=[_alignment(cell) for cell in _pipe_cells(dashes)])


def row_of(text: str, size: int) -> list[str]:
    """The cells of a row of a Markdown table with ``size`` columns. html2text has no pipe before the first
    cell: one at the beginning of a row that is too short ends an empty cell."""
    cells = _pipe_cells(text)
    return ["", *cells] if len(cells) == size - 1 and text[0] == "|" else cells


def _pipe_cells(text: str) -> list[str]:
    text = text.strip().removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return [cell.strip().replace("\\|", "|") for cell in _UNESCAPED_PIPE.split(text)]


def _alignment(dashes: str) -> str:
    left, right = dashes.startswith(":"), dashes.endswith(":")
    return ("center" if left else "right") if right else ("left" if left else "")


def drawn_table(lines: Sequence[Line], start: int) -> Shape | None:
    """A table with drawn borders: ``┌──┬──┐`` as of w3m, ``+--+--+`` as of databases and reStructuredText."""
    if not _begins_drawn(lines, start) or _was_refused(lines, start):
        return None
    groups: list[Rows] = [[]]
    last = start
    for place in range(start, len(lines)):
        if place > start and lines[place].gap:
            break
        text = lines[place].raw.strip()
        if _is_border(text):
            groups.append([])
            last = place
        elif _is_between_bars(text):
            groups[-1].append([cell.strip() for cell in _BAR.split(text)[1:-1]])
        else:
            break
    each_line = lines[start].text[0] == "+" and sum(map(bool, groups)) <= 2
    rows = _drawn_rows([group for group in groups if group], each_line)
    if not rows or len({len(row) for row in rows}) != 1 or len(rows[0]) < 2:
        return None
    return table_shape(rows, last + 1)


def _begins_drawn(lines: Sequence[Line], start: int) -> bool:
    """Whether a line is the upper border of a table; it must not be right below another border."""
    text = lines[start].text
    if text[0] not in FIRST_CORNERS or not _BORDER.match(text):
        return False
    return not start or bool(lines[start].gap) or not _BORDER.match(lines[start - 1].text)


def _was_refused(lines: Sequence[Line], start: int) -> bool:
    """Whether the border at ``start`` is among the rows of a table that was tried further up, and refused."""
    place = start
    while place and not lines[place].gap:
        place -= 1
        if _begins_drawn(lines, place):
            return True
        text = lines[place].raw.strip()
        if not (_is_border(text) or _is_between_bars(text)):
            return False
    return False


def _is_border(text: str) -> bool:
    return _BORDER.match(text) is not None or _INNER_BORDER.match(text) is not None


def _is_between_bars(text: str) -> bool:
    return _BAR.match(text) is not None and _BAR.match(text[-1]) is not None


def _drawn_rows(groups: list[Rows], each_line: bool) -> Rows:
    """The rows of a table whose borders divide it into ``groups``: each line is one, or each group is."""
    if each_line:
        return [row for group in groups for row in group]
    merged: Rows = []
    for group in groups:
        if len({len(row) for row in group}) != 1:
            return []
        merged.append([" ".join(filter(None, cells)) for cells in zip(*group, strict=True)])
    return merged


def column_table(lines: Sequence[Line], start: int) -> Shape | None:
    """A table set with spaces: its cells, two spaces or more apart, are aligned, and a column has data."""
    first = _column_cells(lines[start])
    if len(first) < 2:
        return None
    if start and not lines[start].gap and len(_column_cells(lines[start - 1])) == len(first):
        return None  # the run was tried from its beginning, and refused
    ruled = not breaks_at(lines, start + 1) and _RULED.match(lines[start + 1].text) is not None
    rows, end = [first], start + 1 + ruled
    while not breaks_at(lines, end):
        cells = _column_cells(lines[end])
        if len(cells) != len(first):
            break
        rows.append(cells)
        end += 1
    least = MIN_ROWS + (len(first) == 2 and not ruled)
    if len(rows) < least or not all(map(_aligned, zip(*rows, strict=True))):
        return None
    texts = [[cell.text for cell in row] for row in rows]
    if max(len(text) for row in texts for text in row) > LONGEST_ALIGNED_CELL:
        return None
    return table_shape(texts, end, 1 if ruled else None) if ruled or _holds_data(texts) else None


def _column_cells(line: Line) -> list[ColumnCell]:
    """The parts of a line two spaces or more apart."""
    raw = line.raw.expandtabs(TAB)
    return [ColumnCell(span.start, span.end, raw[span.first : span.last]) for span in spans_of(raw)]


def _aligned(column: Sequence[ColumnCell]) -> bool:
    """Whether the cells below a header begin, or end, at one column of the terminal."""
    below = column[1:]
    return len({cell.start for cell in below}) == 1 or len({cell.end for cell in below}) == 1


def _holds_data(rows: Rows) -> bool:
    """Whether each row has letters or digits, and a column but the first has figures or short signs."""
    if not all(any(map(str.isalnum, "".join(row))) for row in rows):
        return False
    return any(
        sum(len(cell) <= _SIGN_LENGTH or has_digit(cell) for cell in column[1:])
        >= _MIN_DATA * len(column[1:])
        for column in list(zip(*rows, strict=True))[1:]
    )


def table_shape(rows: Rows, end: int, header_rows: int | None = None, align: Sequence[str] = ()) -> Shape:
    """A table of these rows that ends before the line ``end``. If ``header_rows`` is None, the looks of the
    first row decide; ``align`` has the alignment of each column."""
    if header_rows is None:
        header_rows = int(_has_header(rows))
    table = Table(
        tuple(
            tuple(
                Cell((Run(text),) if text else (), number < header_rows, align=side)
                for text, side in zip_longest(row, align[: len(row)], fillvalue="")
            )
            for number, row in enumerate(rows)
        ),
        header_rows,
    )
    return Shape(Kind.TABLE, end, "\n".join("\t".join(row) for row in rows), table=table)


def _has_header(rows: Rows) -> bool:
    """Whether the first row is a header: it has no figures but years, and there is a column of figures
    below."""
    first, *below = rows
    if not all(first[1:]) or not (first[0] or len(first) > MIN_COLUMNS - 1):
        return False
    found = list(zip(*below, strict=False))
    if any(has_digit(cell) and not _heads(cell, column) for cell, column in zip(first, found, strict=False)):
        return False
    return any(all(map(has_digit, column)) for column in found)


def _heads(cell: str, column: Sequence[str]) -> bool:
    """Whether ``cell`` is a year, and no cell below it is one."""
    return bool(_YEAR.match(cell)) and not any(map(_YEAR.match, column))


def has_digit(cell: str) -> bool:
    """Whether a cell has a digit in it."""
    return any(map(str.isdigit, cell))
