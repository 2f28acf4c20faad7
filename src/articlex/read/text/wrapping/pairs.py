"""Pairs: two lines below each other that may belong together, and what the break between them shows."""

from __future__ import annotations

from typing import NamedTuple

from articlex.punctuation import SENTENCE_ENDS
from articlex.read.text.lines import Line
from articlex.read.text.measures import characters
from articlex.read.text.scripts import first_unit, is_uncased, is_unspaced

#: What ends a sentence or a clause.
PAUSES = SENTENCE_ENDS | frozenset(",;:—–、，：；،؛፣፤፡၊")
#: What may precede the first word of a line.
_OPENING = "\"'“„«‘("
_FIRST_HIRAGANA, _LAST_HIRAGANA = "\u3041", "\u3096"


class Pair(NamedTuple):
    """Two lines that may belong together: the ``width`` of the first, and the width ``needed`` to add the
    first unit of the second; whether the sentence visibly ``runs_on``; whether the first ends with a
    ``pause``; whether it could have been broken at any character (``unspaced``); and whether the second
    begins with a letter of a script without capitals (``uncased``)."""

    width: int
    needed: int
    runs_on: bool
    pauses: bool
    unspaced: bool
    uncased: bool

    @property
    def may_run_on(self) -> bool:
        """Whether the sentence goes on, as far as the script can show it."""
        return self.runs_on or (self.uncased and not self.pauses)


def pair_of(line: Line, following: Line) -> Pair:
    """What the break between two lines shows."""
    return Pair(
        line.width,
        needed(line, following),
        runs_on(line, following),
        line.text[-1] in PAUSES,
        _is_unspaced(line, following),
        is_uncased(following.text[0]),
    )


def _is_unspaced(line: Line, following: Line) -> bool:
    """Whether the script has no space where the two lines meet."""
    first = following.text[0]
    return first > "\x7f" and is_unspaced(first) and is_unspaced(line.text[-1])


def ends_in_hiragana(text: str) -> bool:
    """Whether a line of Japanese ends with an ending or a particle, before which no sentence ends."""
    return _FIRST_HIRAGANA <= text[-1] <= _LAST_HIRAGANA


def needed(line: Line, following: Line) -> int:
    """The width that ``line`` would have with the first word, or first unit, of ``following``."""
    raw = following.raw.lstrip()
    word = raw.partition(" ")[0]
    if (word.isascii() and "\t" not in word) or line.measure is characters:
        # Then all measures count characters: most pairs take half the time.
        return line.width + 1 + len(word)
    return line.width + (not _is_unspaced(line, following)) + line.measure(first_unit(raw))


def leads_to_quote(text: str, following: str) -> bool:
    """Whether a sentence seems to go on in the next line with words in quotation marks or brackets."""
    return following[0] in _OPENING and following[1:2].islower() and text[-1].isalnum()


def ends_in_hyphen(text: str) -> bool:
    """Whether ``text`` ends with a letter and a hyphen."""
    return text[-1] == "-" and text[-2:-1].isalpha()


def is_hyphenated(line: Line, following: Line) -> bool:
    """Whether ``line`` ends with a letter and a hyphen, and ``following`` begins with a small letter."""
    return ends_in_hyphen(line.text) and following.text[0].islower()


def is_compound(text: str, following: str) -> bool:
    """Whether a name or noun goes on with a capital behind a hyphen: "Jean-" above "Pierre"."""
    return ends_in_hyphen(text) and following[0].isupper()


def runs_on(line: Line, following: Line) -> bool:
    """Whether the sentence of a line visibly goes on in the next one.

    In Japanese, whose endings and particles are hiragana, a line that begins with one does.
    """
    last, first = line.text[-1], following.text[0]
    if _FIRST_HIRAGANA <= first <= _LAST_HIRAGANA:
        return last.isalnum() and is_unspaced(last)
    return first.islower() and (last.isalnum() or last == "," or is_hyphenated(line, following))


def is_inside(line: Line, following: Line) -> bool:
    """Whether a line seems to end inside a sentence, if it has any punctuation to show it: Thai has neither
    capitals nor an end of sentences."""
    pair = pair_of(line, following)
    return pair.runs_on or (pair.may_run_on and not PAUSES.isdisjoint(line.text))
