"""Tables of any elements, by their ARIA roles (https://www.w3.org/TR/wai-aria-1.2/#table)."""

from __future__ import annotations

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


def _tag(part: Element) -> str:
    """The tag that a part of a table has by its role, "" if it is none."""
    return _TAGS.get(part.get("role") or "", "")
