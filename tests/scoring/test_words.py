"""The words of a page's blocks and their fingerprints."""

from __future__ import annotations

import re

import pytest

from articlex.scoring.words import read_words

TEXTS = ["Rain, rain again.", "", "a_1-b\nЁлка und Straße", "中文 and 日本語", "12:30 – ½", "Ελλάδα!"]


def test_the_words_are_what_a_pattern_finds() -> None:
    words = read_words(TEXTS)
    whole = "\n".join(text.lower() for text in TEXTS)
    found = [whole[first:last] for first, last in zip(words.first, words.last, strict=True)]
    assert found == [word for text in TEXTS for word in re.findall(r"\w+", text.lower())]
    assert words.rows.tolist() == [row for row, text in enumerate(TEXTS) for _ in re.findall(r"\w+", text)]


def test_equal_words_have_equal_fingerprints_and_others_have_not() -> None:
    words = read_words(TEXTS)
    whole = "\n".join(text.lower() for text in TEXTS)
    prints = words.prints(words.first, words.last).tolist()
    found = [whole[first:last] for first, last in zip(words.first, words.last, strict=True)]
    assert len(set(zip(found, prints, strict=True))) == len(set(found)) == len(set(prints))


@pytest.mark.parametrize("texts", [[""], ["…"], ["", "\n"]])
def test_texts_without_words_have_none(texts: list[str]) -> None:
    assert len(read_words(texts).rows) == 0
