"""Sentences whose links, emphasis and code are on lines of their own: whether a page has them, and where.

BeautifulSoup's ``get_text("\\n")`` prints a line for each text node, three for ``he told <a>Le Monde</a>, a
daily``. No paragraph begins with a comma, and if the page's white space is kept, lines end or begin with the
space before or behind a link: a page that shows this often enough was flattened this way.
``get_text("\\n", strip=True)`` removes these spaces and all blank lines, and leaves only the punctuation.
Which lines go on is then for :mod:`articlex.read.text.parted.goes_on` to say, but where the signs leave no
doubt.
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
    COMMAS,
    OPENING,
    Signs,
    last_sign,
    signs_of,
    visibly_goes_on,
)
from articlex.read.text.parted.goes_on import LIKELY, odds_of_going_on
from articlex.read.text.parted.parted_brackets import NOTE
from articlex.read.text.scripts import dense_characters, is_unspaced, words_in_line
from articlex.read.text.wrapping.spacing import without_margin
from articlex.regex import regex

#: How a line begins that cannot be the first line of anything; in code no space follows such a character.
GOING_ON = regex(r"(?:[,.;:!?…،؛؟]|[’']s)(?:\s|$)|[」』）】]?[。、，；：！？।॥]")

#: Fewest breaks that must show that the page was flattened this way, and one for so many lines; one before a
#: comma counts for one and a half.
MIN_SHOWN = 3
CLOSED = 1.5
LINES_PER_BREAK = 100
#: Punctuation inside a line of Chinese or Japanese; the space with which these set in a paragraph.
INNER = regex(r"[。、，；！？].")
WIDE_SPACE = "\u3000"
#: A command at a prompt, with its output below.
PROMPT = regex(r"(?:[$%#>]|>>>|\.\.\.) \S")
#: Most words of a link, and of a label.
SOME, LABEL = 8, 2


class Sentences(NamedTuple):
    """The places of the lines that continue the sentence of the line above, and what is needed to join them:
    the page's opening and closing characters, and whether its white space is ``kept``."""

    going_on: frozenset[int] = frozenset()
    signs: Signs = Signs(OPENING, CLOSING)
    kept: bool = False


def parted_sentences(lines: Sequence[Line]) -> Sentences:
    """The sentences of a page that were split at links and emphasis; empty unless the page shows that it was
    flattened this way."""
    if min((line.indent for line in lines), default=0) == 1:
        lines = without_margin(lines)  # the blank before each line is none before a link
    if _cannot_show(lines):
        return Sentences()
    if _shown(lines) < max(MIN_SHOWN, len(lines) / LINES_PER_BREAK):
        return Sentences(_around_links(lines), kept=True)
    signs = signs_of(lines)
    likely = (odds_of_going_on(lines) > LIKELY).tolist()
    times = Counter(line.text for line in lines)
    found: set[int] = set()
    is_prose = is_listed = False
    for place, (line, following) in enumerate(pairwise(lines), 1):
        is_prose = is_prose or _is_prose(line)
        was_listed, is_listed = is_listed, _is_label(line) and _is_label(following)
        begins = is_listed or (was_listed and not visibly_goes_on(line, following, signs))
        if not begins and (
            visibly_goes_on(line, following, signs)
            or (is_prose and _goes_on_unspaced(line, following))
            or (times[line.text] > 1 and _is_behind_label(lines[place - 1 : place + 2]))
            or (likely[place - 1] and not _begins(line, following))
        ):
            found.add(place)
            is_prose = True
        else:
            is_prose = False
    return Sentences(frozenset(found), signs, any(line.open for line in lines))


def _begins(line: Line, following: Line) -> bool:
    """Whether the line below a break visibly begins something: a paragraph of Chinese or Japanese, which is
    set in by a wide space or stands behind a sentence; the number of a note that is in no sentence; the same
    line again; what is typed at a prompt or shown below it."""
    if following.raw[0] == WIDE_SPACE or line.text == following.text or NOTE.fullmatch(following.text):
        return True
    if _ends(line) and is_unspaced(following.text[0]):
        return True
    return PROMPT.match(following.text) is not None or PROMPT.match(line.text) is not None


def _is_label(line: Line) -> bool:
    """Whether a line is one word in small letters, as in menus, without white space beside it."""
    return line.text.isalpha() and line.text.islower() and not line.open and not line.indent


def _is_behind_label(lines: Sequence[Line]) -> bool:
    """Whether the second of three ``lines`` begins with the space behind a short label, such as the initials
    of who speaks. Of a list below a label all lines do."""
    label, line, *below = lines
    if line.gap or line.indent != 1 or label.indent or label.open or not _ends(label):
        return False
    is_list = any(each.indent == 1 and not each.gap for each in below)
    return not is_list and words_in_line(label.text) <= LABEL


def _is_prose(line: Line) -> bool:
    """Whether a line of Chinese or Japanese is one of prose: it is set in, or has punctuation inside."""
    return line.raw[0] == WIDE_SPACE or line.text[-1] in COMMAS or INNER.search(line.text) is not None


def _goes_on_unspaced(line: Line, following: Line) -> bool:
    """Whether a line ends and the next begins within a sentence of a script without spaces between words, or
    of Korean, which writes particles together with what is linked before them."""
    last, first = line.text[-1], following.text[0]
    if following.gap or line.open or following.indent or following.text[-1] in COLONS:
        return False
    return last.isalpha() and first.isalpha() and dense_characters(last + first) == 2


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


def _shown(lines: Sequence[Line]) -> float:
    """How many breaks show that the page was flattened this way. They are too few on four of five pages that
    :func:`_cannot_show` lets pass."""
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
