"""Breaks between lines, and the punctuation that shows whether a sentence goes on over one."""

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
#: Commas of scripts without capitals, behind which a sentence goes on whatever the next letter is.
COMMAS = frozenset("、，،")
#: What may follow the end of a sentence.
QUOTES = "\"'”’»“«‘)]}）」』】"
#: What may precede the first letter of a line.
BRACKETS = "([“„«‘\"'（【「『《〈"
#: How a line begins that ends a quotation inside a sentence, so that it is not the first line of anything.
QUOTE_END = regex(r"[\"'“”’»«][,.;:!?…](?:\s|$)")
#: An elided word, written together with the next one: "l'", "dell'", but not the genitive "drivers'".
ELIDED = regex(r"(?:^|\W)(?:\w{0,5}[^\W\ds]|s)['’]$")
APOSTROPHES = "'’"
#: A footnote marker behind a sentence, "since 1666.[1]", and its most characters.
NOTES, LONGEST_NOTE = regex(r"\[[\w ]{1,20}\]\Z"), 22

#: Largest share of the blocks that begin or end with a space, if such spaces are to mean anything. Of 0.05,
#: 0.1 and 0.3 the last gives 47 more paragraphs, and joins lines on five more pages of other programs.
MAX_BLANK = 0.1


class Signs(NamedTuple):
    """The characters that open and close brackets and quotations on a page."""

    opening: frozenset[str]
    closing: frozenset[str]


class Break(NamedTuple):
    """The break between two lines.

    ``gap`` is the number of blank lines. The line above has ``ended`` a sentence, or ends with a ``colon``;
    it was ``wrapped`` at all, and ``flows`` on in the line below. The sentence visibly ``goes_on`` below,
    with punctuation that ``closes``, or a small letter. White space stood at the break (``blank``), and is
    ``sure`` to mean something if blocks of the page do not begin or end with it. The line below begins with
    an ``uncased`` letter, of a script without capitals.
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
    """The page's opening and closing characters: “ closes if „ opens, and guillemets may point inwards."""
    text = "\n".join([line.text for line in lines])
    opening, closing = OPENING, CLOSING
    if "„" in text:
        opening, closing = opening - {"“"}, closing | {"“"}
    if -1 < text.find("»") < text.find("«"):
        opening, closing = opening - {"«"} | {"»"}, closing - {"»"} | {"«"}
    return Signs(opening, closing)


def line_breaks(lines: Sequence[Line], widths: Sequence[int], signs: Signs) -> list[Break]:
    """The breaks between ``lines``, which are wrapped at ``widths``."""
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
    """The last character of a line, not counting footnote markers and quotation marks; "" if nothing else."""
    while text[-1:] == "]" and (note := NOTES.search(text, max(0, len(text) - LONGEST_NOTE))):
        text = text[: note.start()]
    return text.rstrip(QUOTES)[-1:]


def _break(line: Line, following: Line, width: int, signs: Signs, blank: bool, sure: bool) -> Break:
    """The break between two lines, by the last character of one and the first of the other."""
    first, last = following.text[0], line.text[-1]
    # Behind a footnote marker a space shows that the text goes on; without one the sentence before it counts.
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
