"""Tables made of other elements: by ARIA roles (https://www.w3.org/TR/wai-aria-1.2/#table), by the classes of
their rows, and Javadoc's. They become tables in the tree."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from lxml import etree

from articlex.class_words import split_words
from articlex.memoize import memoized
from articlex.read.html.tables.reading import is_data_table
from articlex.read.html.tree import Element, classes_of
from articlex.read.html.widgets import TABLE_ROLES, role_of

_TAGS = {
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "th",
    "rowgroup": "tbody",
}
_CELLS = frozenset(("td", "th"))
#: Elements that may be a table, a row or a cell by their class.
_NAMED_TAGS = frozenset({"div", "span", "section", "ul", "li"})
#: The last words of such classes: Tailwind's "table", "divTableRow", "prices__table-row".
_TABLE, _ROWS = ["table"], (["table", "row"], ["table", "tr"])
#: The class of a header cell in a table whose cells a style sheet lays out in rows.
_HEADER = "table-header"


def become_table(element: Element) -> bool:
    """Make a table of an element with the role of one, if the roles of others make them its rows and cells;
    whether it was made.

    It needs at least two rows, which hold all the cells as their children, and no table inside: else tables
    within tables would each be searched for all that the innermost holds.
    """
    if element.tag == "table":
        return False  # which has been looked at by its tag, and holds no data
    parts: list[tuple[Element, str]] = []
    for part in element.iterdescendants():
        if part.tag == "table" or role_of(part) in TABLE_ROLES:
            return False
        if tag := _tag(part):
            parts.append((part, tag))
    rows = [part for part, tag in parts if tag == "tr"]
    cells = sum(tag in _CELLS for _, tag in parts)
    if len(rows) < 2 or cells < 2 * len(rows):
        return False
    if cells != sum(_tag(part) in _CELLS for row in rows for part in row):
        return False
    for part, tag in parts:
        part.tag = tag
    element.tag = "table"
    return True


def become_table_of_rows(element: Element) -> bool:
    """Make a table of an element with the class of one, if the classes of others make them its rows, and if
    it holds data; whether it was made.

    It needs at least two rows, all with the same number of children and no text beside these, and no table
    inside. Style sheets lay out pages in such rows as well: then nothing is changed.
    """
    rows = list(_named_rows(element)) if element.tag in _NAMED_TAGS else []
    columns = len(rows[0]) if len(rows) > 1 else 0
    if columns < 2 or not all(len(row) == columns and _holds_cells_alone(row) for row in rows):
        return False
    parts = [
        (element, "table"),
        *((row, "tr") for row in rows),
        *((cell, "td") for row in rows for cell in row),
    ]
    tags = [part.tag for part, _ in parts]
    for part, tag in parts:
        part.tag = tag
    if is_data_table(element):
        return True
    for (part, _), tag in zip(parts, tags, strict=True):
        part.tag = tag
    return False


def _named_rows(element: Element) -> Iterator[Element]:
    """The elements below one that are rows of a table by their classes; none if a table is below it too."""
    rows: list[Element] = []
    for part in element.iterdescendants():
        name = _named_part(part.get("class") or "") if part.tag in _NAMED_TAGS else ""
        if part.tag == "table" or name == "table":
            return
        if name:
            rows.append(part)
    yield from rows


@memoized(1_000)
def _named_part(classes: str) -> str:
    """The tag that an element has by its classes: "table" or "tr"; "" for any other."""
    for name in classes.split() if "able" in classes else ():
        words = split_words(name)[-2:]
        if words in _ROWS:
            return "tr"
        if words[-1:] == _TABLE:
            return "table"
    return ""


def _holds_cells_alone(row: Element) -> bool:
    texts = (row.text, *(cell.tail for cell in row))
    return all(cell.tag in _NAMED_TAGS for cell in row) and not any(text and text.strip() for text in texts)


def lay_out_cells(element: Element) -> bool:
    """Make a table of an element that holds header cells and then cells, no rows; whether it was made."""
    cells = list(element)
    headers = sum(1 for _ in takewhile(_is_header, cells))
    is_whole = headers > 1 and len(cells) >= 2 * headers and len(cells) % headers == 0
    if not is_whole or element.find(".//table") is not None:
        return False
    for place, cell in enumerate(cells):
        if place % headers == 0:
            row = etree.SubElement(element, "tr")
        cell.tag = "th" if place < headers else "td"
        row.append(cell)
    element.tag = "table"
    return True


def _is_header(cell: Element) -> bool:
    return cell.tag == "div" and _HEADER in classes_of(cell)


def _tag(part: Element) -> str:
    """The tag of a part of a table by its role; "" for any other element."""
    return _TAGS.get(role_of(part), "")
