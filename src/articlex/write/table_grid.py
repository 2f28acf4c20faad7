"""A data table as a grid, with spans expanded and all rows equally long."""

from __future__ import annotations

from articlex.page import Cell, Table, runs_text

#: A grid has at most so many cells for each cell on the page, and at most MAX_COLUMNS columns: the reader
#: bounds each span, this bounds their product.
_GROWTH = 20
MAX_COLUMNS = 200

_EMPTY = Cell(())

Grid = list[list[Cell]]


def expand(table: Table) -> Grid:
    """The cells by row and column. A cell that spans several places is in the first of them, and the others
    are EMPTY, so that no text is repeated."""
    stated = sum(len(row) for row in table.rows)
    limit = _GROWTH * (stated + 1)
    grid: Grid = []
    below: dict[int, int] = {}
    places = 0
    for row in table.rows:
        line: list[Cell] = []
        for cell in row:
            _fill(line, below)
            if len(line) >= MAX_COLUMNS:
                line[-1] = _merged(line[-1], cell)
                continue
            width = max(1, min(cell.colspan, MAX_COLUMNS - len(line)))
            if places + width > limit:
                width = 1
            places += width
            if cell.rowspan > 1:
                below.update((len(line) + k, cell.rowspan) for k in range(width))
            line.append(cell)
            line.extend(_EMPTY for _ in range(width - 1))
        _fill(line, below)
        below = {column: rows - 1 for column, rows in below.items() if rows > 1}
        grid.append(line)
    columns = max((len(line) for line in grid), default=0)
    for line in grid:
        line.extend(_EMPTY for _ in range(columns - len(line)))
    return _without_empty_columns(grid)


def _fill(line: list[Cell], below: dict[int, int]) -> None:
    """Add EMPTY where a cell from a row above reaches down; ``below`` has its remaining rows by column."""
    while below.get(len(line), 0) and len(line) < MAX_COLUMNS:
        line.append(_EMPTY)


def _merged(cell: Cell, other: Cell) -> Cell:
    return cell._replace(runs=cell.runs + other.runs, blocks=cell.blocks + other.blocks)


def _without_empty_columns(grid: Grid) -> Grid:
    """The grid without columns in which no row has its own cell, the result of spans for layout."""
    if not grid:
        return grid
    used = [any(line[column] is not _EMPTY for line in grid) for column in range(len(grid[0]))]
    if all(used):
        return grid
    return [[cell for cell, keep in zip(line, used, strict=True) if keep] for line in grid]


def table_text(table: Table) -> str:
    """The table as text: a line for each row, with tabs between cells, also where a cell spans several."""
    lines = [
        "\t".join(" ".join(_plain(cell).split()) for cell in line).rstrip("\t") for line in expand(table)
    ]
    return "\n".join(line for line in lines if line)


def _plain(cell: Cell) -> str:
    if cell.blocks:
        return "\n".join(block.text for block in cell.blocks)
    return runs_text(cell.runs)
