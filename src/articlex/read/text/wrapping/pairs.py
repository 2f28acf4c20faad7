"""Two lines one below the other that may belong together, and what their ends and beginnings say of it."""

from __future__ import annotations

from typing import NamedTuple

from articlex.punctuation import SENTENCE_ENDS
from articlex.read.text.lines import Line
from articlex.read.text.measures import characters
from articlex.read.text.scripts import first_unit, is_uncased, is_unspaced

#: What ends a sentence or a part of one.
PAUSES = SENTENCE_ENDS | frozenset(",;:—–、，：；،؛፣፤፡၊")
#: What stands before the first letter of a line and is no part of its word.
_OPENING = "\"'“„«‘("


class Pair(NamedTuple):
    """Two lines that may belong together: the first one's width, the width needed to add the next unit to
    it, whether its sentence visibly goes on, whether it ends with punctuation, whether the program could have
    ended it at any character, and whether the second one begins with a letter that has no capital."""

    width: int
    needed: int
    runs_on: bool
    pauses: bool
    unspaced: bool
    uncased: bool


def pair_of(line: Line, following: Line) -> Pair:
    """What two lines are to each other."""
    return Pair(
        line.width,
        needed(line, following),
        runs_on(line, following),
        line.text[-1] in PAUSES,
        _is_unspaced(line, following),
        is_uncased(following.text[0]),
    )


def _is_unspaced(line: Line, following: Line) -> bool:
    """Whether the script of both lines sets no space where they meet."""
    first = following.text[0]
    return first > "\x7f" and is_unspaced(first) and is_unspaced(line.text[-1])


def needed(line: Line, following: Line) -> int:
    """The width that is needed to add to ``line`` what ``following`` begins with."""
    raw = following.raw.lstrip()
    word = raw.partition(" ")[0]
    if (word.isascii() and word != "(" and "\t" not in word) or line.measure is characters:
        # All measures count characters then: most pairs take half of the time.
        return line.width + 1 + len(word)
    return line.width + (not _is_unspaced(line, following)) + line.measure(first_unit(raw))


def leads_to_quote(text: str, following: str) -> bool:
    """Whether a sentence seems to go on with words between quotation marks, or in brackets, on the next line:
    a hint at the width of a page that says too little."""
    return following[0] in _OPENING and following[1:2].islower() and text[-1].isalnum()


def ends_in_hyphen(text: str) -> bool:
    """Whether ``text`` ends with a letter and a hyphen."""
    return text[-1] == "-" and text[-2:-1].isalpha()


def is_hyphenated(line: Line, following: Line) -> bool:
    """Whether ``line`` ends with letters and a hyphen, and ``following`` goes on with a small letter."""
    return ends_in_hyphen(line.text) and following.text[0].islower()


def is_compound(text: str, following: str) -> bool:
    """Whether a name or a noun goes on with a capital behind the hyphen that ends ``text``: "Jean-" above
    "Pierre", "VIP-" above "Mitglieder"."""
    return ends_in_hyphen(text) and following[0].isupper()


def runs_on(line: Line, following: Line) -> bool:
    """Whether the sentence of a line visibly goes on in the next one."""
    last = line.text[-1]
    return following.text[0].islower() and (last.isalnum() or last == "," or is_hyphenated(line, following))


def may_be_inside(line: Line, following: Line) -> bool:
    """Whether a line seems to end in the middle of a sentence, as far as its script can show it."""
    pair = pair_of(line, following)
    return pair.runs_on or (pair.uncased and not pair.pauses)


def is_inside(line: Line, following: Line) -> bool:
    """Whether a line seems to end in the middle of a sentence; in scripts without capitals and a sign between
    sentences, as in Thai, nothing says so."""
    pair = pair_of(line, following)
    return pair.runs_on or (pair.uncased and not pair.pauses and not PAUSES.isdisjoint(line.text))
