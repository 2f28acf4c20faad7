"""Words of a text, and minutes to read it."""

from __future__ import annotations

import pytest

from articlex.write.counts import measure


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't count me twice.", 4),
        ("今天天气很好。", 6),
        ("東京タワーへ行く", 8),
        ("한국어 단어 셋", 3),
        ("ภาษาไทยไม่มีช่องว่าง", 4),
        ("Привет, мир", 2),
        ("नमस्ते दुनिया", 2),
        ("", 0),
    ],
)
def test_words_are_counted_in_every_script(text: str, words: int) -> None:
    assert measure(text)[0] == words


def test_reading_time_is_in_minutes_rounded_up() -> None:
    assert measure("word " * 239)[1] == 2
    assert measure("字" * 500)[1] == 1
