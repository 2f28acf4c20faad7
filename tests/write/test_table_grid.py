"""Tables as grids: what spans, what is left empty, and what is too large."""

from __future__ import annotations

from handmade import paragraph

from articlex.page import Cell, Run, Table
from articlex.write.table_grid import MAX_COLUMNS, expand, table_text


def cell(text: str, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell((Run(text),), colspan=colspan, rowspan=rowspan)


def shown(*rows: tuple[Cell, ...]) -> list[list[str]]:
    """What stands in each place of the grid."""
    return [["".join(run.text for run in cell.runs) for cell in line] for line in expand(Table(rows))]


def test_a_cell_stands_in_the_first_of_the_places_that_it_spans() -> None:
    assert shown((cell("a", rowspan=2), cell("b", colspan=2)), (cell("c"), cell("d"))) == [
        ["a", "b", ""],
        ["", "c", "d"],
    ]


def test_every_row_is_as_long_as_the_longest() -> None:
    assert shown((cell("a"), cell("b")), (cell("c"),)) == [["a", "b"], ["c", ""]]


def test_a_column_in_which_no_row_has_a_cell_is_left_out() -> None:
    assert shown((cell("a", colspan=2), cell("b")), (cell("c", colspan=2), cell("d"))) == [
        ["a", "b"],
        ["c", "d"],
    ]


def test_what_is_beyond_the_last_column_is_joined_to_it() -> None:
    (line,) = shown(tuple(cell(str(number)) for number in range(MAX_COLUMNS + 2)))
    assert len(line) == MAX_COLUMNS
    assert line[-1] == f"{MAX_COLUMNS - 1}{MAX_COLUMNS}{MAX_COLUMNS + 1}"


def test_spans_end_where_a_table_would_grow_without_measure() -> None:
    """Of 100 rows the later ones have their second cell right behind the first, which spans no more."""
    rows = [(cell("a", colspan=MAX_COLUMNS - 1), cell("b")) for _ in range(100)]
    grid = shown(*rows)
    assert grid[0] == ["a", "", "b"]
    assert grid[-1] == ["a", "b", ""]


def test_in_plain_text_a_cell_of_blocks_is_their_text() -> None:
    blocks = Cell((), blocks=(paragraph("one"), paragraph("two")))
    assert table_text(Table(((blocks, cell("3")),))) == "one two\t3"
