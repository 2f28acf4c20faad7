from __future__ import annotations

import pytest

from articlex.write.terminal_lines import blank_controls, clip


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("港口城市", 8, "港口城市"),
        ("港口城市", 5, "港口…"),
        ("港口城市", 6, "港口…"),
        ("e\u0301e\u0301", 2, "e\u0301e\u0301"),
        ("ที่นี่มีน้ำ", 6, "ที่นี่มีน้ำ"),
        ("हिन्दू", 3, "हि…"),
        ("", 1, ""),
    ],
)
def test_text_is_cut_to_columns(text: str, width: int, cut: str) -> None:
    assert clip(text, width) == cut


def test_nothing_that_a_terminal_obeys_is_plain_line() -> None:
    assert blank_controls("a\x1b[1mb\u202ec\nd") == "a [1mb c d"
