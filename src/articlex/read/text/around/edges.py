"""Edges: the headers and footers that a browser or a typesetter prints above and below each sheet of a page,
and what they say of it.

A browser prints a date, the page's title, its address and "2/5". In the text of such a print they come
between the sheets, often in the middle of a paragraph, and the date is that of the printing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.read.text.lines import Line, goes_on
from articlex.regex import LETTER, regex

#: "2/5", "2 of 5", "第2页，共5页", but no part of a date, a time or a version.
_NUMBERED = regex(r"(?<![\d./:\-])(\d{1,3})([^\d\n]{1,6})(\d{1,3})(?![\d./:\-])")
_WIDEST = 300
#: The first or the last sheet's number is within so many lines of the top or the bottom; lines of one edge.
_MARGIN, _MOST_LINES = 4, 4
_MOST_SHEETS = 500
#: The header of a page on a single sheet: date and time, then the title or nothing.
_PRINTED = regex(
    r"\d{1,4}[./\-年]\d{1,2}[./\-月]\d{1,4}日?,? \d{1,2}:\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: {2,}\S|\Z)"
)
#: The white space between two pieces of a running header.
_FAR_APART = regex(r"\S[ \t]{4,}\S")
#: Numbers in an edge; which other sheets may have the same edge, as left-hand and right-hand ones differ.
_NUMBER = regex(r"\d{1,4}")
_NEAR = (-2, -1, 1, 2)
#: "Chapter 3", "Capítulo 3", "第3章".
_NUMBERED_NAME = regex(r"[^\W\d_]{1,20}+ ?\d{1,3}[^\W\d_]?")

#: What parts the pieces of an edge, and a piece that is an address.
_APART, _ADDRESS = regex(r"\t+| {2,}"), regex(r"https?://\S+\Z")
#: The date and time in front of the title where only a space parts them.
_BEFORE_TITLE = regex(
    r"\d{1,4}[./\-年]\d{1,2}[./\-月]\d{1,4}日?,? (?:[^\W\d_]{2} ?)?\d{1,2}:\d\d"
    r"(?: ?[AaPp]\.?[Mm]\b\.?| ?[^\W\d_]\. ?[^\W\d_]\.)?+ (?=\S)"
)
#: The date or time at which the page was printed; characters of the longest page number, "2 of 5".
_PRINT, _LONGEST_NUMBER = regex(r"\d[:./年\-]\d"), 20
#: How a text ends that the browser has truncated.
_CUT = ("...", "…")


class Sheet(NamedTuple):
    """A line with the number of a sheet, "3/12": its place, the text around the two numbers, and these."""

    place: int
    around: str
    number: int
    total: int


def page_edges(lines: Sequence[Line]) -> set[int]:
    """The places of the lines that a browser has printed at the edges of sheets; none unless all sheets are
    counted, as in "1/3", "2/3", "3/3"."""
    if not lines:
        return set()
    tails = [sheet for sheet in map(_sheet, range(len(lines))[-_MARGIN:], lines[-_MARGIN:]) if sheet]
    heads = [sheet for sheet in map(_sheet, range(_MARGIN), lines[:_MARGIN]) if sheet]
    for last in tails:
        if last.number == last.total and (found := _edges(lines, last, True)):
            return found
    for first in heads:
        if first.number == 1 < first.total and (found := _edges(lines, first, False)):
            return found
    return set()


def without_edges(lines: Sequence[Line], edges: set[int]) -> list[Line]:
    """``lines`` without those at ``edges``; where a sentence goes on over an edge, no gap is left."""
    kept: list[Line] = []
    after_edge = False
    for place, line in enumerate(lines):
        if place in edges:
            after_edge = True
            continue
        if after_edge:
            line = line._replace(gap=0 if kept and goes_on(kept[-1].text) else max(line.gap, 1))
        kept.append(line)
        after_edge = False
    return kept


def _sheet(place: int, line: Line) -> Sheet | None:
    """The sheet whose number is in a line, None if there is none."""
    text = line.text
    if len(text) > _WIDEST:
        return None
    for found in _NUMBERED.finditer(text):
        number, total = int(found[1]), int(found[3])
        if 1 <= number <= total <= _MOST_SHEETS:
            around = f"{text[: found.start()]}\n{found[2]}\n{text[found.end() :]}"
            return Sheet(place, around, number, total)
    return None


def _edges(lines: Sequence[Line], one: Sheet, at_foot: bool) -> set[int]:
    """All edges of the sheets of which ``one`` is the last (``at_foot``) or the first: the lines that count
    them, and lines next to these that are the same on each sheet."""
    if one.total == 1:
        return _only_sheet(lines, one)
    all_sheets = filter(None, map(_sheet, range(len(lines)), lines))
    sheets = [sheet for sheet in all_sheets if (sheet.around, sheet.total) == (one.around, one.total)]
    if [sheet.number for sheet in sheets] != list(range(1, one.total + 1)):
        return set()
    places = [sheet.place for sheet in sheets]
    below = [place + 1 for place in places]
    above = [place - 1 for place in places]
    tops = [0, *below[:-1]] if at_foot else below
    feet = above if at_foot else [*above[1:], len(lines) - 1]
    repeated = {*_repeated(lines, tops, 1), *_repeated(lines, feet, -1)}
    return {*places, *repeated} if repeated or "://" in one.around else set()


def _repeated(lines: Sequence[Line], starts: Sequence[int], step: int) -> Iterator[int]:
    """The places of the lines from ``starts`` on, in steps of ``step``, as long as all are the same."""
    for away in range(0, _MOST_LINES * step, step):
        places = [start + away for start in starts]
        if not all(0 <= place < len(lines) for place in places):
            return
        if len({lines[place].text for place in places}) > 1:
            return
        yield from places


def _only_sheet(lines: Sequence[Line], one: Sheet) -> set[int]:
    """The edges of a page on a single sheet: its address with "1/1" at the end, and the date at the top."""
    if "://" not in one.around or one.place != len(lines) - 1:
        return set()
    top = {0} if _PRINTED.match(lines[0].raw.strip()) else set()
    return {one.place, *top}


def sheet_edges(lines: Sequence[Line], starts: Sequence[int]) -> set[int]:
    """The places of running headers, footers and page numbers in a text whose sheets begin at the lines
    numbered ``starts``, by its form feeds, as that of a PDF.

    An edge is a line that a sheet nearby repeats, or that counts the sheets. "Chapter 3" at the top of a
    sheet may be a heading, and is no edge if no sentence goes on from one sheet to the next.
    """
    if not lines or not starts or len(starts) > _MOST_SHEETS:
        return set()
    numbers = [line.number for line in lines]
    firsts = sorted({0, *(bisect_left(numbers, start) for start in starts)} - {len(lines)})
    sheets = [range(first, end) for first, end in pairwise([*firsts, len(lines)])]
    headers = {place for place in firsts[1:] if _looks_like_header(lines, place)}
    feet = [sheet[::-1] for sheet in sheets]
    found = {*_from_edge(lines, sheets, headers), *_from_edge(lines, feet, set())}
    if not _goes_on_over(lines, sheets, found):
        found.difference_update(first for first in firsts if _NUMBERED_NAME.fullmatch(lines[first].text))
    return found


def _from_edge(lines: Sequence[Line], sheets: Sequence[range], headers: set[int]) -> Iterator[int]:
    """The places of the lines, from one edge of each sheet inwards, that come back or are ``headers``, up to
    the first that is neither; ``sheets`` has the places of lines in that order."""
    open_sheets = list(range(len(sheets)))
    for away in range(_MOST_LINES):
        at = {sheet: sheets[sheet][away] for sheet in open_sheets if away < len(sheets[sheet])}
        open_sheets = [
            sheet for sheet, place in at.items() if place in headers or _comes_back(lines, at, sheet)
        ]
        yield from (at[sheet] for sheet in open_sheets)


def _goes_on_over(lines: Sequence[Line], sheets: Sequence[range], edges: set[int]) -> bool:
    """Whether a sentence goes on from one sheet to the next, ``edges`` aside."""
    bodies = ([place for place in sheet if place not in edges] for sheet in sheets)
    shown = [(lines[body[0]].text, lines[body[-1]].text) for body in bodies if body]
    return any(goes_on(last) and not first[0].isupper() for (_, last), (first, _) in pairwise(shown))


def _looks_like_header(lines: Sequence[Line], place: int) -> bool:
    """Whether the first line of a sheet has pieces far apart and a blank line below, if no other sheet has
    it."""
    is_apart = place + 1 < len(lines) and lines[place + 1].gap > 0
    return is_apart and _FAR_APART.search(lines[place].raw) is not None


def _comes_back(lines: Sequence[Line], at: Mapping[int, int], sheet: int) -> bool:
    """Whether the line ``at`` the edge of a sheet is repeated by a sheet nearby, or counts on from its line.
    The first sheet's line is no edge if it is merely repeated: it may be the headline."""
    text = lines[at[sheet]].text
    if len(text) > _WIDEST:
        return False
    shape, numbers = _NUMBER.sub("0", text), list(map(int, _NUMBER.findall(text)))
    for step in _NEAR:
        other = lines[at[sheet + step]].text if sheet + step in at else ""
        if not other or _NUMBER.sub("0", other) != shape:
            continue
        pairs = zip(numbers, map(int, _NUMBER.findall(other)), strict=True)
        if any(theirs - ours == step for ours, theirs in pairs):
            return True
        if text == other and sheet and any(map(str.isalpha, text)):
            return True
    return False


def printed_record(edges: Sequence[Line]) -> tuple[str, str | None]:
    """The title and the address that a browser prints above and below each sheet; "" and None where it prints
    none, or a truncated one. ``edges`` are the lines of headers and footers."""
    title, url = "", None
    for raw in (piece for line in edges for piece in _APART.split(line.raw.strip())):
        piece = _BEFORE_TITLE.sub("", raw)
        if "://" in piece:
            url = url or (piece if _ADDRESS.match(piece) and not piece.endswith(_CUT) else None)
        elif not title and LETTER.search(piece) and not _is_of_print(piece) and not piece.endswith(_CUT):
            title = piece
    return title, url


def _is_of_print(piece: str) -> bool:
    counts = len(piece) <= _LONGEST_NUMBER and _NUMBERED.search(piece) is not None
    return counts or _PRINT.search(piece) is not None
