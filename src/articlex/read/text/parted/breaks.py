"""The breaks between the lines of a page, and the signs that say whether a sentence goes on behind one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.read.text.lines import Line
from articlex.read.text.scripts import is_uncased
from articlex.read.text.wrapping.paragraphs import flows
from articlex.regex import regex

OPENING = frozenset("([{«“„‘‚（【「『《〈¿¡")
CLOSING = frozenset(",.;:!?…)]}»”’،؛؟。、，；：！？）】」』》〉।॥%")
#: Commas of scripts without capitals, behind which the first letter says nothing.
COMMAS = frozenset("、，،")
#: What may stand behind the end of a sentence.
QUOTES = "\"'”’»“«‘)]}）」』】"
#: What may stand before the first letter of a line.
BRACKETS = "([“„«‘\"'（【「『《〈"
#: How a line begins that ends a quotation and goes on behind it, so that it is not the first one of anything.
QUOTE_END = regex(r"[\"'“”’»«][,.;:!?…](?:\s|$)")
#: A word that is written together with the next one: "l'", "dell'", but not the genitive of "drivers'".
ELIDED = regex(r"(?:^|\W)(?:\w{0,5}[^\W\ds]|s)['’]$")
APOSTROPHES = "'’"
#: The sign of a note behind a sentence: "since 1666.[1]".
NOTES, LONGEST_NOTE = regex(r"\[[\w ]{1,20}\]\Z"), 22

#: Share of the blocks that may begin or end with a blank where blanks are to say something. Of 0.05, 0.1 and
#: 0.3 the last gives 47 more paragraphs, and five more pages of other programs have lines joined.
MAX_BLANK = 0.1


class Signs(NamedTuple):
    """The signs that open and close brackets and quotations on a page."""

    opening: frozenset[str]
    closing: frozenset[str]


class Break(NamedTuple):
    """The break between two lines.

    ``goes_on`` says that the sentence visibly goes on behind it: with a sign that ``closes``, or a small
    letter. ``blank`` is white space that stood there, ``sure`` if blocks of the page do not begin or end so.
    ``uncased`` is a letter of a script without capitals behind it, ``wrapped`` a line that was.
    """

    gap: int
    goes_on: bool
    closes: bool
    ended: bool
    colon: bool
    flows: bool
    wrapped: bool
    blank: bool
    sure: bool
    uncased: bool


def signs_of(lines: Sequence[Line]) -> Signs:
    """The signs of the page: “ closes where „ opens, and guillemets may point inwards."""
    text = "\n".join([line.text for line in lines])
    opening, closing = OPENING, CLOSING
    if "„" in text:
        opening, closing = opening - {"“"}, closing | {"“"}
    if -1 < text.find("»") < text.find("«"):
        opening, closing = opening - {"«"} | {"»"}, closing - {"»"} | {"«"}
    return Signs(opening, closing)


def line_breaks(lines: Sequence[Line], widths: Sequence[int], signs: Signs) -> list[Break]:
    """The breaks between the lines."""
    starts = sum(line.gap > 0 for line in lines[1:])
    led = sum(line.indent == 1 for line in lines[1:] if line.gap) <= MAX_BLANK * starts
    left = sum(line.open for line, following in pairwise(lines) if following.gap) <= MAX_BLANK * starts
    breaks = []
    for (line, following), width in zip(pairwise(lines), widths, strict=False):
        indented = following.indent == 1
        sure = (line.open and left) or (indented and led)
        breaks.append(_break(line, following, width, signs, line.open or indented, sure))
    return breaks


def last_sign(text: str) -> str:
    """The sign or letter with which a line ends, signs of notes and quotation marks behind it apart."""
    while text[-1:] == "]" and (note := NOTES.search(text, max(0, len(text) - LONGEST_NOTE))):
        text = text[: note.start()]
    return text.rstrip(QUOTES)[-1:]


def _break(line: Line, following: Line, width: int, signs: Signs, blank: bool, sure: bool) -> Break:
    """What the break between two lines is, by the last sign of one and the first of the other."""
    first, last = following.text[0], line.text[-1]
    # Behind the sign of a note a blank says whether the text goes on; where there is none the text ended.
    stem = line.text.rstrip(QUOTES)[-1:] if blank else last_sign(line.text)
    letter = following.text.lstrip(BRACKETS)[:1]
    ended, colon = stem in SENTENCE_ENDS, stem in COLONS
    closes = first in signs.closing or (not first.isalnum() and QUOTE_END.match(following.text) is not None)
    if closes:
        goes_on = last not in SENTENCE_ENDS and last not in COLONS
    elif last in signs.opening or last in COMMAS or (last in APOSTROPHES and ELIDED.search(line.text)):
        goes_on = True
    else:
        goes_on = letter.islower() and not ended and not colon
    return Break(
        gap=following.gap,
        goes_on=goes_on,
        closes=closes,
        ended=ended and not (goes_on and not closes),
        colon=colon,
        flows=flows(line, following, width),
        wrapped=width > 0,
        blank=blank,
        sure=sure,
        uncased=is_uncased(letter),
    )
