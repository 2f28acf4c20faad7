"""Data tables: how they are told from layout tables, and read cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from articlex.character_classes import visible
from articlex.page import Block, Cell, Kind, Run, Style, Table, runs_text
from articlex.read.html.attributes import compact_style, number_of
from articlex.read.html.tables.cell_signs import with_sign, without_sort_sign
from articlex.read.html.tree import Element, begins_with_text
from articlex.read.html.widgets import role_of

#: Kinds of the block that most cells are.
_ALONE = frozenset({Kind.PARAGRAPH, Kind.IMAGE})

#: The HTML standard's own bounds are 1000 and 65534; pages state 9007199254740991. Writers expand spans
#: within the table's real width, so a smaller bound loses nothing.
_MOST_SPAN, _SPAN_DIGITS = 100, 6

#: Characters of a cell beyond which a table lays out a page, and beyond which it does so in spite of header
#: cells or a caption. Of the corpora's tables with header cells and cells of more than the first, all are
#: data.
_LAYOUT_CELL = 600
_LONG_CELL = 3_000

#: Classes of Bootstrap, Tailwind, WordPress and pandoc that align a cell.
_ALIGNING = {
    f"{prefix}{name}": side
    for prefix in ("text-", "has-text-align-", "align-", "align")
    for name, side in (("left", "left"), ("center", "center"), ("right", "right"), ("end", "right"))
}

_LAYOUT_CONTENT = ("table", "h1", "h2", "h3", "article", "form", "input", "iframe", "blockquote", "hr")

#: Paragraphs in one cell from which on a table without header cells or a caption lays out a page: a post
#: beside the name, rank and place of its author. On 560 pages, four such tables have cells with three
#: paragraphs or more: three of them lay out a page, and the one with data has three.
_LAYOUT_PARAGRAPHS = 4
#: The same where half of the rows, and more than one, have such a cell: each is a post. One of the 560 pages
#: has such a table, and that lays out a page.
_PARAGRAPHS = 2

#: Elements of running text in a cell: the post of a board, with its author in the cell beside it.
_TEXT_ELEMENTS = ("p", "pre", "ul", "ol")

#: What no table of data holds outside of header cells.
_PAGE_CONTENT = ("h1", "h2", "h3", "article", "form")

#: Where a browser shows the groups of rows that have a place of their own. All others are at 0.
_PLACES = {"thead": -1, "tfoot": 1}
#: Tables around a table beyond which it does not count as data: each is searched with all that it holds, and
#: read inside the one around it. In 1,500 pages of the corpora none has more than nine around it.
_DEEPEST = 20

Rows = list[list[Element]]


def is_data_table(table: Element) -> bool:
    """Whether ``table`` holds data, and does not lay out the page.

    Data have at least two rows and two columns (or a header cell or caption), no headings, forms or tables
    inside, no long cell, and are not mostly links. A table whose columns or rows are all named may hold
    tables, quotations and films.
    """
    role = role_of(table)
    is_too_deep = sum(1 for _ in table.iterancestors("table")) > _DEEPEST
    if role in ("presentation", "none") or is_too_deep:
        return False
    holds_layout = _holds(table, *_LAYOUT_CONTENT)
    if holds_layout and not _holds(table, "th"):
        return False  # before its rows are read: most tables that lay out a page end here
    rows = [row for element in _own(table, "tr") if (row := list(element.iterchildren("td", "th")))]
    if max(map(len, rows), default=0) < 2 or _is_bar(rows):
        return False
    if holds_layout:
        return _is_named(rows) and _is_free_of_pages(table) and _longest(rows) <= _LAYOUT_CELL
    if role in ("table", "grid") or _holds(table, "th", "caption", "thead"):
        return _longest(rows) <= _LONG_CELL and not _is_one_post(rows)
    if len(rows) < 2 or _longest(rows) > _LAYOUT_CELL:
        return False
    return not (_is_menu(rows) or _is_column(rows) or _holds_paragraphs(rows))


def rows_of_two(table: Element) -> Rows:
    """The rows of a table without header cells, and without a table inside, if each has several cells; else
    []."""
    if _holds(table, "th", "caption", "table"):
        return []
    rows = [list(row.iterchildren("td")) for row in table.iterdescendants("tr")]
    return rows if all(len(row) > 1 for row in rows) else []


def _holds(table: Element, *tags: str) -> bool:
    return next(table.iterdescendants(*tags), None) is not None


def _own(table: Element, *tags: str) -> Iterator[Element]:
    """The elements of a table that do not belong to a table inside it."""
    if not _holds(table, "table"):
        yield from table.iterdescendants(*tags)
        return
    walker = etree.iterwalk(table, events=("start",), tag=(*tags, "table"))
    for _, element in walker:
        if element.tag != "table":
            yield element
        elif element is not table:
            walker.skip_subtree()


def _is_named(rows: Rows) -> bool:
    """Whether a row of header cells names several columns, or a header cell each of several rows."""
    first, *rest = rows
    if rest and len(first) > 1 and all(cell.tag == "th" for cell in first):
        return True
    wide = [row for row in rows if len(row) > 1]
    return len(wide) > 1 and all(row[0].tag == "th" and row[1].tag == "td" for row in wide)


def _is_free_of_pages(table: Element) -> bool:
    """Whether a table holds no headings outside of its header cells, and no forms or articles."""
    return all(
        element.tag[0] == "h" and next(element.iterancestors("th", "td", "table")).tag == "th"
        for element in table.iterdescendants(*_PAGE_CONTENT)
    )


def _longest(rows: Rows) -> int:
    """The characters of the longest cell."""
    return max(sum(len(text.strip()) for text in cell.itertext()) for row in rows for cell in row)


def _is_menu(rows: Rows) -> bool:
    cells = [cell for row in rows for cell in row]
    return 2 * sum(_holds(cell, "a") for cell in cells) > len(cells)


def _is_bar(rows: Rows) -> bool:
    """Whether a header cell stands between two cells, of which those with text have links, below a title or
    none: the chapter of a book between the page before and the next one, as DocBook prints it."""
    data = [cell for row in rows for cell in row if cell.tag == "td"]
    tags = [cell.tag for row in rows for cell in row if len(row) > 1]
    filled = [cell for cell in data if _is_filled(cell)]
    return tags == ["td", "th", "td"] and bool(filled) and all(_holds(cell, "a") for cell in filled)


def _is_column(rows: Rows) -> bool:
    """Whether each row has nothing but its last cell filled: others only indent it, as on Hacker News."""
    return all(not any(map(_is_filled, row[:-1])) for row in rows)


def _is_filled(cell: Element) -> bool:
    return _holds(cell, "img") or any(text.strip() for text in cell.itertext())


def _holds_paragraphs(rows: Rows) -> bool:
    """Whether a cell has more paragraphs, or more rows cells with several, than any data."""
    most = [max(_paragraphs(cell) for cell in row) for row in rows]
    several = sum(count >= _PARAGRAPHS for count in most)
    return max(most) >= _LAYOUT_PARAGRAPHS or (several > 1 and 2 * several >= len(rows))


def _is_one_post(rows: Rows) -> bool:
    """Whether one row alone has several cells, one with running text, and so no row names the columns.

    The board pybbm makes a table of each post, with its date in a header cell across both columns.
    """
    wide = [row for row in rows if len(row) > 1]
    return len(wide) == 1 and len(rows) > 1 and any(_holds(cell, *_TEXT_ELEMENTS) for cell in wide[0])


def _paragraphs(cell: Element) -> int:
    if not len(cell):
        return 0
    return sum(1 for each in cell.iterdescendants("div", "p") if begins_with_text(each))


def read_table(table: Element, read_cell: Callable[[Element], Cell]) -> tuple[Table, tuple[Run, ...]]:
    """The content of a table, and the runs of its caption; ``read_cell`` reads that of one cell."""
    caption: tuple[Run, ...] = ()
    rows: list[tuple[Cell, ...]] = []
    header_rows = 0
    titles = 0  # rows of one header cell each below these, which may be followed by a header row
    for element in _in_order(_own(table, "caption", "tr")):
        if element.tag == "caption":
            caption = caption or read_cell(element).runs
            continue
        cells = tuple(_cells(element, read_cell))
        if not any(cell.runs for cell in cells):
            continue
        if len(rows) == header_rows + titles:
            if _is_header_row(element, cells):
                header_rows, titles = len(rows) + 1, 0
            elif all(cell.header for cell in cells):
                titles += 1
        rows.append(cells)
    if not caption and header_rows > 1 and _is_title(rows):
        caption = rows.pop(0)[0].runs
        header_rows -= 1
    if not header_rows and len(rows) > 1 and _is_bold(rows[0]) and not _is_bold(rows[1]):
        header_rows = 1
    return Table(tuple(rows), header_rows), caption


def _is_title(rows: list[tuple[Cell, ...]]) -> bool:
    """Whether the first row is one cell across all the columns that the second row names."""
    return len(rows[0]) == 1 < len(rows[1]) and rows[0][0].colspan >= sum(cell.colspan for cell in rows[1])


def _in_order(elements: Iterable[Element]) -> list[Element]:
    """Rows as a browser shows them: the first <thead> above all others, the first <tfoot> below.

    HTML 4 has the footer before the rows that it sums up.
    """
    first: dict[str, Element] = {}

    def place(element: Element) -> int:
        group = element.getparent()
        if group is None or first.setdefault(group.tag, group) is not group:
            return 0
        return _PLACES.get(group.tag, 0)

    return sorted(elements, key=place)


def _is_bold(cells: tuple[Cell, ...]) -> bool:
    """Whether all text of a row is bold, which pages write for a header.

    A single bold text in the first of several cells is a title, or the name of a section.
    """
    runs = [run for cell in cells for run in cell.runs if run.text.strip()]
    columns = sum(any(run.text.strip() for run in cell.runs) for cell in cells)
    named = columns > 1 or (columns == 1 and not cells[0].runs)
    return named and all(run.style & Style.STRONG for run in runs)


def _cells(row: Element, read_cell: Callable[[Element], Cell]) -> Iterator[Cell]:
    """The cells of a row, with what their own attributes state."""
    for element in row.iterchildren("td", "th"):
        content = read_cell(element)
        if len(element):
            content = with_sign(content, element)
        if element.tag == "th":
            content = without_sort_sign(content)
        yield content._replace(
            header=element.tag == "th",
            colspan=_span(element.get("colspan")),
            rowspan=_span(element.get("rowspan")),
            align=_alignment(element),
        )


def _is_header_row(row: Element, cells: tuple[Cell, ...]) -> bool:
    parent = row.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    return all(cell.header for cell in cells) and len(cells) > 1


def _span(stated: str | None) -> int:
    return max(1, min(number_of(stated.strip()[:_SPAN_DIGITS], 1), _MOST_SPAN)) if stated else 1


def _alignment(cell: Element) -> str:
    stated = _stated_alignment(cell)
    if not stated and len(cell) and cell[0].tag in ("p", "div", "center"):
        stated = "center" if cell[0].tag == "center" else _stated_alignment(cell[0])
    return stated


def _stated_alignment(element: Element) -> str:
    stated = (element.get("align") or "").lower()
    style = compact_style(element.get("style") or "")
    for side in ("left", "center", "right"):
        if stated == side or f"text-align:{side}" in style:
            return side
    classes = (element.get("class") or "").lower().split()
    return next((_ALIGNING[name] for name in classes if name in _ALIGNING), "")


def cell_of(blocks: list[Block]) -> Cell:
    """The cell that holds ``blocks``, which a walk over its element has made."""
    if len(blocks) == 1 and blocks[0].kind in _ALONE:
        return Cell(blocks[0].runs)
    runs: list[Run] = []
    for block in blocks:
        if runs and block.runs:
            runs.append(Run("\n", Style.BREAK))
        runs.extend(block.runs)
    return Cell(tuple(runs), blocks=tuple(blocks))


def table_text(table: Table) -> str:
    """The text of a table: its cells joined by tabs, its rows by line feeds."""
    return "\n".join("\t".join(_cell_text(cell) for cell in row).rstrip() for row in table.rows)


def _cell_text(cell: Cell) -> str:
    return " ".join(visible(runs_text(cell.runs)).split())
