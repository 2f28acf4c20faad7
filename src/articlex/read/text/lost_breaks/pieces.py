"""The pieces of a text between which a line of the page may have ended: words, and parts of words.

BeautifulSoup's ``get_text()`` writes the texts of a page together where its HTML has no white space between
the tags: "Sign inHomeNewsCouncil reopens the bridge12 May 2024By Ann Example". So a word may end where a
capital follows a small letter or a sign, a figure a letter, or anything the end of a sentence.
"""

from __future__ import annotations

from typing import NamedTuple

from articlex.read.text.character_kinds import (
    CAPITAL,
    CLOSING,
    COLON,
    COMMA,
    DIGIT,
    END,
    KIND,
    SMALL,
    UNCASED,
    UNSPACED,
)
from articlex.regex import regex

#: What is between two pieces.
GLUED, SPACE, NEW_LINE, BLANK_LINE = range(4)
#: Log-odds that a line ended between two pieces where that is sure; where it is not so, the same below 0.
SURE = 9.0

_WORD = regex(r"\S+")
#: Pairs of characters that may belong to two lines.
_LETTERS = (SMALL, CAPITAL, UNCASED, UNSPACED)
_PARTED = frozenset(
    (
        *((before, CAPITAL) for before in (SMALL, DIGIT, END, COLON, COMMA, CLOSING, UNCASED, UNSPACED)),
        *((before, DIGIT) for before in _LETTERS),
        *((END, behind) for behind in (UNCASED, UNSPACED)),
    )
)


class Pieces(NamedTuple):
    """The pieces of a text in their order."""

    texts: list[str]
    #: Where each begins in the text.
    starts: list[int]
    #: What is before each, of GLUED to BLANK_LINE.
    gaps: list[int]


def pieces_of(text: str) -> Pieces:
    """The pieces of ``text``, which hold all of its characters that are no white space."""
    pieces = Pieces([], [], [])
    kind = KIND.__getitem__
    end = 0
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        gap = SPACE + min(text.count("\n", end, start), 2)
        end = match.end()
        cuts = [0]
        if not (word.isascii() and ((word.isalpha() and word[1:].islower()) or len(word) == 1)):
            kinds = [*map(kind, word)]
            cuts += [at for at in range(1, len(word)) if (kinds[at - 1], kinds[at]) in _PARTED]
        for first, last in zip(cuts, [*cuts[1:], len(word)], strict=True):
            pieces.texts.append(word[first:last])
            pieces.starts.append(start + first)
            pieces.gaps.append(GLUED if first else gap)
    return pieces
