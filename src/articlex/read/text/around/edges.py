"""The edges of a printed page: what a browser sets above and below each sheet of a page that it prints.

There are a day, the page's title, its address and "2/5". In the text of such a print they stand between the
sheets, in the middle of a paragraph as often as not, and the day is the one on which somebody printed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.read.text.lines import Line, goes_on
from articlex.read.text.wrapping.paragraphs import LONG, page_width
from articlex.regex import regex

#: "2/5", "2 of 5", "第2页，共5页", but no part of a day, a clock time or a version.
NUMBERED = regex(r"(?<![\d./:\-])(\d{1,3})([^\d\n]{1,6})(\d{1,3})(?![\d./:\-])")
_WIDEST = 300
#: Lines above the first and below the last number of a sheet, and lines of one edge.
_MARGIN, _MOST_LINES = 4, 4
_MOST_SHEETS = 500
#: What stands above the only sheet of a short page: a day and a clock time, then the title or nothing.
_PRINTED = regex(
    r"\d{1,4}[./\-年]\d{1,2}[./\-月]\d{1,4}日?,? \d{1,2}:\d\d(?: ?[AaPp]\.?[Mm]\.?)?(?: {2,}\S|\Z)"
)
#: White space between the pieces of a running head.
_FAR_APART = regex(r"\S[ \t]{4,}\S")
#: Numbers in a line at the edge of a sheet; sheets that have the same edge, as left and right ones do.
_NUMBER = regex(r"\d{1,4}")
_NEAR = (-2, -1, 1, 2)
#: "Chapter 3", "Capítulo 3", "第3章".
_NUMBERED_NAME = regex(r"[^\W\d_]{1,20}+ ?\d{1,3}[^\W\d_]?")

#: "12", "- 12 -", "Page 12", "12/30" alone; sheets of the shortest text of them, and the share of those over
#: whose edge a sentence goes on.
_PAGE_NUMBER = regex(r"\W{0,3}(?:[^\W\d_]{1,12}\.? )?(\d{1,4})(?: ?(?:/|[^\W\d_]{1,5}) ?\d{1,4})?\W{0,3}")
_LONGEST_NUMBER, _LEAST_SHEETS, _GOING_ON = 30, 2, 0.2
#: Lines of the shortest sheet, blank ones too.
_SHORTEST_SHEET = 15


class Sheet(NamedTuple):
    """A line with the number of a sheet: what is around the number, the number, and how many there are."""

    place: int
    around: str
    number: int
    total: int


def page_edges(lines: Sequence[Line]) -> set[int]:
    """The places of the lines that are edges of printed sheets; none where the evidence is not complete."""
    if not lines:
        return set()
    tails = [sheet for sheet in map(_sheet, range(len(lines))[-_MARGIN:], lines[-_MARGIN:]) if sheet]
    heads = [sheet for sheet in map(_sheet, range(_MARGIN), lines[:_MARGIN]) if sheet]
    for last in tails:
        if last.number == last.total and (found := _edges(lines, last, at_foot=True)):
            return found
    for first in heads:
        if first.number == 1 < first.total and (found := _edges(lines, first, at_foot=False)):
            return found
    return set()


def without_edges(lines: Sequence[Line], edges: set[int]) -> list[Line]:
    """``lines`` without those at ``edges``; a paragraph that goes on over an edge has no gap there."""
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
    """The sheet that a line counts, "3/12", with what stands around its number."""
    text = line.text
    if len(text) > _WIDEST:
        return None
    for found in NUMBERED.finditer(text):
        number, total = int(found[1]), int(found[3])
        if 1 <= number <= total <= _MOST_SHEETS:
            around = f"{text[: found.start()]}\n{found[2]}\n{text[found.end() :]}"
            return Sheet(place, around, number, total)
    return None


def _edges(lines: Sequence[Line], one: Sheet, at_foot: bool) -> set[int]:
    """All edges of the sheets of which ``one`` is the last or the first, and what is repeated beside it."""
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
    if not repeated and "://" not in one.around:
        return set()
    return {*places, *repeated}


def _repeated(lines: Sequence[Line], starts: Sequence[int], step: int) -> Iterator[int]:
    """The places of lines that are the same from all ``starts`` on, in one direction."""
    for away in range(0, _MOST_LINES * step, step):
        places = [start + away for start in starts]
        if not all(0 <= place < len(lines) for place in places):
            return
        if len({lines[place].text for place in places}) > 1:
            return
        yield from places


def _only_sheet(lines: Sequence[Line], one: Sheet) -> set[int]:
    """The edges of a page that is printed on one sheet: its address with "1/1", and the day above it."""
    if "://" not in one.around or one.place != len(lines) - 1:
        return set()
    top = {0} if _PRINTED.match(lines[0].raw.strip()) else set()
    return {one.place, *top}


def sheet_edges(lines: Sequence[Line], starts: Sequence[int]) -> set[int]:
    """The places of running heads and page numbers, in a text whose sheets begin at the lines numbered
    ``starts``, as that of a PDF has form feeds: what comes back at the edge of a sheet near, or counts the
    sheets. Words that count them at their heads may be the names of chapters, if no text goes on over one."""
    if not lines or not starts or len(starts) > _MOST_SHEETS:
        return set()
    numbers = [line.number for line in lines]
    firsts = sorted({0, *(bisect_left(numbers, start) for start in starts)} - {len(lines)})
    sheets = list(zip(firsts, [*firsts[1:], len(lines)], strict=True))
    found: set[int] = set()
    for from_top in (True, False):
        open_sheets = list(range(len(sheets)))
        for away in range(_MOST_LINES):
            at = {
                sheet: sheets[sheet][0] + away if from_top else sheets[sheet][1] - 1 - away
                for sheet in open_sheets
                if sheets[sheet][1] - sheets[sheet][0] > away
            }
            edges = [sheet for sheet in at if _comes_back(lines, at, sheet)]
            if from_top and not away:
                edges += [
                    sheet for sheet in at if sheet and sheet not in edges and _is_head(lines, at[sheet])
                ]
            found.update(at[sheet] for sheet in edges)
            open_sheets = edges
    if not _goes_on_over(lines, sheets, found):
        found.difference_update({first for first, _ in sheets if _NUMBERED_NAME.fullmatch(lines[first].text)})
    return found


def _goes_on_over(lines: Sequence[Line], sheets: Sequence[tuple[int, int]], edges: set[int]) -> bool:
    """Whether a sentence goes on from one sheet to the next, beside their ``edges``."""
    bodies = ([place for place in range(*sheet) if place not in edges] for sheet in sheets)
    shown = [(lines[body[0]].text, lines[body[-1]].text) for body in bodies if body]
    return any(goes_on(last) and not first[0].isupper() for (_, last), (first, _) in pairwise(shown))


def numbered_edges(lines: Sequence[Line]) -> set[int]:
    """The places of page numbers that stand alone in a text without form feeds: they count on, and in the
    middle of sentences. Numbers of chapters do not. Right above and below a number there may be the text, and
    a head or foot that comes back at each."""
    found = [
        (place, int(match[1]))
        for place, line in enumerate(lines)
        if len(line.text) <= _LONGEST_NUMBER and (match := _PAGE_NUMBER.fullmatch(line.text))
    ]
    alone = [(place, number) for place, number in found if _stands_alone(lines, place)]
    width = page_width(lines) if len(found) >= _LEAST_SHEETS else 0
    return (_counting(lines, alone, width) or _counting(lines, found, width)) if width else set()


def _counting(lines: Sequence[Line], found: Sequence[tuple[int, int]], width: int) -> set[int]:
    """The places of the numbers ``found`` and of the edges beside them, if they are those of sheets."""
    if len(found) < _LEAST_SHEETS or any(after[1] != before[1] + 1 for before, after in pairwise(found)):
        return set()
    places = [place for place, _ in found]
    above = _beside(lines, [place - 1 for place in places if place], -1)
    below = _beside(lines, [place + 1 for place in places if place + 1 < len(lines)], 1)
    edges = {*places, *above, *below}
    up, down = (len({lines[place].text for place in side}) for side in (above, below))
    inside = sum(_is_inside(lines, place - up - 1, place + down + 1, width) for place, _ in found)
    return edges if inside and inside >= _GOING_ON * len(found) else set()


def _beside(lines: Sequence[Line], starts: Sequence[int], step: int) -> list[int]:
    return list(_repeated(lines, starts, step)) if len(starts) >= _LEAST_SHEETS else []


def _stands_alone(lines: Sequence[Line], place: int) -> bool:
    return lines[place].gap > 0 and (place + 1 == len(lines) or lines[place + 1].gap > 0)


def running_edges(lines: Sequence[Line]) -> set[int]:
    """The places of the feet that count the sheets of a text without form feeds, in pieces far from each
    other ("Aune    Informational    [Page 2]"), and of the heads that come back right below them."""
    feet: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if line.gap and len(line.raw) > len(line.text) and _is_edge(lines, place):
            feet.setdefault(_NUMBER.sub("0", line.text), []).append(place)
    for places in feet.values():
        if len(places) < _LEAST_SHEETS or not _count_sheets(lines, places):
            continue
        heads = [place + 1 for place in places if place + 1 < len(lines)]
        shapes = {_NUMBER.sub("0", lines[head].text) for head in heads}
        return {*places, *heads} if len(shapes) == 1 and _is_edge(lines, heads[0]) else set(places)
    return set()


def _is_edge(lines: Sequence[Line], place: int) -> bool:
    """Whether a line of pieces far from each other stands apart from what is below it."""
    apart = place + 1 == len(lines) or lines[place + 1].gap > 0
    return apart and _FAR_APART.search(lines[place].raw) is not None


def _count_sheets(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether lines that are alike but for their numbers count on by one, each far below the one before."""
    numbers = [list(map(int, _NUMBER.findall(lines[place].text))) for place in places]
    far = all(
        lines[after].number - lines[before].number >= _SHORTEST_SHEET for before, after in pairwise(places)
    )
    return far and all(
        sorted(theirs - ours for ours, theirs in zip(above, below, strict=True))
        == [0] * (len(above) - 1) + [1]
        for above, below in pairwise(numbers)
    )


def _is_inside(lines: Sequence[Line], last: int, first: int, width: int) -> bool:
    """Whether a sentence visibly goes on from the ``last`` line of a sheet to the ``first`` of the next,
    behind a full line of a page wrapped at ``width``."""
    if last < 0 or first >= len(lines) or lines[last].width < LONG * width:
        return False
    return goes_on(lines[last].text) and lines[first].text[0].islower()


def _comes_back(lines: Sequence[Line], at: Mapping[int, int], sheet: int) -> bool:
    """Whether the line of a sheet at one of its edges is that of a sheet near, or counts on from it. On the
    first sheet it may be the headline that all others repeat."""
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


def _is_head(lines: Sequence[Line], place: int) -> bool:
    """Whether the first line of a sheet is one that the last sheet alone has: two pieces far from each other,
    with nothing right below."""
    alone = place + 1 < len(lines) and lines[place + 1].gap > 0
    return alone and _FAR_APART.search(lines[place].raw) is not None
