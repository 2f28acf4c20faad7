"""Columns side by side in raw page text: a layout table that a text browser printed cell beside cell.

The lines of the article are then beside those of a sidebar, with a gutter of spaces between. Unlike a table,
a glossary or code with comments, such columns have a wrapped paragraph that runs on over several lines on one
side of the gutter, while the other side has text of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from articlex.read.text.columns.gapped_rows import MIN_BOTH, MIN_EDGE, Row, edges_of, rows_of
from articlex.read.text.lines import Line, Span, measured
from articlex.read.text.measures import columns
from articlex.read.text.scripts import is_unspaced
from articlex.read.text.wrapping.paragraphs import flows, wrap_widths
from articlex.read.text.wrapping.widths import is_bulleted
from articlex.regex import regex

#: By how many terminal columns a line may be off its column: programs differ on the width of some characters.
_SHIFT = 1
#: Most terminal columns by which items of a list are indented below a heading at the edge of its column.
_OUTDENT = 4
#: Fewest lines in which a paragraph runs on with text beside it: in one paragraph, and in all of these
#: together. Word F1 on 72 pages of w3m on which these matter: (3, 5) 0.851, (2, 5) 0.881, (2, 4) 0.905, (1,
#: 5) 0.897. A name of two lines beside its explanation has 1.
_MIN_BESIDE = 2
_ENOUGH_BESIDE = 4
#: A table has at least so many rows with blank lines between, and at most so many pieces a row in one column.
#: With 1.3 pieces, and rows with one cell counted too, 34 pages of w3m lost columns; with these 2 do.
_MIN_BANDS = 4
_MAX_PIECES = 1.1
#: Width of the narrowest column in which paragraphs are looked for, and of the shortest line that may run on.
NARROW = 20
_MIN_TEXT = NARROW // 2
#: Width of a line that is a paragraph, from a program that does not wrap.
_WIDE = 100
#: Levels of columns within columns that are looked for.
_DEEPEST = 6

_INNER_GAP = regex(r"\S[ \xa0\u3000]{2,}\S")


class Side(NamedTuple):
    """What one column has in a row: the span next to the gutter, as a line, and whether the paragraph of the
    row above runs on in it."""

    line: Line
    runs_on: bool


class Region(NamedTuple):
    """Rows from ``start`` to before ``end`` that are divided by the gutter left of ``edge``; ``both`` is the
    number of those with text on both sides."""

    both: int
    edge: int
    start: int
    end: int


def side_by_side(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """``lines`` in reading order, in parts that are one column each.

    In a region with columns each column is a part, from left to right; the lines above and below are parts of
    their own. A page without columns is one part.
    """
    return list(_parts(lines, _DEEPEST)) if _may_have_columns(lines) else [lines]


def _may_have_columns(lines: Iterable[Line]) -> bool:
    wide = (line.raw for line in lines if len(line.raw) - len(line.text) > line.indent)
    return len(list(islice(filter(_INNER_GAP.search, wide), MIN_EDGE))) == MIN_EDGE


def _parts(lines: Sequence[Line], depth: int) -> Iterator[Sequence[Line]]:
    """The parts of ``lines``; columns may contain columns, down to ``depth`` levels."""
    rows = rows_of(lines)
    done = 0
    for region in _regions(rows) if depth else ():
        if region.start > done:
            yield lines[done : region.start]
        left, right = _divided(rows[region.start : region.end], region.edge)
        yield from _parts(left, depth - 1)
        yield from _parts(right, depth - 1)
        done = region.end
    if done < len(lines):
        yield lines[done:]


def _regions(rows: Sequence[Row]) -> list[Region]:
    """The regions with columns, in the order of the page; of two that overlap, the one with more rows."""
    several = [place for place, row in enumerate(rows) if len(row.spans) > 1]
    found = [region for edge in edges_of(rows) for region in _divisible(rows, several, edge)]
    taken: list[Region] = []
    for region in sorted(found, key=lambda region: (-region.both, region.edge)):
        if all(region.end <= other.start or other.end <= region.start for other in taken):
            proven = _proven(rows, region)
            if proven:
                taken.append(_clear_of(taken, region, proven))
    return sorted(taken, key=lambda region: region.start)


def _clear_of(taken: Sequence[Region], core: Region, region: Region) -> Region:
    """``region``, as extended from its ``core``, without rows that other regions have taken."""
    start = max([region.start, *(other.end for other in taken if other.end <= core.start)])
    end = min([region.end, *(other.start for other in taken if other.start >= core.end)])
    return region._replace(start=start, end=end)


def _divisible(rows: Sequence[Row], several: Sequence[int], edge: int) -> Iterator[Region]:
    """The runs of rows that a gutter left of ``edge`` divides, from the first row with text on both sides to
    the last. ``several`` are the places of all rows with several spans: no others can have two sides."""
    both = start = end = 0
    for place in several:
        if not 0 < _left_spans(rows[place], edge) < len(rows[place].spans):
            continue
        if both and any(_left_spans(row, edge) < 0 for row in rows[end:place]):
            if both >= MIN_BOTH:
                yield Region(both, edge, start, end)
            both = 0
        start = start if both else place
        both, end = both + 1, place + 1
    if both >= MIN_BOTH:
        yield Region(both, edge, start, end)


def _left_spans(row: Row, edge: int) -> int:
    """How many spans of the row are left of ``edge``; -1 if one lies across it."""
    if not row.spans:
        return -1
    for number, span in enumerate(row.spans):
        if span.start >= edge - _SHIFT:
            return number
        if span.end > edge:
            return -1
    return len(row.spans)


def _proven(rows: Sequence[Row], region: Region) -> Region | None:
    """The region, extended by the rows above and below that continue its columns; None if it is a table or
    anything else than columns of text."""
    left, right = _sides(rows[region.start : region.end], region.edge)
    left_is_prose, right_is_prose = _runs_beside(left, right), _runs_beside(right, left)
    if not (left_is_prose or right_is_prose) or _is_table(left, right):
        return None
    return _extended(rows, region, left_is_prose, right_is_prose)


def _extended(rows: Sequence[Row], region: Region, left_is_prose: bool, right_is_prose: bool) -> Region:
    margin = min(row.spans[0].start for row in rows[region.start : region.end])
    start, end = region.start, region.end
    while start and _goes_on(rows[start - 1], region.edge, margin, right_is_prose, True):
        start -= 1
    while end < len(rows) and _goes_on(rows[end], region.edge, margin, True, left_is_prose):
        end += 1
    return region._replace(start=start, end=end)


def _items(sides: Iterable[Side | None]) -> int:
    return sum(is_bulleted(side.line) and " " in side.line.text for side in sides if side)


def _goes_on(row: Row, edge: int, margin: int, right: bool, left: bool) -> bool:
    """Whether a row next to a region continues both columns, or one where ``right`` or ``left`` allows it."""
    number = _left_spans(row, edge)
    if number == 0:
        return right
    if 0 < number < len(row.spans):
        return row.spans[number].start <= edge + _SHIFT
    return left and number == len(row.spans) and row.spans[0].start >= margin


def _sides(rows: Sequence[Row], edge: int) -> tuple[list[Side | None], list[Side | None]]:
    """For each row what is left and what is right of the gutter."""
    numbers = [_left_spans(row, edge) for row in rows]
    inner = [
        (row.spans[number - 1] if number else None, row.spans[number] if number < len(row.spans) else None)
        for row, number in zip(rows, numbers, strict=True)
    ]
    starts = Counter(left.start for left, right in inner if left and right)
    common = starts.most_common(1)[0][0]
    left_edge = min(start for start in starts if common - _OUTDENT <= start <= common)
    return (
        _column(rows, [left for left, _ in inner], left_edge),
        _column(rows, [right for _, right in inner], edge),
    )


def _column(rows: Sequence[Row], spans: Sequence[Span | None], edge: int) -> list[Side | None]:
    """For each row what the column at ``edge`` has in it, given the ``spans`` next to the gutter."""
    lines: list[Line | None] = []
    gap = 0
    for (whole, _), span in zip(rows, spans, strict=True):
        gap += whole.gap
        if span is None or span.start < edge - _SHIFT:
            lines.append(None)
            gap += 1
            continue
        raw = whole.raw[span.first : span.last]
        indent = max(span.start - edge, 0)
        lines.append(Line(whole.number, raw, " ".join(raw.split()), indent, span.end - edge, gap))
        gap = 0
    found = [line for line in lines if line]
    widths = iter(wrap_widths(found, NARROW))
    wrapped = [next(widths) if line else 0 for line in lines]
    sides = [Side(line, False) if line else None for line in lines]
    for place, (above, line) in enumerate(pairwise(lines)):
        if above and line and _runs_on(above, line, wrapped[place]):
            sides[place + 1] = Side(line, True)
    return sides


def _runs_on(above: Line, line: Line, width: int) -> bool:
    enough = above.width - above.indent >= _MIN_TEXT
    words = " " in above.text or is_unspaced(above.text[-1])
    return enough and words and above.indent == line.indent and flows(above, line, width)


def _runs_beside(prose: Sequence[Side | None], other: Sequence[Side | None]) -> bool:
    """Whether paragraphs run on in the ``prose`` column over enough rows in which the ``other`` has text too.

    Most rows of a paragraph begin inside a sentence; cells of a table begin with a capital or a digit. Beside
    a list that is not asked, and unwrapped paragraphs are enough.
    """
    total = beside = inside = 0
    listed = _items(other) >= MIN_BOTH
    if listed and sum(bool(a and b and a.line.width >= _WIDE) for a, b in zip(prose, other, strict=True)) > 1:
        return True
    for side, neighbour in zip([*prose, None], [*other, None], strict=True):
        if side and side.runs_on:
            first = side.line.text[0]
            inside += 1 if first.isalpha() and not first.isupper() else -1
            beside += neighbour is not None
        else:
            total += beside if beside >= _MIN_BESIDE and (inside >= 0 or listed) else 0
            beside = inside = 0
    return total >= (_MIN_BESIDE if listed else _ENOUGH_BESIDE)


def _is_table(left: Sequence[Side | None], right: Sequence[Side | None]) -> bool:
    """Whether this is a table with cells of several lines: blank lines across both columns divide it into
    rows, in which one column has hardly more than one piece."""
    pieces: list[list[int]] = [[0, 0]]
    above = 0
    for sides in zip(left, right, strict=True):
        number = max((side.line.number for side in sides if side), default=above)
        if number > above + 1:
            pieces.append([0, 0])
        for column, side in enumerate(sides):
            if side:
                pieces[-1][column] += side.line.gap > 0 or not pieces[-1][column]
        above = number
    bands = [both for both in pieces if all(both)]
    fewest = min(map(sum, zip(*bands, strict=True))) if bands else 0
    return len(bands) >= _MIN_BANDS and fewest <= _MAX_PIECES * len(bands)


def _divided(rows: Sequence[Row], edge: int) -> tuple[list[Line], list[Line]]:
    """The lines left and right of the gutter."""
    left: list[Line] = []
    right: list[Line] = []
    left_gap, right_gap = 0, max(1, rows[0].line.gap)
    for place, (line, spans) in enumerate(rows):
        left_gap += line.gap
        right_gap += line.gap if place else 0
        number = _left_spans(rows[place], edge)
        if number:
            left.append(_piece(line, line.raw[: spans[number - 1].last], left_gap))
        if number < len(spans):
            blank = line.raw[spans[number - 1].last if number else 0 : spans[number].first]
            blank = _indentation(blank, spans[number].start - edge)
            right.append(_piece(line, blank + line.raw[spans[number].first :], right_gap))
        left_gap = 0 if number else left_gap + 1
        right_gap = 0 if number < len(spans) else right_gap + 1
    return left, right


def _indentation(blank: str, width: int) -> str:
    """The end of ``blank`` that is at most ``width`` columns wide."""
    tail = blank[-width:] if width > 0 else ""
    while tail and columns(tail) > width:
        tail = tail[1:]
    return tail


def _piece(line: Line, raw: str, gap: int) -> Line:
    return measured(line.number, raw, " ".join(raw.split()), gap)
