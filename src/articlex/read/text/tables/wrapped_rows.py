"""Rows of Markdown tables on several lines: html2text wraps them, and ends each with two spaces."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.read.text.lines import Line
from articlex.read.text.tables.reading import PIPE_RULE, row_of

#: Most lines of one row.
_MOST = 24


def with_whole_rows(lines: list[Line]) -> list[Line]:
    """``lines`` with each row of a table on one line, if its header and the first row below have as many
    cells as the delimiter row."""
    shown: list[Line] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        rule = line.text if line.open and "|" in line.text and PIPE_RULE.match(line.text) else ""
        size = rule.count("|") + 1
        head = _head(shown, size) if rule else 0
        end, rows = _rows(lines, place + 1, size) if head else (place + 1, [])
        if rows:
            shown[-head:] = [_joined(shown[-head:])]
        shown += [line, *rows]
        place = end
    return shown


def _head(shown: Sequence[Line], size: int) -> int:
    """How many lines at the end of ``shown`` are the header of a table with ``size`` columns; 0 for none."""
    for count in range(1, min(_MOST, len(shown)) + 1):
        line = shown[-count]
        begins = count == len(shown) or line.gap > 0 or shown[-count - 1].open
        if begins:
            return count if len(row_of(_text(shown[-count:]), size)) == size else 0
    return 0


def _rows(lines: Sequence[Line], place: int, size: int) -> tuple[int, list[Line]]:
    """The place behind the rows of a table with ``size`` columns, and its rows."""
    rows: list[Line] = []
    start = place
    while place < len(lines) and place - start < _MOST and not lines[place].gap:
        place += 1
        if lines[place - 1].open:
            if len(row_of(_text(lines[start:place]), size)) != size:
                break
            rows.append(_joined(lines[start:place]))
            start = place
    return start, rows


def _text(lines: Sequence[Line]) -> str:
    return " ".join([line.text for line in lines])


def _joined(lines: Sequence[Line]) -> Line:
    raw = " ".join([lines[0].raw, *(line.raw.lstrip() for line in lines[1:])])
    return lines[0]._replace(text=_text(lines), raw=raw, open=lines[-1].open)
