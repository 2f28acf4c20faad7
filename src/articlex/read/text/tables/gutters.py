"""Tables in raw page text whose columns are one space apart, as w3m and lynx set them.

If a column is as wide as its widest cell, no single row shows where cells end, but the gutters do: the
columns of the terminal that are blank in all rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articlex.read.text.lines import TAB, Line, breaks_at, has_leader
from articlex.read.text.measures import columns
from articlex.read.text.shape import Shape
from articlex.read.text.tables.reading import (
    LONGEST_ALIGNED_CELL,
    MIN_COLUMNS,
    MIN_ROWS,
    column_table,
    has_digit,
    table_shape,
)
from articlex.regex import regex

#: Smallest share of rows with a gap of two spaces, and of cells with a figure below the header of some
#: column: justified text, and sentences two spaces apart, have gutters by chance, but no figures.
_MIN_SPACED = 0.5
_MIN_FIGURES = 0.7
#: Most rows of one table.
MOST_ROWS = 300
#: Most columns of the terminal that a row takes.
_WIDEST_ROW = 160

#: The second column of a wide character is "" (:func:`by_column`), which is not blank.
BLANKS = frozenset(" \xa0")
INNER_GAP = regex(r"\S {2,}\S")


def spaced_table(lines: Sequence[Line], start: int) -> Shape | None:
    """A table set with spaces: its cells are two spaces apart in all rows, or its gutters show them. The
    entry of a table of contents, with a dot leader, begins none."""
    line = lines[start]
    if has_leader(line.text):
        return None
    if len(line.raw.lstrip()) <= len(line.text) and "\t" not in line.raw:
        # A line with single spaces has no such cells: to skip it saves half the time.
        return _gutter_table(lines, start)
    table = column_table(lines, start)
    if table and breaks_at(lines, table.end):
        return table
    whole = _gutter_table(lines, start, headed=table is not None)
    if not table or not whole or whole.end < table.end:
        return table or whole
    return whole if _width(whole) == _width(table) else table


def _width(shape: Shape) -> int:
    return len(shape.table.rows[0]) if shape.table else 0


def _gutter_table(lines: Sequence[Line], start: int, headed: bool = False) -> Shape | None:
    """A table of at least three lines without blank ones between, divided by gutters. Its first line may be a
    caption, and is left out then, unless it is the header of a table (``headed``)."""
    rows = _spaced_run(lines, start)
    if not rows:
        return None
    shown = [by_column(line) for line in rows]
    cells = _cells(shown)
    may_be_caption = not headed and (rows[0].gap or not start) and not _is_spaced(rows[0])
    if may_be_caption and len(_cells(shown[1:])[0]) > len(cells[0]):
        return None
    least = MIN_ROWS + (len(cells[0]) < MIN_COLUMNS)
    if len(cells[0]) < 2 or len(rows) < least or not _are_figures(cells):
        return None
    return table_shape(cells, start + len(rows))


def _spaced_run(lines: Sequence[Line], start: int) -> Sequence[Line]:
    """The lines from ``start`` on without blank ones between, if they are enough and most of them are spaced;
    else none."""
    # A caption may be right above; further inside a run, the run was tried and refused.
    if start > 1 and not lines[start].gap and not lines[start - 1].gap:
        return ()
    first = lines[start : start + MIN_ROWS]
    if any(line.gap for line in first[1:]) or not any(map(_is_spaced, first)):
        return ()
    end = start + 1
    while not breaks_at(lines, end) and end - start < MOST_ROWS:
        end += 1
    rows = lines[start:end]
    is_run = len(rows) >= MIN_ROWS and max(line.width for line in rows) <= _WIDEST_ROW
    return rows if is_run and sum(map(_is_spaced, rows)) >= _MIN_SPACED * len(rows) else ()


def _is_spaced(line: Line) -> bool:
    """Whether a line has a gap of two spaces or more."""
    return INNER_GAP.search(line.raw) is not None


def by_column(line: Line) -> list[str]:
    """What each column of the terminal shows of ``line``: a character, or "" behind a wide one."""
    raw = line.raw.expandtabs(TAB)
    if line.width == len(raw):
        return list(raw)
    shown: list[str] = []
    for char in raw:
        size = columns(char)
        if size:
            shown += [char, *[""] * (size - 1)]
        elif shown:
            shown[-1] += char
    return shown


def _cells(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The cells of ``rows``, as the gutters divide them."""
    used = _used(rows)
    edges = [place for place in range(len(used)) if used[place] and not (place and used[place - 1])]
    bounds = [*edges, len(used)]
    cells = between(rows, bounds)
    bounds = [
        edge
        for column, edge in enumerate(bounds)
        if not 0 < column < len(edges) or not _is_chance(rows, cells, column, edge)
    ]
    joined = cells if len(bounds) > len(edges) else between(rows, bounds)
    # Two spaces separate two cells, whatever is in the other rows.
    return cells if any("  " in text for texts in joined for text in texts) else joined


def between(rows: Sequence[Sequence[str]], bounds: Sequence[int]) -> list[list[str]]:
    """The texts of ``rows``, as of :func:`by_column`, between the columns ``bounds``."""
    return [["".join(row[first:last]).strip() for first, last in pairwise(bounds)] for row in rows]


def _is_chance(rows: Sequence[Sequence[str]], cells: Sequence[Sequence[str]], column: int, edge: int) -> bool:
    """Whether the column that begins at ``edge`` is none, as words of the column before end at one place by
    chance: it has empty cells and no figures, and nowhere are two spaces before ``edge``, as behind a shorter
    cell. Nor is it one if it has a single cell, the last words of the longest cell of the last column."""
    pairs = [(row, texts[column - 1], texts[column]) for row, texts in zip(rows, cells, strict=True)]
    alone = column + 1 == len(cells[0]) and sum(bool(right) for _, _, right in pairs) == 1
    if all(right for _, _, right in pairs):
        return False
    if not alone and any(has_digit(left + right) for _, left, right in pairs):
        return False
    return all(row[edge - 2] not in BLANKS for row, left, right in pairs if left and right)


def _used(rows: Sequence[Sequence[str]]) -> list[bool]:
    """For each column of the terminal whether any row shows something there."""
    width = max(map(len, rows))
    return [any(place < len(row) and row[place] not in BLANKS for row in rows) for place in range(width)]


def _are_figures(cells: Sequence[Sequence[str]]) -> bool:
    """Whether cells are short, each row has at least half of them, and a column but the first has figures."""
    if any(len(cell) > LONGEST_ALIGNED_CELL for row in cells for cell in row):
        return False
    if any(sum(map(bool, row)) < len(row) / 2 for row in cells):
        return False
    below = list(zip(*cells[1:], strict=True))[1:]
    return any(sum(map(has_digit, column)) >= _MIN_FIGURES * len(column) for column in below)
