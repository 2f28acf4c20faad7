"""Letters with their marks in one character or in several, as our word lists and pages in general have them.

macOS parts letter and mark in the names of files, and a text that has gone through those is in Unicode's
normal form D as a whole. In Hindi it is the other way round: w3m prints composed letters, where normal forms,
most pages and our word lists have letter and dot apart: "पढ़ें" (read on). Bengali has such letters too, but
its pages write them composed, as w3m does.
"""

from __future__ import annotations

import unicodedata

#: The letters of Devanagari that no normal form has (Unicode's composition exclusions), and what it has.
_APART = {letter: unicodedata.normalize("NFC", letter) for letter in map(chr, range(0x0958, 0x0960))}


def usual_letters(text: str) -> str:
    """``text`` composed if a program has decomposed all of it, but each composed letter of Devanagari as
    letter and dot. A letter apart among others that are not is left as it was written."""
    if not unicodedata.is_normalized("NFC", text) and unicodedata.is_normalized("NFD", text):
        text = unicodedata.normalize("NFC", text)
    for letter, apart in _APART.items():
        text = text.replace(letter, apart)
    return text
