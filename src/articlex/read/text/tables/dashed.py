"""Tables with columns shown by rows of dashes: those of pandoc's plain text, and reStructuredText's simple
ones.

A line with a row of dashes for each column is below the header, or above the first row if there is no header.
If rows take several lines, pandoc separates them by blank lines and encloses the table in two full rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.page import Kind
from articlex.read.text.lines import TAB, Line
from articlex.read.text.shape import Shape
from articlex.read.text.tables.gutters import by_column
from articlex.read.text.tables.reading import table_shape
from articlex.regex import regex

#: The dashes of two columns or more, those of one column, and a full rule: a shorter one is an underline.
_DASHES = regex(r"(?:-{2,}(?: -{2,})+|={2,}(?: ={2,})+)$")
_ONE = regex(r"[-=]+")
_FRAME = regex(r"-{12,}$")
#: Most lines of a header, of a table, and between the dashes of a table and its caption.
_MOST_HEAD, _MOST_LINES, _MOST_ROWS = 8, 400, 100
#: The caption that pandoc prints below a table.
_CAPTION = regex(r": (\S.*)$")


class _Opening(NamedTuple):
    """The lines of a table's header, the place of the dashes of its columns, and the row of dashes that must
    come once more below its rows; None if a blank line ends the table."""

    head: Sequence[Line]
    rule: int
    frame: Line | None


def dashed_table(lines: Sequence[Line], start: int) -> Shape | None:
    """A table with dashes for each column, below its header or above its rows."""
    if start + 2 >= len(lines) or (start and not lines[start].gap):
        return None
    opening = _opening(lines, start)
    if opening is None:
        return None
    head, rule, frame = opening
    end = _end_of_rows(lines, rule, parted=frame is None)
    closing = lines[end] if end < len(lines) else None
    if end == rule + 1 or (frame and not (closing and _spans(closing, frame))):
        return None
    bounds = [match.start() for match in _ONE.finditer(lines[rule].raw.expandtabs(TAB))]
    groups = _groups(lines[rule + 1 : end + (frame is not None)], end - rule - 1, bounds)
    rows = [_cells(group, bounds) for group in ([head, *groups] if head else groups)]
    if not all(rows):
        return None
    is_closed = closing is not None and not closing.gap and _spans(closing, lines[rule])
    return table_shape(rows, end + (frame is not None or is_closed), header_rows=int(bool(head)))


def _opening(lines: Sequence[Line], start: int) -> _Opening | None:
    """What a table at ``start`` begins with; None if none begins there."""
    first = lines[start]
    if not _is_dashes(first):
        rule = _next_dashes(lines, start, 1)
        return None if rule is None else _Opening([first], rule, None)
    is_full = _FRAME.match(first.text) is not None
    # Between two rows of equals signs is a header; below dashes there is none.
    rule = _next_dashes(lines, start, _MOST_HEAD) if is_full or first.text[0] == "=" else None
    if rule is None and not is_full:
        rule = start
    if rule is None or not _spans(lines[rule], first):
        return None
    return _Opening(lines[start + 1 : rule], rule, first)


def _next_dashes(lines: Sequence[Line], start: int, most: int) -> int | None:
    """The place of the dashes below a header of at most ``most`` lines, which begins at ``start`` or right
    below; None if there are none."""
    for place in range(start + 1, min(start + 1 + most, len(lines))):
        if lines[place].gap:
            return None
        if lines[place].text[0] in "-=" and _DASHES.match(lines[place].text):
            return place
    return None


def _spans(line: Line, other: Line) -> bool:
    """Whether a line is a row of dashes or a full rule, as wide as the ``other`` one and indented alike."""
    return (line.indent, line.width) == (other.indent, other.width) and _is_dashes(line)


def _is_dashes(line: Line) -> bool:
    return line.text[0] in "-=" and bool(_FRAME.match(line.text) or _DASHES.match(line.text))


def _end_of_rows(lines: Sequence[Line], rule: int, parted: bool) -> int:
    """The place behind the rows below ``rule``: that of the line that closes the table, or of the first line
    below a blank one if that ends the table (``parted``)."""
    end = rule + 1
    while end < min(rule + _MOST_LINES, len(lines)) and not (parted and lines[end].gap):
        if _is_dashes(lines[end]):
            break
        end += 1
    return end


def _groups(lines: Sequence[Line], size: int, bounds: Sequence[int]) -> list[Sequence[Line]]:
    """The lines of each row, of the first ``size`` lines; another one may close the table. Each line is a
    row, unless blank lines separate rows. In reStructuredText a row goes on where the first cell is empty."""
    rows = lines[:size]
    starts = [place for place, line in enumerate(rows) if line.gap or not place]
    if not any(line.gap for line in lines[1:]):
        goes_on = size < len(lines) and lines[size].text[0] == "="
        starts = [
            place for place, line in enumerate(rows) if not (place and goes_on and line.indent >= bounds[1])
        ]
    return [rows[first:last] for first, last in pairwise((*starts, size))]


def _cells(lines: Sequence[Line], bounds: Sequence[int]) -> list[str]:
    """The cells of a row; none if there is text between two columns, or left of the first."""
    cells: list[list[str]] = [[] for _ in bounds]
    for line in lines:
        shown = by_column(line)
        if line.indent < bounds[0] or any("".join(shown[edge - 1 : edge]).strip() for edge in bounds[1:]):
            return []
        for cell, (first, last) in zip(cells, pairwise((*bounds, len(shown))), strict=True):
            cell.append(" ".join("".join(shown[first:last]).split()))
    return [" ".join(filter(None, cell)) for cell in cells]


def table_caption(lines: Sequence[Line], start: int) -> Shape | None:
    """The caption that pandoc prints below a table, without its colon."""
    match = _CAPTION.match(lines[start].text)
    if not match or lines[start].gap != 1:
        return None
    above = (line.text for line in lines[max(0, start - _MOST_ROWS) : start])
    is_below = any(text[0] in "-=" and _DASHES.match(text) for text in above)
    return Shape(Kind.PARAGRAPH, start + 1, match[1]) if is_below else None
