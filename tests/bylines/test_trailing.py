"""What is stuck to a name."""

from __future__ import annotations

import pytest

from articlex.bylines.trailing import undouble


@pytest.mark.parametrize(
    ("text", "once"),
    [
        ("Picture of Ann Example Ann Example", "Ann Example"),
        ("Ann ExampleAnn Example", "Ann Example"),
        ("annann", "ann"),
        ("Bora Bora", "Bora Bora"),
        ("မောင်မောင်", "မောင်မောင်"),
        ("ကိုကျော်ကျော်", "ကိုကျော်ကျော်"),
        ("ဦးခင်အောင်ဦးခင်အောင်", "ဦးခင်အောင်"),
        ("Ann Example", "Ann Example"),
        ("2024 2024", "2024 2024"),
        ("", ""),
    ],
)
def test_name_beside_the_text_of_its_picture(text: str, once: str) -> None:
    assert undouble(text) == once
