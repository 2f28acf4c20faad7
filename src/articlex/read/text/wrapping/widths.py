"""Widths at which a page may have been wrapped, and how many lines have each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from articlex.read.text.headings import RULE, RULE_SIGNS
from articlex.read.text.lines import Line
from articlex.read.text.scripts import is_hangul, may_be_cut
from articlex.regex import regex

#: Pages are wrapped at widths from that of a newspaper column to that of a terminal as wide as a screen. On a
#: page wider than WIDE sentences must go on from line to line: else lines that are blocks are joined on nine
#: of 500 pages of the corpora, flattened seven ways.
NARROWEST = 34
WIDEST, WIDE = 250, 136
#: How many widths are tried on a page, widest first.
_CANDIDATES = 12
#: Only lines this close to a width speak for it.
_NEAR = 10

#: Fewest pairs of lines that show the width.
MIN_PAIRS = 3
#: Overlong list items count against widths below this one: html2text, whose width is 78, never wraps an item.
_ITEMS_WIDTH = 60

#: The widest default of programs that wrap.
USUAL = 80
BULLETED = regex(r"(?:[*+•◦▪▫■□●○◆☆★▢❏❐❑❒▶►▸➔➜➤→❖✓✔✅\uf020-\uf0ff-]|\d{1,3}[.)-]|\[.?\])(?:\s|$)")


class Widths(NamedTuple):
    """How many lines have each width, lines wider than WIDEST under one more: ``all`` lines; of those that
    could have been ``broken``, those that are no list items; and those that are ``items``."""

    all: list[int]
    broken: list[int]
    items: list[int]


def widths_of(lines: Sequence[Line]) -> Widths:
    """How many of the lines have each width, without those that show nothing of a page's width."""
    widths = Widths([0] * (WIDEST + 2), [0] * (WIDEST + 2), [0] * (WIDEST + 2))
    all_lines, broken, items = widths
    for line in lines:
        text, width = line.text, line.width
        if "://" in text and not is_breakable(line):
            continue
        if text[0] in RULE_SIGNS and RULE.match(text):
            continue
        if width > WIDEST:
            width, may_be_broken = WIDEST + 1, is_breakable(line)
        else:
            may_be_broken = " " in text or not is_one_phrase(line)
        all_lines[width] += 1
        if may_be_broken:
            (items if not text[0].isalpha() and is_bulleted(line) else broken)[width] += 1
    return widths


def candidates(widths: Widths, narrowest: int) -> list[tuple[int, int]]:
    """Widths that the page may have, the widest ones above WIDE and the widest others, each with the number
    of lines that are longer."""
    found = list(_possible(widths, narrowest))
    wide = [candidate for candidate in found if candidate[0] > WIDE]
    return [*wide[:_CANDIDATES], *found[len(wide) :][:_CANDIDATES]]


def _possible(widths: Widths, narrowest: int) -> Iterator[tuple[int, int]]:
    """The widths with more lines close to them than longer ones, widest first, and how many are longer."""
    overlong, overlong_items = widths.broken[-1], widths.items[-1]
    found = [*compress(range(narrowest, WIDEST + 1), widths.all[narrowest:])]
    for width in reversed(found):
        longer = overlong + (overlong_items if width < _ITEMS_WIDTH else 0)
        near = sum(widths.all[width - _NEAR + 1 : width + 1])
        if near >= MIN_PAIRS and near > longer:
            yield width, longer
        overlong += widths.broken[width]
        overlong_items += widths.items[width]


def widest(widths: Widths) -> int:
    """The width of the longest line that could have been broken, 0 if there is none; list items count only up
    to USUAL, as some programs never wrap them."""
    for width in range(WIDEST + 1, 0, -1):
        if widths.broken[width] or (widths.items[width] and width <= USUAL):
            return width
    return 0


def is_one_phrase(line: Line) -> bool:
    """Whether ``line`` is one phrase of a script with spaces only between phrases, such as Thai."""
    return may_be_cut(line.text[-1]) and not is_hangul(line.text[-1]) and " " not in line.text


def is_bulleted(line: Line) -> bool:
    """Whether a line begins with a bullet, number or checkbox."""
    return not line.text[0].isalpha() and BULLETED.match(line.text) is not None


def is_breakable(line: Line) -> bool:
    """Whether a program that wraps would have broken the line: it is not mostly one long word or address."""
    text, most = line.text, line.width - NARROWEST // 2
    # Most lines have a space in their middle, and so no word that is too long on either side.
    blank = text.find(" ", NARROWEST // 2, most + 1)
    if blank > 0 and len(text) - blank - 1 <= most:
        return True
    return line.width - max(map(len, line.text.split())) >= NARROWEST // 2
