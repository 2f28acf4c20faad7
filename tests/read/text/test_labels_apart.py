"""Labels of what stands around articles are lines of their own where line breaks are put back."""

from __future__ import annotations

import numpy as np
import pytest

from articlex.read.text.lost_breaks.label_places import with_labels_apart


def lines(text: str, odds: float = -2.0) -> list[str]:
    words = text.split()
    found = with_labels_apart(words, np.full(len(words) - 1, odds), limit=0.0)
    parts = [word + ("\n" if end > 0 else " ") for word, end in zip(words, [*found, -1.0], strict=True)]
    return [line.strip() for line in "".join(parts).split("\n")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is shut. Advertisement The bridge", ["It is shut.", "Advertisement", "The bridge"]),
        ("Hail fell in Ulm Read more Snow in Oslo", ["Hail fell in Ulm", "Read more", "Snow in Oslo"]),
        ("桟橋は閉鎖された。 関連記事 港の朝市", ["桟橋は閉鎖された。", "関連記事", "港の朝市"]),
        ("Hail fell in Ulm Share", ["Hail fell in Ulm Share"]),
        ("They read more than we do", ["They read more than we do"]),
        ("It rained. Share prices fell", ["It rained. Share prices fell"]),
    ],
)
def test_a_label_is_a_line(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


def test_what_the_trees_think_impossible_stays() -> None:
    assert lines("Hail fell. Advertisement The bridge", odds=-4.0) == ["Hail fell. Advertisement The bridge"]
