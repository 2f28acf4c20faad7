"""Rows: lines of raw page text in pieces, split at the gaps between columns.

Where the longest lines of a column leave just one space before the next one, the other rows tell where that
begins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.read.text.lines import Line, Span, spans_of
from articlex.read.text.measures import LONGEST, columns, place_at
from articlex.read.text.wrapping.widths import BULLETED

#: Fewest lines with text on both sides of a gutter.
MIN_BOTH = 5
#: Fewest lines in which a right-hand column begins at its edge; most edges to try, commonest first.
MIN_EDGE = 3
_MAX_EDGES = 24


class Row(NamedTuple):
    """A line and its spans; none if it has a tab or is too long."""

    line: Line
    spans: tuple[Span, ...]


def edges_of(rows: Sequence[Row]) -> list[int]:
    """Where right-hand columns may begin, in terminal columns, commonest first."""
    inner = {span.start for row in rows for span in row.spans[1:]}
    edges = Counter(span.start for row in rows for span in row.spans if span.start in inner)
    return [edge for edge, count in edges.most_common(_MAX_EDGES) if count >= MIN_EDGE]


def _spans(line: Line) -> tuple[Span, ...]:
    """The pieces of a line between its gaps; none if it has a tab or is too long."""
    raw = line.raw
    if "\t" in raw or len(raw) > LONGEST:
        return ()
    body = raw.lstrip()
    if len(body) > len(line.text):
        return tuple(spans_of(raw))
    first, column = len(raw) - len(body), columns(raw[: len(raw) - len(body)])
    return (Span(column, column + columns(body), first, len(raw)),)  # without gaps it is one piece


def _parted(row: Row, edge: int) -> Row:
    """``row`` with the span across ``edge`` split there, if a space precedes it; else ``row`` itself."""
    raw = row.line.raw
    for number, span in enumerate(row.spans):
        if span.start < edge < span.end:
            inside: int | None = edge - span.start
            if not raw.isascii():
                inside = place_at(raw[span.first : span.last], edge - span.start)
            if inside is None or raw[(place := span.first + inside) - 1] != " ":
                return row
            left = Span(span.start, edge - 1, span.first, place - 1)
            right = Span(edge, span.end, place, span.last)
            return Row(row.line, (*row.spans[:number], left, right, *row.spans[number + 1 :]))
    return row


def rows_of(lines: Sequence[Line]) -> Sequence[Row]:
    """The rows of ``lines``, also split where the longest lines of a column leave just one space before the
    next column.

    In a run of rows without text across the edge, at least as many must have a wider gap as a single space,
    and some must be items of a menu: the cells of a table may be as close.
    """
    rows: Sequence[Row] = [Row(line, _spans(line)) for line in lines]
    ends = [row.spans[-1].end if row.spans else 0 for row in rows]
    for edge in edges_of(rows):
        parted = [_parted(row, edge) if edge < end else row for row, end in zip(rows, ends, strict=True)]
        single = [place for place, row in enumerate(rows) if parted[place] is not row]
        end = 0
        for place in single:
            if place < end:
                continue
            start, end = _run_around(parted, place, edge)
            held = bisect_left(single, end) - bisect_left(single, start)
            wide = sum(_is_beside(row, edge) for row in rows[start:end])
            items = sum(_has_item(row) for row in rows[start:end])
            if wide >= max(MIN_BOTH, held) and items >= MIN_EDGE:
                rows = [*rows[:start], *parted[start:end], *rows[end:]]
    return rows


def _run_around(rows: Sequence[Row], place: int, edge: int) -> tuple[int, int]:
    """The bounds of the run of rows around ``place`` that have no text across ``edge``."""
    start, end = place, place + 1
    while start and _is_free(rows[start - 1], edge):
        start -= 1
    while end < len(rows) and _is_free(rows[end], edge):
        end += 1
    return start, end


def _is_free(row: Row, edge: int) -> bool:
    return bool(row.spans) and not any(span.start < edge < span.end for span in row.spans)


def _has_item(row: Row) -> bool:
    return any(BULLETED.match(row.line.raw, span.first) for span in row.spans)


def _is_beside(row: Row, edge: int) -> bool:
    """Whether a row has text on both sides of the edge, more than one space apart."""
    return any(left.end < edge <= right.start for left, right in pairwise(row.spans))
