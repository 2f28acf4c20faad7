"""Sentences whose links, emphasis and code are on lines of their own: whether a page has them, and where.

BeautifulSoup's ``get_text("\\n")`` prints a line for each text node, three for ``he told <a>Le Monde</a>, a
daily``. No paragraph begins with a comma, and if the page's white space is kept, lines end or begin with the
space before or behind a link: a page that shows this often enough was flattened this way.
``get_text("\\n", strip=True)`` removes these spaces and all blank lines, and leaves only the punctuation.

Thresholds were swept on the line breaks of 336 pages of all corpora, flattened in both ways; the HTML says
whether a break separates two blocks. Of the breaks taken for inline ones 94 % are (strip: 89 %). Of the
article's paragraphs that are whole only if all inline breaks are known, 74 % are found (strip: 50 %).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.read.text.lines import Line
from articlex.read.text.parted.breaks import (
    CLOSING,
    OPENING,
    QUOTES,
    Break,
    Signs,
    last_sign,
    line_breaks,
    signs_of,
)
from articlex.read.text.parted.sentences import LABEL, PROSE, SOME, Flat, is_labelled, joined_lines
from articlex.read.text.scripts import words_in_line
from articlex.read.text.wrapping.spacing import without_margin
from articlex.regex import regex

#: How a line begins that cannot be the first line of anything; in code no space follows such a character.
GOING_ON = regex(r"(?:[,.;:!?…،؛؟]|[’']s)(?:\s|$)|[」』）】]?[。、，；：！？।॥]")

#: Fewest breaks that must show that the page was flattened this way: in all, one for so many lines, and so
#: many for each break of a wrapped line; one before a comma counts for one and a half. With 2, 3 and 4
#: breaks, lines are joined on 21, 17 and 15 of 2,016 pages flattened by other programs, nearly all in code,
#: and 6,063, 6,060 and 6,058 paragraphs are whole; with 50, 100 and 200 lines on 9, 17 and 24 pages, and
#: 5,634, 5,730 and 5,741 paragraphs of stripped pages are whole.
MIN_SHOWN = 3
CLOSED = 1.5
LINES_PER_BREAK = 100
PER_WRAPPED = 0.1


class Sentences(NamedTuple):
    """The places of the lines that continue the sentence of the line above, and what is needed to join them:
    the page's opening and closing characters, and whether its white space is ``kept``."""

    going_on: frozenset[int] = frozenset()
    signs: Signs = Signs(OPENING, CLOSING)
    kept: bool = False


def parted_sentences(lines: Sequence[Line], widths: Sequence[int]) -> Sentences:
    """The sentences of a page that were split at links and emphasis; empty unless the page shows that it was
    flattened this way. ``widths`` are those at which its lines are wrapped."""
    least = max(MIN_SHOWN, len(lines) / LINES_PER_BREAK)
    if min((line.indent for line in lines), default=0) == 1:
        lines = without_margin(lines)  # the blank before each line is none before a link
    if _cannot_show(lines):
        return Sentences()
    if _most_shown(lines) < least:
        return Sentences(_around_links(lines), kept=True)
    signs = signs_of(lines)
    breaks = line_breaks(lines, widths, signs)
    shown = sum(_shows(break_, *pair) for break_, pair in zip(breaks, pairwise(lines), strict=True))
    labels = _labels_shown(lines, breaks)
    shown += labels
    wrapped = sum(break_.flows for break_ in breaks)
    if shown < max(least, PER_WRAPPED * wrapped):
        return Sentences(_around_links(lines), signs, kept=True)
    words = [words_in_line(line.text) for line in lines]
    kept = labels >= MIN_SHOWN or any(line.open for line in lines)
    tight = 2 * sum(not break_.gap for break_ in breaks) <= len(breaks)
    found = joined_lines(Flat(lines, breaks, words, kept, tight))
    for place in range(len(lines) - 1, 0, -1):
        if place in found and place + 1 not in found and _dangles(lines[place], breaks[place - 1]):
            found.discard(place)
    return Sentences(frozenset(found), signs, kept)


def _around_links(lines: Sequence[Line]) -> frozenset[int]:
    """The places of links inside a sentence, and of what follows them, on a page that has too few to show how
    it was flattened: a line of prose that begins a paragraph and ends with the space before its link, the
    short line of the link, and a line that goes on in small letters to the end of a sentence."""
    found: set[int] = set()
    for place, (before, link, after) in enumerate(zip(lines, lines[1:], lines[2:], strict=False), 1):
        if not before.open or link.gap or after.gap or not after.text[0].islower():
            continue
        begins = before.gap > 0 or place - 1 in found
        if begins and not _ends(before) and (_ends(after) or after.open) and _is_link(before, link):
            found |= {place, place + 1}
    return frozenset(found)


def _ends(line: Line) -> bool:
    sign = last_sign(line.text)
    return sign in SENTENCE_ENDS or sign in COLONS


def _is_link(before: Line, line: Line) -> bool:
    """Whether a line is short, and the line of prose before it longer."""
    return words_in_line(line.text) <= SOME < words_in_line(before.text)


def _cannot_show(lines: Sequence[Line]) -> bool:
    """Whether hardly any line looks like a piece of a sentence, as on nearly all pages."""
    telling = 0
    for line in lines:
        if line.open or line.indent == 1 or line.text[0] in CLOSING:
            telling += 1
            if telling >= MIN_SHOWN / CLOSED:
                return False
    return True


def _most_shown(lines: Sequence[Line]) -> float:
    """An upper bound of what breaks and labels show, in a twentieth of the time. It is too little on four of
    five pages that :func:`_cannot_show` lets pass."""
    shown = 0.0
    for line, following in pairwise(lines):
        if following.gap:
            continue
        first, indented = following.text[0], following.indent == 1
        if not first.isalnum() and GOING_ON.match(following.text):
            shown += CLOSED
        elif (line.open or indented) and first.isalpha() and not first.isupper():
            shown += 1
        shown += indented and line.indent == 0 and not line.open and line.text.count(" ") < LABEL
    return shown


def _shows(break_: Break, line: Line, following: Line) -> float:
    """How much a break speaks for a page that was flattened this way."""
    last, first = line.text[-1], following.text[0]
    if break_.gap or break_.ended or break_.colon or break_.flows:
        return 0
    inside = last.isalnum() or last in QUOTES
    if inside and GOING_ON.match(following.text):
        return CLOSED
    return break_.sure and (inside or last == ",") and first.isalpha() and not first.isupper()


def _labels_shown(lines: Sequence[Line], breaks: Sequence[Break]) -> int:
    """How often a repeated label ("P.", "R.") is followed by a line that begins with the space behind it."""
    found = [line.text for place, line in enumerate(lines[:-1], 1) if is_labelled(lines, breaks, place)]
    return sum(times for times in Counter(found).values() if times > 1)


def _dangles(line: Line, break_: Break) -> bool:
    """Whether the last line of a sentence was joined for its small letter, or what followed, alone, and does
    not end one: it may be a byline below a headline."""
    if break_.closes or break_.flows or break_.uncased or break_.blank:
        return False
    return not _ends(line) and (words_in_line(line.text) <= PROSE or not break_.goes_on)
