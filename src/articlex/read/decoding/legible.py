"""Single-byte charsets distinguished by the words that they make of the same bytes.

A detector judges by how common characters are, so "élčves" and "élèves" are both possible. Only the second is
a word in a language that has these letters. The trigrams and alphabets are those of :mod:`articlex.language`,
which has none for scripts in which only one language is written.
"""

from __future__ import annotations

from typing import NamedTuple

from articlex.language import legibility
from articlex.regex import regex

#: The charsets of the WHATWG Encoding Standard that are tried; of equally legible ones the first wins.
CODECS = (
    *("cp1252", "cp1250", "cp1251", "cp1254", "cp1256", "cp1257"),
    *("iso8859-2", "koi8-r", "koi8-u", "iso8859-5", "cp866", "iso8859-6"),
)
#: A word. A single byte says nothing: what is a sign in one charset is a letter in another.
_WORD = regex(rb"[A-Za-z\x80-\xff]{2,}")
_LATIN = regex(rb"[A-Za-z]")
#: Bytes that are punctuation in most of the charsets: quotation marks, dashes, dots, no-break spaces.
_SIGNS = bytes(range(0x80, 0xC0))
#: The most different ones in a row that are punctuation: Japanese in Shift JIS has such bytes as well.
_MOST_SIGNS = 3
#: Bytes of the sample that are read.
_LONGEST = 4096
#: By how much another charset must be more legible than the first.
_MARGIN = 1.0


class Words(NamedTuple):
    """The words that tell the charset of a page, joined by spaces, and how many bytes are beyond ASCII."""

    data: bytes
    high: int

    def legibility(self, codec: str) -> float:
        """How legible the words are in ``codec``: see :func:`articlex.language.legibility`."""
        return legibility(self.data.decode(codec, "replace"), self.high)

    def best(self) -> tuple[float, str]:
        """(legibility per byte, from 0 to 1; codec) of the charset in which the words are most legible."""
        readings = {codec: self.legibility(codec) for codec in CODECS}
        codec = max(CODECS, key=readings.__getitem__)
        if readings[codec] < readings[CODECS[0]] + _MARGIN:
            codec = CODECS[0]
        return readings[codec] / (len(self.data) or 1), codec


def telling_words(sample: bytes) -> Words:
    """The words in ``sample`` that have letters beyond ASCII."""
    words = [_trimmed(word) for word in _WORD.findall(sample[:_LONGEST])]
    data = b" ".join(word for word in words if not word.isascii() and not is_signs(word))
    return Words(data, sum(byte > 0x7F for byte in data))


def is_signs(word: bytes) -> bool:
    """Whether ``word`` is punctuation alone, such as a row of dashes, bullets or no-break spaces."""
    return not word.strip(_SIGNS) and len(set(word)) <= _MOST_SIGNS


def _trimmed(word: bytes) -> bytes:
    """``word`` without punctuation at its ends, if it has Latin letters."""
    return word.strip(_SIGNS) if _LATIN.search(word) else word
