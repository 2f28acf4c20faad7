"""Directional marks at the edges of lines (Unicode's LRM, RLM and ALM), and isolates around whole lines.

Programs set them so that the punctuation at the end of a line is shown on the correct side. Where they say no
more than the line's first letter does, they are taken off: bullets and full stops are looked for at the edge.
"""

from __future__ import annotations

from unicodedata import bidirectional

_MARKS = "\u200e\u200f\u061c"
_LEFT_TO_RIGHT = _MARKS[0]
#: The beginnings of isolates, and the marks that say the same of a whole line. The first goes by its letters.
_ISOLATES, _END = {"\u2068": "", "\u2066": "\u200e", "\u2067": "\u200f"}, "\u2069"
_STRONG = frozenset(("L", "R", "AL"))


def has_marks(source: str) -> bool:
    """Whether there is any such mark."""
    return any(mark in source for mark in (*_MARKS, _END))


def without_edge_marks(row: str) -> str:
    """``row`` without the marks at its edges that agree with the direction of its first letter."""
    written, body = row, row.strip()
    if body[:1] in _ISOLATES and body.find(_END) == len(body) - 1:
        mark = _ISOLATES[body[0]]
        row = row.replace(body, f"{mark}{body[1:-1]}{mark}")
        body = row.strip()
    inner = body.strip(_MARKS + " \t")
    if inner == body:
        return row
    strong = next((found for char in inner if (found := bidirectional(char)) in _STRONG), "")
    meant = _LEFT_TO_RIGHT if strong == "L" else _MARKS[1:]
    alike = f"{meant if strong else _MARKS} \t"
    if body[0] in _MARKS and body[0] not in alike:
        return written  # a line of Arabic or Hebrew whose first word is Latin
    shown = body.lstrip(alike)
    between = body[: len(body) - len(shown)]  # a mark may stand before the indentation
    lead = row[: len(row) - len(row.lstrip())]
    return lead + "".join(char for char in between if char not in _MARKS) + shown.rstrip(alike)
