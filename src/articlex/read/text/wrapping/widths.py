"""At which columns a page may have been wrapped: its widths, and how many lines have each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlex.read.text.headings import RULE
from articlex.read.text.lines import Line
from articlex.read.text.scripts import is_hangul, may_be_cut
from articlex.regex import regex

#: Widths that pages are wrapped at: from a newspaper column to a terminal as wide as a screen. What shows
#: more than the second of the widest ones has to go on from line to line: else lines that are blocks are
#: joined on nine of 500 pages of the corpora, flattened seven ways.
NARROWEST = 34
WIDEST, WIDE = 250, 136
#: Widths that are tried on a page, widest first.
CANDIDATES = 12
#: The lines that speak for a width are this close to it.
NEAR = 10

#: Pairs of lines that must show the wrap.
MIN_PAIRS = 3
#: html2text leaves an item of a list on one line, however long; its width is 78.
ITEMS_WIDTH = 60

#: Programs wrap at so many columns or fewer unless they are told.
USUAL = 80
BULLETED = regex(r"(?:[*+•◦▪▫■□●○◆☆★▢❏❐❑❒▶►▸➔➜➤→❖✓✔✅\uf020-\uf0ff-]|\d{1,3}[.)-]|\[.?\])(?:\s|$)")


class Widths(NamedTuple):
    """How many lines have each width, the longer ones counted as one width beyond the widest: all that tell,
    and those that a program could have broken, items of lists apart."""

    all: list[int]
    broken: list[int]
    items: list[int]


def widths_of(lines: Sequence[Line]) -> Widths:
    """How many of the lines have each width, without those that say nothing of where a page was wrapped."""
    widths = Widths([0] * (WIDEST + 2), [0] * (WIDEST + 2), [0] * (WIDEST + 2))
    all_lines, broken, items = widths
    for line in lines:
        text, width = line.text, line.width
        if "://" in text and not is_breakable(line):
            continue
        if not text[0].isalnum() and RULE.match(text):
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
    """The widest of the wide and of the usual widths that may be the page's, each with how many lines are
    longer."""
    found = list(_possible(widths, narrowest))
    wide = [candidate for candidate in found if candidate[0] > WIDE]
    return [*wide[:CANDIDATES], *found[len(wide) :][:CANDIDATES]]


def _possible(widths: Widths, narrowest: int) -> Iterator[tuple[int, int]]:
    """The widths with more lines close to them than there are longer ones, widest first, and how many are."""
    overlong, overlong_items = widths.broken[-1], widths.items[-1]
    for width in [width for width in range(WIDEST, narrowest - 1, -1) if widths.all[width]]:
        longer = overlong + (overlong_items if width < ITEMS_WIDTH else 0)
        near = sum(widths.all[width - NEAR + 1 : width + 1])
        if near >= MIN_PAIRS and near > longer:
            yield width, longer
        overlong += widths.broken[width]
        overlong_items += widths.items[width]


def widest(widths: Widths) -> int:
    """The width of the longest line that could have been broken; 0 if there is none.

    An item of a list may be on one line, however long.
    """
    for width in range(WIDEST + 1, 0, -1):
        if widths.broken[width] or (widths.items[width] and width <= USUAL):
            return width
    return 0


def is_one_phrase(line: Line) -> bool:
    """Whether nothing in ``line`` can be broken, in a script that has a space between phrases alone."""
    return may_be_cut(line.text[-1]) and not is_hangul(line.text[-1]) and " " not in line.text


def is_bulleted(line: Line) -> bool:
    """Whether a line begins with a sign before an item; one that begins with a letter is not asked."""
    return not line.text[0].isalpha() and BULLETED.match(line.text) is not None


def is_breakable(line: Line) -> bool:
    """Whether a program that wraps would have broken the line: it is not one long word or address."""
    text, most = line.text, line.width - NARROWEST // 2
    # Most lines are told by a blank in their middle, with no word on either side that is too long.
    blank = text.find(" ", NARROWEST // 2, most + 1)
    if blank > 0 and len(text) - blank - 1 <= most:
        return True
    return line.width - max(map(len, line.text.split())) >= NARROWEST // 2
