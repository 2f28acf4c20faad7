"""Letters with a dot are read as Unicode writes them, whichever program wrote the page."""

from __future__ import annotations

import unicodedata

import pytest

from articlex.read import read_page

#: As w3m prints them: Hindi, Bengali, Punjabi, Hebrew.
PRINTED = ("\u092a\u095d\u0947\u0902", "\u09ac\u09be\u09dc\u09bf", "\u0a1c\u0a5b", "\ufb2a\u05dc\u05d5\u05dd")


@pytest.mark.parametrize("word", PRINTED)
def test_a_letter_and_its_dot_are_read_apart(word: str) -> None:
    [block] = read_page(word, form="text").blocks
    assert block.text == unicodedata.normalize("NFC", word) != word


@pytest.mark.parametrize("word", ["प्रक्षेप", "한글", "καΐκι", "\u0939\u0948 \U0001d15e"])
def test_other_words_stay_as_they_are(word: str) -> None:
    [block] = read_page(word, form="text").blocks
    assert block.text == word
