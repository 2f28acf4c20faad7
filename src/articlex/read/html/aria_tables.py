"""Tables of any elements, by their ARIA roles (https://www.w3.org/TR/wai-aria-1.2/#table), and Javadoc's."""

from __future__ import annotations

from itertools import takewhile

from lxml import etree

from articlex.read.html.tree import Element
from articlex.read.html.widgets import TABLE_ROLES

_TAGS = {
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "th",
    "rowgroup": "tbody",
}
_CELLS = frozenset(("td", "th"))
#: The class of a header in a table whose cells a style sheet lays out in rows.
_HEADER = "table-header"


def become_table(element: Element) -> bool:
    """Make an element that has the role of a table one, with its rows and cells; whether it has those.

    Each of at least two rows holds its cells itself, and no table is inside, of whatever elements: of tables
    in tables each would be looked through for all that the inmost one holds.
    """
    parts: list[tuple[Element, str]] = []
    for part in element.iterdescendants():
        if part.tag == "table" or part.get("role") in TABLE_ROLES:
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


def lay_out_cells(element: Element) -> bool:
    """Make an element that holds headers and cells alone, with no rows, a table; whether it does."""
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
    return cell.tag == "div" and _HEADER in (cell.get("class") or "").split()


def _tag(part: Element) -> str:
    """The tag that a part of a table has by its role, "" if it is none."""
    return _TAGS.get(part.get("role") or "", "")
