"""The punctuation that shows whether a sentence goes on over the break between two lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from articlex.punctuation import COLONS, COMMAS, SENTENCE_ENDS
from articlex.read.text.lines import Line
from articlex.regex import regex

OPENING = frozenset("([{«“„‘‚（【「『《〈¿¡")
CLOSING = frozenset(",.;:!?…)]}»”’،؛؟。、，；：！？）】」』》〉।॥%")
#: Commas of scripts without capitals, behind which a sentence goes on whatever the next letter is.
OTHER_COMMAS = COMMAS - {","}
#: What may follow the end of a sentence.
_QUOTES = "\"'”’»“«‘)]}）」』】"
#: What may precede the first letter of a line.
BRACKETS = "([“„«‘\"'（【「『《〈"
#: How a line begins that ends a quotation inside a sentence, so that it is not the first line of anything.
QUOTE_END = regex(r"[\"'“”’»«][,.;:!?…](?:\s|$)")
#: An elided word, written together with the next one: "l'", "dell'", but not the genitive "drivers'".
ELIDED = regex(r"(?:^|\W)(?:\w{0,5}[^\W\ds]|s)['’]$")
#: A footnote marker behind a sentence, "since 1666.[1]", and its most characters.
_NOTES, _LONGEST_NOTE = regex(r"\[[\w ]{1,20}\]\Z"), 22


class Signs(NamedTuple):
    """The characters that open and close brackets and quotations on a page."""

    opening: frozenset[str]
    closing: frozenset[str]


def signs_of(lines: Sequence[Line]) -> Signs:
    """The page's opening and closing characters: “ closes if „ opens, and guillemets may point inwards."""
    text = "\n".join([line.text for line in lines])
    opening, closing = OPENING, CLOSING
    if "„" in text:
        opening, closing = opening - {"“"}, closing | {"“"}
    if -1 < text.find("»") < text.find("«"):
        opening, closing = opening - {"«"} | {"»"}, closing - {"»"} | {"«"}
    return Signs(opening, closing)


def visibly_goes_on(line: Line, following: Line, signs: Signs) -> bool:
    """Whether the punctuation at the break between two lines leaves no doubt that a sentence goes on."""
    last, first = line.text[-1], following.text[0]
    if following.gap or last in SENTENCE_ENDS or last in COLONS:
        return False
    if first in signs.closing or (not first.isalnum() and QUOTE_END.match(following.text)):
        return True
    if last in signs.opening or last in OTHER_COMMAS:
        return True
    # A quotation that ends there is no elision.
    return last in "'’" and "‘" not in line.text and ELIDED.search(line.text) is not None


def last_sign(text: str) -> str:
    """The last character of a line, not counting footnote markers and quotation marks; "" if nothing else."""
    while text[-1:] == "]" and (note := _NOTES.search(text, max(0, len(text) - _LONGEST_NOTE))):
        text = text[: note.start()]
    return text.rstrip(_QUOTES)[-1:]
