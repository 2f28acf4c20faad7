"""Tables whose rows are padded with spaces to one width, as inscriptis sets them: each cell begins where its
column does, and is on one line unless it has line breaks or paragraphs.

Such rows end with spaces, unless their last cell is the longest. No other program pads what is no table.
Pages that are laid out with tables are padded too, but have long cells and lists in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.read.text.lines import Line
from articlex.read.text.shape import Shape
from articlex.read.text.tables.gutters import BLANKS, INNER_GAP, MOST_ROWS, between, by_column
from articlex.read.text.tables.reading import MIN_COLUMNS, MIN_ROWS, table_shape
from articlex.regex import regex

#: Smallest share of lines that end with spaces, and of rows with two cells or more.
_MIN_PADDED = 0.5
_MIN_FILLED = 0.7
#: Characters of the longest cell, of the longest one in the first column, and columns of the widest row. In a
#: row of teasers all cells are long, and in a list of news or a calendar the first are days.
_LONGEST, _LONGEST_LABEL = 300, 60
_WIDEST = 2_000
#: A day or a clock in figures, and characters of one in a calendar.
_LONGEST_DAY = 2
_DAY = regex(r"\d{1,4}[./:-]\d[\d.:/ -]{1,16}\Z")
#: Columns of the narrowest gutter.
_GUTTER = 2
#: An item of a list in a cell.
_ITEM = regex(r"[*+o@#] \S|\d{1,2}\. \S")


def padded_table(lines: Sequence[Line], start: int) -> Shape | None:
    """A table of padded rows."""
    if start and lines[start].gap <= 1 and _may_be_row(lines[start - 1], lines[start].indent):
        return None  # the run was tried from its beginning, and refused
    end, last = start + 1, min(len(lines), start + MOST_ROWS)
    while end < last and lines[end].gap <= 1 and _may_be_row(lines[end], lines[start].indent):
        end += 1
    run = lines[start:end]
    if len(run) < MIN_ROWS - 1 or sum(line.open for line in run) < _MIN_PADDED * len(run):
        return None
    shown = [by_column(line) for line in run]
    cells = between(shown, _bounds(shown))
    rows = list(_rows(run, cells))
    return table_shape(rows, end) if _is_table(rows) else None


def _may_be_row(line: Line, indent: int) -> bool:
    """Whether a line may be one of a table that is indented by ``indent``."""
    is_padded = line.open or INNER_GAP.search(line.raw) is not None
    return is_padded and indent <= line.indent and line.width <= _WIDEST


def _bounds(shown: Sequence[Sequence[str]]) -> list[int]:
    """Where columns begin, and behind the last one."""
    filled = {place for row in shown for place, char in enumerate(row) if char not in BLANKS}
    edges = [place for place in sorted(filled) if filled.isdisjoint(range(place - _GUTTER, place))]
    return [*edges, max(map(len, shown))]


def _rows(run: Sequence[Line], cells: Sequence[Sequence[str]]) -> Iterator[list[str]]:
    """The rows. If blank lines part them, the first is a line that has all cells; else a row goes on where
    its first cell is empty."""
    parted = any(line.gap for line in run[1:])
    heads = parted and all(cells[0])
    row: list[Sequence[str]] = []
    for number, (line, texts) in enumerate(zip(run, cells, strict=True)):
        begins = line.gap or (heads and number == 1) if parted else texts[0]
        if row and begins:
            yield _joined(row)
            row = []
        row.append(texts)
    yield _joined(row)


def _joined(lines: Sequence[Sequence[str]]) -> list[str]:
    """The cells of a row of several lines."""
    return [" ".join(filter(None, texts)) for texts in zip(*lines, strict=True)]


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether ``rows`` are enough, most of them have several cells, and none has a long one or a list."""
    size = len(rows[0])
    if size < 2 or len(rows) < MIN_ROWS - (size >= MIN_COLUMNS):
        return False
    if any(len(cell) > _LONGEST or _ITEM.match(cell) for row in rows for cell in row):
        return False
    if any(len(row[0]) > _LONGEST_LABEL for row in rows) or sum(map(_is_dated, rows)) >= len(rows) / 2:
        return False
    return sum(sum(map(bool, row)) > 1 for row in rows) >= _MIN_FILLED * len(rows)


def _is_dated(row: Sequence[str]) -> bool:
    """Whether a row is one of a calendar, or of news with their days."""
    return _DAY.match(row[0]) is not None or max(map(len, row)) <= _LONGEST_DAY
