"""Sentences whose links, emphasis and code are on lines of their own: whether a page has them, and where.

BeautifulSoup's ``get_text("\\n")`` prints a line for each text node, three for ``he told <a>Le Monde</a>, a
daily``. No paragraph begins with a comma, and if the page's white space is kept, lines end or begin with the
space before or behind a link: a page that shows this often enough was flattened this way.
``get_text("\\n", strip=True)`` removes these spaces and all blank lines, and leaves only the punctuation.
Which lines go on is then said by the signs, where these leave no doubt (``sure_breaks``), else by trees
(``learned_breaks``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from articlex.read.text.code.blocks import plain_code
from articlex.read.text.code.signs import may_be_code
from articlex.read.text.lines import Line, breaks_at
from articlex.read.text.parted.breaks import CLOSING, OPENING, Signs, signs_of
from articlex.read.text.parted.learned_breaks import LIKELY, odds_of_going_on
from articlex.read.text.parted.sure_breaks import LABEL, Seen, ends_sentence, surely_goes_on
from articlex.read.text.scripts import words_in_line
from articlex.read.text.wrapping.paragraphs import flows
from articlex.read.text.wrapping.spacing import without_margin
from articlex.regex import regex

#: How a line begins that cannot be the first line of anything; in code no space follows such a character.
_GOING_ON = regex(r"(?:[,.;:!?…،؛؟]|[’']s)(?:\s|$)|[」』）】]?[。、，；：！？।॥]")

#: Fewest breaks that must show that the page was flattened this way, and one for so many lines; one before a
#: comma counts for one and a half.
_MIN_SHOWN = 3
_CLOSED = 1.5
_LINES_PER_BREAK = 100
#: Fewest of these for each break at which a wrapped line is full. With 0.1 and all breaks counted lines of
#: w3m's Chinese are joined; with 0.1 and no full ones word F1 of 1,246 texts by ``get_text()`` is 0.8817,
#: with this, and those with a space before a link, 0.8822.
_PER_WRAPPED = 0.2
#: Largest share of the blocks that end with a space, if such spaces are to mean anything: by inscriptis most
#: do. With it the sum of word F1 of 576 texts by inscriptis is 0.08 higher, and that of 500 by ``get_text()``
#: the same.
_MAX_BLANK = 0.2
#: Most words of a link, and columns of a line of code that is one text node.
_SOME, _WIDEST = 8, 200


class Sentences(NamedTuple):
    """The places of the lines that continue the sentence of the line above, and what is needed to join them:
    the page's opening and closing characters, and whether its white space is ``kept``."""

    going_on: frozenset[int] = frozenset()
    signs: Signs = Signs(OPENING, CLOSING)
    kept: bool = False


def parted_sentences(lines: Sequence[Line], widths: Sequence[int], code: Set[int]) -> Sentences:
    """The sentences of a page that were split at links and emphasis; empty unless the page shows that it was
    flattened this way. ``widths`` are those at which its lines are wrapped, ``code`` has the numbers of lines
    that are code."""
    if min((line.indent for line in lines), default=0) == 1:
        lines = without_margin(lines)  # the blank before each line is none before a link
    if _cannot_show(lines):
        return Sentences()
    if _shown(lines, widths) < max(_MIN_SHOWN, len(lines) / _LINES_PER_BREAK):
        return Sentences(_around_links(lines), kept=True)
    seen = Seen(lines, signs_of(lines), Counter(line.text for line in lines))
    likely = (odds_of_going_on(lines) > LIKELY).tolist()
    found: set[int] = set()
    apart = {place for place, line in enumerate(lines) if line.number in code} | _plain_code(lines)
    for place in range(1, len(lines)):
        if place in apart or place - 1 in apart:
            continue
        goes_on = surely_goes_on(seen, place, place - 1 in found)
        if goes_on or (goes_on is None and likely[place - 1]):
            found.add(place)
    return Sentences(frozenset(found), seen.signs, any(line.open for line in lines))


def _plain_code(lines: Sequence[Line]) -> set[int]:
    """The places of lines of code that is one text node: none has the space beside a link, and none is right
    below text, but perhaps below a label with its language."""
    found: set[int] = set()
    for place, line in enumerate(lines):
        begins = line.gap > 0 or (place > 0 and _is_label(lines[place - 1]))
        if place in found or not begins or not may_be_code(line.text):
            continue
        code = plain_code(lines, place)
        if code:
            end = code.end + (not breaks_at(lines, code.end))
            if not any(map(_is_no_code, lines[place:end])):
                found.update(range(place, code.end))
    return found


def _is_label(line: Line) -> bool:
    """Whether a line is a word or two, below a blank line."""
    return line.gap > 0 and not line.open and line.text.count(" ") < LABEL


def _is_no_code(line: Line) -> bool:
    """Whether a line stands beside a link, or is too long for code, as those of a page that is printed to be
    copied into another."""
    return line.width > _WIDEST or line.open or line.indent == 1 or _GOING_ON.match(line.text) is not None


def _around_links(lines: Sequence[Line]) -> frozenset[int]:
    """The places of links inside a sentence, and of what follows them, on a page that has too few to show how
    it was flattened: a line of prose that begins a paragraph and ends with the space before its link, the
    short line of the link, and a line that goes on in small letters to the end of a sentence."""
    found: set[int] = set()
    for place, (before, link, after) in enumerate(zip(lines, lines[1:], lines[2:], strict=False), 1):
        if not before.open or link.gap or after.gap or not after.text[0].islower():
            continue
        at_start = before.gap > 0 or place - 1 in found
        is_whole = not ends_sentence(before) and (ends_sentence(after) or after.open)
        if at_start and is_whole and _is_link(before, link):
            found |= {place, place + 1}
    return frozenset(found)


def _is_link(before: Line, line: Line) -> bool:
    """Whether a line is short, and the line of prose before it longer."""
    return words_in_line(line.text) <= _SOME < words_in_line(before.text)


def _cannot_show(lines: Sequence[Line]) -> bool:
    """Whether hardly any line looks like a piece of a sentence, as on nearly all pages."""
    telling = 0
    for line in lines:
        if line.open or line.indent == 1 or line.text[0] in CLOSING:
            telling += 1
            if telling >= _MIN_SHOWN / _CLOSED:
                return False
    return True


def _shown(lines: Sequence[Line], widths: Sequence[int]) -> float:
    """How many breaks show that the page was flattened this way; nothing where there are many breaks at which
    a wrapped line is full. Such a one counts only where the space before a link shows it."""
    # Spaces mean something only if few blocks end with one.
    starts = sum(line.gap > 0 for line in lines[1:])
    means = sum(line.open for line, following in pairwise(lines) if following.gap) <= _MAX_BLANK * starts
    shown: dict[int, float] = {}
    for place, (line, following) in enumerate(pairwise(lines), 1):
        if following.gap:
            continue
        first, indented = following.text[0], following.indent == 1
        telling: float = 0
        if not first.isalnum() and _GOING_ON.match(following.text):
            telling = _CLOSED
        elif ((line.open and means) or indented) and first.isalpha() and not first.isupper():
            telling = 1
        if indented and line.indent == 0 and not line.open and line.text.count(" ") < LABEL:
            telling += 1
        if telling:
            shown[place] = telling
    if sum(shown.values()) < _MIN_SHOWN:
        return 0
    full = {place for place, pair in enumerate(pairwise(lines), 1) if flows(*pair, widths[place - 1])}
    found = sum(telling for place, telling in shown.items() if place not in full or lines[place - 1].open)
    return found if found >= _PER_WRAPPED * len(full) else 0
