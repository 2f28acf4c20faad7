from hypothesis import given
from hypothesis import strategies as st

from articlex.data.label_words import fold_in_place, word_starts, word_table

WORDS = word_table(["by", "posted by", "文", "文字", "b"])


def test_the_longest_word_is_found():
    assert WORDS.at("posted by ann") == len("posted by")
    assert WORDS.at("文字／王") == 2


def test_a_word_of_one_character_is_found():
    assert WORDS.at("文／王") == 1


def test_a_word_is_found_in_the_middle():
    assert WORDS.at("12 may by ann", 7) == 2


def test_other_text_has_no_word():
    assert WORDS.at("ann") == 0
    assert WORDS.at("") == 0


def test_words_start_behind_no_letter():
    assert word_starts("3by Ann-Bo") == [1, 4, 8]


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text):
    assert len(fold_in_place(text)) == len(text)
