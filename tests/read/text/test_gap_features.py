"""What is known of the gaps between words of a text that has lost its line breaks."""

from __future__ import annotations

import pytest

from articlex.read.text.lost_breaks.gap_features import NAMES, gap_features
from articlex.read.text.lost_breaks.pieces import GLUED, NEW_LINE, SPACE, pieces_of


def feature(name: str, text: str) -> list[float]:
    pieces = pieces_of(text)
    return [round(float(value), 3) for value in gap_features(pieces.texts, pieces.gaps)[name]]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Home News", ["Home", "News"]),
        ("Sign inHomeNews", ["Sign", "in", "Home", "News"]),
        ("bridge12 May 2024By Ann", ["bridge", "12", "May", "2024", "By", "Ann"]),
        ("closed.The quay", ["closed.", "The", "quay"]),
        ("閉店した。駅前", ["閉店した。", "駅前"]),
        ("e.g. ann.example", ["e.g.", "ann.example"]),
        ("NASA 3rd", ["NASA", "3rd"]),
    ],
)
def test_a_word_is_parted_where_two_lines_may_have_been_written_together(
    text: str, pieces: list[str]
) -> None:
    assert pieces_of(text).texts == pieces


def test_what_is_between_two_pieces_is_told() -> None:
    assert pieces_of("one twoThree\n  four").gaps == [SPACE, SPACE, GLUED, NEW_LINE]


def test_each_gap_has_a_value_of_each_feature() -> None:
    found = gap_features(["one", "two", "three"], [SPACE] * 3)
    assert tuple(found) == NAMES
    assert {len(values) for values in found.values()} == {2}


def test_words_since_and_to_the_end_of_a_sentence() -> None:
    assert feature("since_end", "It rained. Then it stopped.") == [60, 0, 1, 2]
    assert feature("to_end", "It rained. Then it stopped.") == [0, 2, 1, 0]


def test_sequences_that_stand_elsewhere_too_are_counted() -> None:
    text = "Contact us The quay Contact us Search"
    assert feature("across_2", text) == [2, 1, 1, 1, 2, 1]
    assert feature("ends_2", text) == [0, 2, 1, 1, 1, 2]
    assert feature("begins_2", text) == [1, 1, 1, 2, 1, 0]


def test_labels_begin_and_end_at_gaps() -> None:
    text = "quay Read more Share it"
    assert feature("label_begins", text) == [2, 1, 1, 0]
    assert feature("label_across", text) == [0, 2, 0, 0]
    assert feature("label_ends", text) == [0, 0, 2, 1]


def test_windows_end_where_the_text_ends() -> None:
    assert feature("capital_before_4", "Ann Lee rows") == [1, 1]
    assert feature("capital_behind_4", "Ann Lee rows") == [0.5, 0]
