"""Letters with a dot are read as Unicode writes them, whichever program wrote the page."""

from __future__ import annotations

import unicodedata

import pytest

from articlex.read import read_page

#: As w3m prints them.
PRINTED = ("\u092a\u095d\u0947\u0902", "\u0932\u095c\u0915\u093e")


@pytest.mark.parametrize("word", PRINTED)
def test_a_letter_and_its_dot_are_read_apart(word: str) -> None:
    [block] = read_page(word, form="text").blocks
    assert block.text == unicodedata.normalize("NFC", word) != word


@pytest.mark.parametrize(
    "word", ["प्रक्षेप", "\u09ac\u09be\u09dc\u09bf", "한글", "καΐκι", "\u0939\u0948 \U0001d15e"]
)
def test_other_words_stay_as_they_are(word: str) -> None:
    [block] = read_page(word, form="text").blocks
    assert block.text == word


@pytest.mark.parametrize(
    "text", ["Gebühren für Tausende", "한글", "ガラス", "đường về", "ёлка й", "λόγος", "কোন"]
)
def test_a_text_that_was_decomposed_is_composed(text: str) -> None:
    [block] = read_page(unicodedata.normalize("NFD", text), form="text").blocks
    assert block.text == text


def test_a_letter_apart_among_composed_ones_stays() -> None:
    text = "Gebühren fu\u0308r alle"
    [block] = read_page(text, form="text").blocks
    assert block.text == text
