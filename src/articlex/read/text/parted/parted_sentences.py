"""Sentences whose links, emphasis and code stand on lines of their own: whether a page has them, and which.

BeautifulSoup's ``get_text("\\n")`` prints a line for each text node, so ``he told <a>Le Monde</a>, a daily``
takes three. No paragraph begins with a comma, and where the white space of the page is kept a line ends or
begins with the blank that stood before or behind a link: a page that shows this often enough was flattened
so. ``get_text("\\n", strip=True)`` takes blanks and blank lines away and leaves the punctuation alone.

Thresholds were swept on the line breaks of 336 pages of all corpora, flattened in both ways, of which the
HTML says whether they part two blocks. Of the breaks that are taken for inline 94 % are (strip: 89 %); of
the article's paragraphs that are whole when every inline break is known, and not without, 74 % are (strip:
50 %).
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
from articlex.read.text.parted.sentences import LABEL, PROSE, Flat, is_labelled, joined_lines, words_in_line
from articlex.regex import regex

#: How a line begins that cannot be the first one of anything; signs of programs have no blank behind them.
GOING_ON = regex(r"(?:[,.;:!?…،؛؟]|[’']s)(?:\s|$)|[」』）】]?[。、，；：！？।॥]")

#: Breaks that must show that the page was flattened so, at least one on so many lines, and so many for each
#: break of a wrapped line; a line that begins with a comma counts for one and a half. With 2, 3 and 4 breaks
#: 21, 17 and 15 of 2,016 pages flattened by other programs have lines joined, nearly all of them code, and
#: 6,063, 6,060 and 6,058 paragraphs are whole; with 50, 100 and 200 lines 9, 17 and 24 pages, and stripped
#: 5,634, 5,730 and 5,741 paragraphs.
MIN_SHOWN = 3
CLOSED = 1.5
LINES_PER_BREAK = 100
PER_WRAPPED = 0.1


class Sentences(NamedTuple):
    """The places of the lines that go on with the sentence of the line above, and how such lines are joined:
    the signs of the page, and whether its white space is ``kept``."""

    going_on: frozenset[int] = frozenset()
    signs: Signs = Signs(OPENING, CLOSING)
    kept: bool = False


def parted_sentences(lines: Sequence[Line], widths: Sequence[int]) -> Sentences:
    """The sentences of the page whose links and emphasis stand on lines of their own."""
    least = max(MIN_SHOWN, len(lines) / LINES_PER_BREAK)
    if _cannot_show(lines) or _most_shown(lines) < least:
        return Sentences()
    signs = signs_of(lines)
    breaks = line_breaks(lines, widths, signs)
    shown = sum(_shows(break_, *pair) for break_, pair in zip(breaks, pairwise(lines), strict=True))
    labels = _labels_shown(lines, breaks)
    shown += labels
    wrapped = sum(break_.flows for break_ in breaks)
    if shown < max(least, PER_WRAPPED * wrapped):
        return Sentences()
    words = [words_in_line(line.text) for line in lines]
    kept = labels >= MIN_SHOWN or any(line.open for line in lines)
    tight = 2 * sum(not break_.gap for break_ in breaks) <= len(breaks)
    found = joined_lines(Flat(lines, breaks, words, kept, tight))
    for place in range(len(lines) - 1, 0, -1):
        if place in found and place + 1 not in found and _dangles(lines[place], breaks[place - 1]):
            found.discard(place)
    return Sentences(frozenset(found), signs, kept)


def _cannot_show(lines: Sequence[Line]) -> bool:
    """Whether hardly a line looks as if it were part of a sentence, which is how nearly all pages are."""
    telling = 0
    for line in lines:
        if line.open or line.indent == 1 or line.text[0] in CLOSING:
            telling += 1
            if telling >= MIN_SHOWN / CLOSED:
                return False
    return True


def _most_shown(lines: Sequence[Line]) -> float:
    """What the breaks and labels show at most, by what is asked of their two lines first. Of the pages on
    which lines look so four in five show too little, whatever else is asked in twenty times as long."""
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
    """What the break says for a page that was flattened so."""
    last, first = line.text[-1], following.text[0]
    if break_.gap or break_.ended or break_.colon or break_.flows:
        return 0
    inside = last.isalnum() or last in QUOTES
    if inside and GOING_ON.match(following.text):
        return CLOSED
    return break_.sure and (inside or last == ",") and first.isalpha() and not first.isupper()


def _labels_shown(lines: Sequence[Line], breaks: Sequence[Break]) -> int:
    """How many labels that come back ("P.", "R.") have a blank behind them that begins the next line."""
    found = [line.text for place, line in enumerate(lines[:-1], 1) if is_labelled(lines, breaks, place)]
    return sum(times for times in Counter(found).values() if times > 1)


def _dangles(line: Line, break_: Break) -> bool:
    """Whether nothing but a small letter or what follows spoke for a line that turned out to be the last one,
    without the end of a sentence: a byline below a headline."""
    if break_.closes or break_.flows or break_.uncased or break_.blank:
        return False
    ends = last_sign(line.text)
    return (
        ends not in SENTENCE_ENDS
        and ends not in COLONS
        and (words_in_line(line.text) <= PROSE or not break_.goes_on)
    )
