"""Hard-wrapped paragraphs: at which column a page was wrapped, and which lines belong together.

A line of a wrapped paragraph ends where it does because the first word of the next line did not fit.
So for width W: ``columns(line) + 1 + columns(first word of the next line) > W``. Lines of menus, verse
and one-line paragraphs do not have this property, which is what keeps them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.read.text_lines import Line, columns
from articlex.read.text_scripts import first_unit, is_unspaced, may_be_cut
from articlex.regex import regex

#: Widths that pages are wrapped at: from a newspaper column to a wide terminal.
NARROWEST = 34
WIDEST = 136
#: Widths that are tried on a page, widest first.
CANDIDATES = 12
#: The lines that speak for a width are this close to it.
NEAR = 10

#: A line counts as full from this share of the width on.
LONG = 0.8
#: Pairs of lines that must show the wrap, and the share of those that could.
MIN_PAIRS = 3
LINES_PER_PAIR = 80
MIN_SHARE = 0.6
#: Lines that could have been broken and are longer than the width, for each pair that shows it.
MAX_OVERLONG = 0.5
#: Lines of a run that is a wrapped paragraph by itself, on a page that is not wrapped as a whole.
MIN_RUN = 4
#: Text wrapped by hand keeps to the width less closely: down to this share if the sentence goes on.
LOOSE = 0.8
#: Combining marks that we count differently from the program that wrapped the text.
TOLERANCE = 2

#: Share of the lines that end with punctuation; more of them are verse, or sentences on lines of their own.
MAX_PAUSES = 0.6
PAUSES = frozenset(".,;:!?…—–。、，．！？：；،؛؟।။۔")

#: A row of columns says nothing about the wrap.
SPACED_OUT = regex(r"\S[ \t\xa0]{2,}\S.*\S[ \t\xa0]{2,}\S|\S[ \t\xa0]{4,}\S")
BULLETED = regex(r"(?:[*+•◦▪▫■□●○◆☆★-]|\d{1,3}[.)]|\[.?\])(?:\s|$)")


class Pair(NamedTuple):
    """Two lines that may belong together: the first one's width, the width needed to add the next unit to
    it, whether its sentence visibly goes on, and whether it ends with punctuation."""

    width: int
    needed: int
    runs_on: bool
    pauses: bool


def flows(line: Line, following: Line, width: int) -> bool:
    """Whether ``line`` ends where it does because ``following`` did not fit into ``width`` columns."""
    if following.gap or not width or line.width > width + TOLERANCE:
        return False
    return _shows(_pair(line, following), width)


def _pair(line: Line, following: Line) -> Pair:
    last, text = line.text[-1], following.text
    space = 0 if is_unspaced(text[0]) and is_unspaced(last) else 1
    needed = line.width + space + columns(first_unit(following.raw.lstrip()))
    return Pair(line.width, needed, text[0].islower() and (last.isalnum() or last == ","), last in PAUSES)


def _shows(pair: Pair, width: int) -> bool:
    return pair.needed > width or (pair.runs_on and pair.width >= LOOSE * width)


def wrap_widths(lines: Sequence[Line]) -> list[int]:
    """For each line the width that its paragraph is wrapped at, 0 where nothing is wrapped."""
    page = page_width(lines) if any(line.gap for line in lines[1:]) else 0
    widths = [page if line.width <= page + TOLERANCE else 0 for line in lines]
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or lines[end].gap or lines[end].indent != lines[end - 1].indent:
            local = _run_width(lines, start, end)
            if local and (local < page - 4 or not page):
                widths[start:end] = [local] * (end - start)
            start = end
    return widths


def page_width(lines: Sequence[Line]) -> int:
    """The width that the page as a whole is wrapped at, 0 if it is not."""
    counts = [0] * (WIDEST + 1)
    overlong = 0
    for line in lines:
        if "://" in line.text and not _breakable(line):
            continue
        if line.width <= WIDEST:
            counts[line.width] += 1
        elif _breakable(line):
            overlong += 1
    candidates: list[tuple[int, int]] = []
    for width in range(WIDEST, NARROWEST - 1, -1):
        near = sum(counts[width - NEAR + 1 : width + 1])
        if counts[width] and near >= MIN_PAIRS and near > overlong and len(candidates) < CANDIDATES:
            candidates.append((width, overlong))
        overlong += counts[width]
    pairs = _telling_pairs(lines) if candidates else []
    shown, width = max((_evidence(pairs, width, longer), width) for width, longer in [*candidates, (0, 0)])
    return width if shown * LINES_PER_PAIR >= len(lines) else 0


def _breakable(line: Line) -> bool:
    """Whether a program that wraps would have broken the line: it is not one long word or address."""
    return line.width - max(map(len, line.text.split())) >= NARROWEST // 2


def _telling_pairs(lines: Sequence[Line]) -> list[Pair]:
    return [
        _pair(line, following)
        for line, following in pairwise(lines)
        if not following.gap
        and LONG * NARROWEST <= line.width <= WIDEST
        and line.indent == following.indent
        and not BULLETED.match(following.text)
        and not SPACED_OUT.search(line.raw)
    ]


def _evidence(pairs: Sequence[Pair], width: int, overlong: int) -> int:
    """How many pairs of lines show that the page is wrapped at ``width``; 0 if that is not so."""
    possible = [pair for pair in pairs if LONG * width <= pair.width <= width]
    shown = sum(_shows(pair, width) for pair in possible)
    if shown < MIN_PAIRS or shown < MIN_SHARE * len(possible) or overlong > MAX_OVERLONG * shown:
        return 0
    return shown if sum(pair.pauses for pair in possible) <= MAX_PAUSES * len(possible) else 0


def _run_width(lines: Sequence[Line], start: int, end: int) -> int:
    """The width of a run of lines without blank line that is one wrapped paragraph by itself, else 0."""
    if end - start < MIN_RUN:
        return 0
    width = max(line.width for line in lines[start:end])
    if not NARROWEST <= width <= WIDEST:
        return 0
    run = lines[start:end]
    if any(SPACED_OUT.search(line.raw) for line in run) or not all(
        flows(*pair, width) for pair in pairwise(run)
    ):
        return 0
    return width if sum(line.text[-1] in PAUSES for line in run) <= MAX_PAUSES * len(run) else 0


def join(lines: Sequence[Line], width: int) -> str:
    """The text of a paragraph wrapped at ``width`` columns, on one line."""
    if len(lines) == 1:
        return lines[0].text
    pieces = [lines[0].text]
    for previous, line in pairwise(lines):
        if previous.text.endswith("\u2010"):
            pieces[-1] = pieces[-1].removesuffix("\u2010")
        else:
            pieces.append(_between(previous, line, width))
        pieces.append(line.text)
    return "".join(pieces)


def _between(line: Line, following: Line, width: int) -> str:
    last, first = line.text[-1], following.text[0]
    if is_unspaced(last) and is_unspaced(first):
        return ""
    if last == "-" and line.text[-2:-1].isalpha() and first.islower():
        return ""
    if line.width >= width - 1 and may_be_cut(last) and may_be_cut(first):
        return ""
    return " "
