"""Names of columns that cells repeat for narrow screens, which do not show the header: "Power: 420 kW"."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.read.html.element_text import text_below
from articlex.read.html.tree import Element, begins_with_text, has_tail

#: Elements around a label inside its cell.
_MOST_AROUND = 2
_LABELS = frozenset("b div em label p small span strong".split())


def drop_labels(row: Element, names: Sequence[str]) -> None:
    """Empty the first element of each cell in a row that repeats the name of its column, if more follows.

    ``names`` has the names of the columns in order; nothing is done where the row has another number of
    cells.
    """
    cells = list(row.iterchildren("td", "th"))
    if len(cells) != len(names):
        return
    for cell, name in zip(cells, names, strict=True):
        label = _first(cell) if name and len(cell) else None
        if label is None or text_below(label).rstrip(" :：") != name:
            continue
        if len(text_below(cell).rstrip(" :：")) > len(name):
            tail = label.tail
            label.clear()
            label.tail = tail.lstrip(" :：\n") if tail else None


def _first(cell: Element) -> Element | None:
    """The element with which a cell begins, if it may be a label."""
    inside = cell
    for _ in range(_MOST_AROUND + 1):
        if not len(inside) or begins_with_text(inside):
            return None
        first = inside[0]
        if first.tag not in _LABELS:
            return None
        if len(inside) > 1 or has_tail(first):
            return first
        inside = first
    return None
