"""The forms that labels take in capitals."""

from __future__ import annotations

import pytest

from articlex_lab.word_lists.capitals import forms


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("σχόλια", "el", ["σχόλια", "σχολια"]),
        ("yorumları", "tr", ["yorumları", "yorumlari"]),
        ("à lire aussi", "fr-CA", ["à lire aussi", "a lire aussi"]),
        ("leia também", "pt_BR", ["leia também", "leia tambem"]),
        ("φωτο", "el", ["φωτο"]),
        ("größe", "de", ["größe"]),
        ("комментарий", "ru", ["комментарий"]),
    ],
)
def test_forms(text: str, language: str, found: list[str]) -> None:
    assert forms(text, language) == found
