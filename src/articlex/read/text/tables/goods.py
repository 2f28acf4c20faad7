"""Products side by side in raw page text, as in shops: a row of pictures, one of names, one of prices."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.prices import PRICE
from articlex.read.text.lines import Line, breaks_at
from articlex.read.text.shape import Shape
from articlex.read.text.tables.gutters import begins_at, between, by_column
from articlex.read.text.tables.reading import MIN_COLUMNS, column_cells, table_shape

#: Most rows of such a table, and most columns of the terminal that one takes.
MOST_ROWS, WIDEST = 8, 160


def goods_table(lines: Sequence[Line], start: int) -> Shape | None:
    """Two rows or more between blank lines, one of them of prices, in whose columns all others have a
    cell."""
    if start and not lines[start].gap:
        return None
    end = start + 1
    while not breaks_at(lines, end) and end - start <= MOST_ROWS:
        end += 1
    rows = lines[start:end]
    if not 1 < len(rows) <= MOST_ROWS or max(line.width for line in rows) > WIDEST:
        return None
    found = (column_cells(line) for line in rows[1:] if PRICE.search(line.text))
    priced = next((cells for cells in found if all(PRICE.search(cell.text) for cell in cells)), [])
    if len(priced) < MIN_COLUMNS:
        return None
    bounds = [cell.start for cell in priced]
    shown = [by_column(line) for line in rows]
    if not all(begins_at(row, edge) for row in shown for edge in bounds):
        return None
    return table_shape(between(shown, (0, *bounds[1:], max(map(len, shown)))), end, 0)
