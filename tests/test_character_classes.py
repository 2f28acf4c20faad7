"""Classes of characters: the ranges that are given, and nothing beside them."""

from __future__ import annotations

import re

from articlex.character_classes import CharacterClasses


def test_each_character_becomes_the_letter_of_its_class() -> None:
    classes = CharacterClasses(e="\u2e80\u9fff\uac00\ud7af", t="\u0e00\u0e7f")
    assert "abc 中文, ไทย 한글".translate(classes) == "....ee..ttt.ee"


def test_a_range_holds_its_ends_and_not_their_neighbours() -> None:
    classes = CharacterClasses(a="bd", b="eeyz", c="\U00020000\U0003fffd")
    assert "abcdefxyz{".translate(classes) == ".aaab..bb."
    assert "\U0001ffff\U00020000\U0003fffd\U0003fffe".translate(classes) == ".cc."


def test_all_of_unicode_is_classified_alike_whether_remembered_or_not() -> None:
    classes = CharacterClasses(e="\u2e80\u9fff\uac00\ud7af")
    text = "".join(map(chr, range(0x30000)))
    expected = re.sub("[^e]", ".", re.sub("[\u2e80-\u9fff\uac00-\ud7af]", "e", text.replace("e", ".")))
    assert text.translate(classes) == text.translate(classes) == expected


def test_a_long_text_counts_as_its_parts_do() -> None:
    classes = CharacterClasses(w="\u1100\u115f\u2e80\u303e\U00020000\U0003fffd", z="[]\\\\^^")
    parts = ["ᄀ[\u303e", "a]\\b^c", "\u3040\U00020000"] * 10_000
    for name, times in (("w", 3), ("z", 4)):
        assert sum(classes.count(name, part) for part in parts) == times * 10_000
        assert classes.count(name, "".join(parts)) == times * 10_000
