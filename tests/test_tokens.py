import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex.tokens import fold, tokens, width, word_count

FOLDED = {
    "punctuation and case": ("The Bridge’s “first” year!", "the bridges first year"),
    "trade marks": ("Nintendo Switch™ – OLED®", "nintendo switch oled"),
    "vowel signs of Devanagari": ("डाकिए की साइकिल", "डाकिए की साइकिल"),
    "vowel signs of Thai": ("ร้านซ่อมร่ม", "ร้านซ่อมร่ม"),
    "full-width letters": ("ＡＢＣ　２", "abc 2"),
}


@pytest.mark.parametrize(("text", "key"), FOLDED.values(), ids=FOLDED.keys())
def test_fold(text, key):
    assert fold(text) == key


def test_scripts_without_spaces_are_cut_into_short_tokens():
    assert tokens("大桥通车 2024") == ["大桥", "桥通", "通车", "2024"]
    assert tokens("ร้านซ") == ["ร้าน", "้านซ"]


@pytest.mark.parametrize(("key", "count"), [("bridge opens", 2), ("大桥通车", 2), ("мост открыли", 2)])
def test_words_are_counted_in_any_script(key, count):
    assert word_count(key) == count


def test_an_east_asian_character_is_as_wide_as_several_letters():
    assert width("大桥") == 5.0
    assert width("мост") == width("most")


def test_all_of_unicode_has_its_script_whether_remembered_or_not():
    text = "".join(map(chr, range(0x30000)))
    east = len(re.findall("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]", text))
    assert width(text) == width(text) == len(text) + 1.5 * east


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
