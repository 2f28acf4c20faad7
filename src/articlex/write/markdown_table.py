"""Data tables as GFM tables; those that GFM cannot express also as HTML or as text, by option."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from articlex.page import Block, Cell, Kind, Run, Table, Wrap
from articlex.write.links import shown_runs
from articlex.write.markdown_code import code_span
from articlex.write.markdown_escape import lines_of
from articlex.write.markdown_inline import render_inline
from articlex.write.markup import BOXES
from articlex.write.table_grid import Grid, expand, table_text

if TYPE_CHECKING:
    from articlex.write.markdown import MarkdownWriter

_INDENT = "&nbsp;&nbsp;"
_RULES = {"": "---", "left": ":---", "center": ":---:", "right": "---:"}


def render_table(table: Table, writer: MarkdownWriter) -> list[str]:
    """The lines of the table, in the form that the options ask for."""
    if writer.options.tables != "gfm" and _is_complex(table):
        if writer.options.tables == "html":
            from articlex.write.html import table_html

            return table_html(table, writer.inline.links, writer.options).split("\n")
        from articlex.write.markdown import fenced

        return fenced(table_text(table), "")
    grid = expand(table)
    rows = [[_cell(cell, writer) for cell in line] for line in grid]
    if not any(any(row) for row in rows):
        return []
    header = rows.pop(0) if table.header_rows else [""] * len(rows[0])
    rule = [_RULES.get(align, "---") for align in _alignments(grid[table.header_rows :] or grid)]
    return [_line(header), _line(rule), *(_line(row) for row in rows if any(row))]


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _is_complex(table: Table) -> bool:
    return table.header_rows > 1 or any(
        cell.colspan > 1 or cell.rowspan > 1 or cell.blocks for row in table.rows for cell in row
    )


def _alignments(grid: Grid) -> list[str]:
    """For each column the alignment of all its cells, "" if they disagree."""
    columns = []
    for column in range(len(grid[0])):
        stated = {line[column].align for line in grid if line[column].runs or line[column].blocks}
        columns.append(stated.pop() if len(stated) == 1 else "")
    return columns


def _cell(cell: Cell, writer: MarkdownWriter) -> str:
    """A cell on one line, with ``<br>`` between its lines and blocks."""
    text = _lines(_blocks(cell.blocks, writer) if cell.blocks else [_inline(cell.runs, writer)])
    return text.replace("|", "\\|") if "|" in text else text


def _lines(pieces: Iterable[str]) -> str:
    """``pieces`` between ``<br>``, which an odd backslash at the end of one would escape: it is doubled."""
    kept = [piece for piece in pieces if piece]
    ended = [piece + "\\" if (len(piece) - len(piece.rstrip("\\"))) % 2 else piece for piece in kept[:-1]]
    return "<br>".join((*ended, *kept[-1:]))


def _inline(runs: Sequence[Run], writer: MarkdownWriter) -> str:
    return "<br>".join(lines_of(render_inline(runs, writer.inline)))


def _blocks(blocks: Iterable[Block], writer: MarkdownWriter) -> Iterator[str]:
    """The blocks inside a cell; the first one of a list item is behind its sign, the others are indented.

    Plain spaces behind ``<br>`` are dropped, so the indentation is no-break spaces.
    """
    begun: set[int] = set()
    for block in blocks:
        items = [container for container in block.within if container.wrap is Wrap.ITEM]
        text = _block(block, writer, _INDENT * len(items))
        if not text:
            continue
        is_first = not items or items[-1].id not in begun
        begun.update(item.id for item in items)
        yield _INDENT * max(len(items) - is_first, 0) + (_sign(block) if is_first else "") + text


def _block(block: Block, writer: MarkdownWriter, indent: str) -> str:
    """A block inside a cell, on one line; ``indent`` precedes further lines of code."""
    if block.kind is Kind.CODE:
        lines = block.text.strip("\n").split("\n")
        return f"<br>{indent}".join(code_span(line) for line in lines if line.strip())
    if block.kind is Kind.TABLE and block.table is not None:
        rows = (" ".join(_cell(cell, writer) for cell in row) for row in block.table.rows)
        return _lines(row for row in rows if row.strip()).replace("\\|", "|")
    return _inline(shown_runs(block, writer.inline.links), writer)


def _sign(block: Block) -> str:
    """What stands before a block that begins an item of a list inside a cell."""
    items = [container for container in block.within if container.wrap is Wrap.ITEM]
    if not items:
        return "- " if block.kind is Kind.LIST_ITEM else ""
    if items[-1].checked is not None:
        return BOXES[items[-1].checked]
    lists = [container for container in block.within if container.wrap is Wrap.LIST]
    return f"{items[-1].number}. " if lists and lists[-1].ordered else "- "
