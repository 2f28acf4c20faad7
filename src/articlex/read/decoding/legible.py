"""Single-byte charsets told apart by the words that they make of the same bytes.

A detector goes by which characters are common; "élčves" and "élèves" are both possible then. Only the second
is a word of a language that has these letters. The trigrams and the letters are those of
:mod:`articlex.language`, so that it says nothing of scripts that one language alone is written in.
"""

from __future__ import annotations

from typing import NamedTuple

from articlex.language import legibility
from articlex.regex import regex

#: The charsets of the WHATWG Encoding Standard that are tried; of two that make the same words the first.
CODECS = (
    *("cp1252", "cp1250", "cp1251", "cp1254", "cp1256", "cp1257"),
    *("iso8859-2", "koi8-r", "koi8-u", "iso8859-5", "cp866", "iso8859-6"),
)
#: Words. A sign that stands alone is a letter in some charset, and says nothing.
WORD = regex(rb"[A-Za-z\x80-\xff]{2,}")
LATIN = regex(rb"[A-Za-z]")
#: Signs in most of the charsets: quotation marks, dashes, dots, a no-break space at the edge of a Latin word.
SIGNS = bytes(range(0x80, 0xC0))
#: Different ones that stand in a row at most; syllables of Japanese in Shift JIS have such bytes as well.
MOST_SIGNS = 3
#: Bytes of words that are read.
LONGEST = 4096
#: What another charset must have in advance of the first, in frequent trigrams.
MARGIN = 1.0


class Words(NamedTuple):
    """The words of a page that tell its charset, and how many of their bytes are beyond ASCII."""

    data: bytes
    high: int

    def legibility(self, codec: str) -> float:
        """How many of their trigrams are frequent ones of a language when they are read in ``codec``."""
        return legibility(self.data.decode(codec, "replace"), self.high)

    def best(self) -> tuple[float, str]:
        """The charset in which the words read best, and how well, from 0 to 1."""
        readings = {codec: self.legibility(codec) for codec in CODECS}
        codec = max(CODECS, key=readings.__getitem__)
        if readings[codec] < readings[CODECS[0]] + MARGIN:
            codec = CODECS[0]
        return readings[codec] / (len(self.data) or 1), codec


def telling_words(sample: bytes) -> Words:
    """The words in ``sample`` with letters beyond ASCII."""
    words = [_trimmed(word) for word in WORD.findall(sample[:LONGEST])]
    data = b" ".join(word for word in words if not word.isascii() and not is_signs(word))
    return Words(data, sum(byte > 0x7F for byte in data))


def is_signs(word: bytes) -> bool:
    """Whether ``word`` is of signs alone: a line of dashes, bullets and no-break spaces."""
    return not word.strip(SIGNS) and len(set(word)) <= MOST_SIGNS


def _trimmed(word: bytes) -> bytes:
    """``word`` without the signs at its edges, if it is of Latin letters."""
    return word.strip(SIGNS) if LATIN.search(word) else word
