from __future__ import annotations

import pytest

from articlex_lab.scores.metrics import SnippetCounts, add, snippet_counts, word_score, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It’s RAIN, again", ["it", "s", "rain", "again"]),
        ("東京は雨x2", ["東", "京", "は", "雨", "x2"]),
        ("ฝนตก", ["ฝ", "น", "ต", "ก"]),
        ("비가 온다", ["비가", "온다"]),
        ("、。！…", []),
        ("ΒΡΟΧΉ", ["βροχή"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("gold", "found", "expected"),
    [
        ("a b c d", "a b", (1.0, 0.5, 2 / 3)),
        ("a a b", "a b b", (2 / 3, 2 / 3, 2 / 3)),
        ("a b", "b, A!", (1.0, 1.0, 1.0)),
        ("", "", (1.0, 1.0, 1.0)),
        ("a", "", (0.0, 0.0, 0.0)),
        ("", "a", (0.0, 0.0, 0.0)),
    ],
)
def test_word_score(gold: str, found: str, expected: tuple[float, float, float]) -> None:
    assert word_score(gold, found) == pytest.approx(expected)


def test_snippets_are_found_across_line_breaks() -> None:
    counts = snippet_counts("It rained\n\nall day.", ["rained  all", "snow"], ["day.", "night"])
    assert counts == SnippetCounts(found=1, missed=1, wrong=1)


def test_snippet_f1_is_over_the_sum_of_the_counts() -> None:
    assert add([SnippetCounts(3, 0, 0), SnippetCounts(0, 1, 1)]).f1 == pytest.approx(0.75)
    assert SnippetCounts().f1 == 1.0
