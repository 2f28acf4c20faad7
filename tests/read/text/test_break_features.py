"""What is known of the breaks between lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articlex.read.text.lines import split_lines
from articlex.read.text.parted.break_features import NAMES, break_features
from articlex.read.text.parted.learned_breaks import odds_of_going_on

TEXT = "He told \nLe Monde\n, a daily.\n\n\nMore\nNews"


def feature(name: str, source: str = TEXT) -> list[float]:
    return [round(float(value), 3) for value in break_features(split_lines(source))[name]]


def test_each_break_has_a_value_of_each_feature() -> None:
    found = break_features(split_lines(TEXT))
    assert tuple(found) == NAMES
    assert {len(values) for values in found.values()} == {4}


def test_blank_lines_are_those_above_the_line_below_a_break() -> None:
    assert feature("gap+1") == [0, 0, 2, 0]


def test_lines_above_the_first_and_below_the_last_have_no_words() -> None:
    assert feature("words-1")[0] == feature("words+2")[-1] == 0


def test_white_space_at_the_end_of_a_line_is_told() -> None:
    assert feature("open+0") == [1, 0, 0, 0]


def test_words_since_and_to_the_end_of_a_sentence() -> None:
    assert feature("words_since_end+0") == [2, 4, 7, 1]
    assert feature("words_to_end+1") == [5, 3, 2, 1]


def test_lines_and_words_between_blank_lines() -> None:
    assert feature("lines_before+0") == [1, 2, 3, 1]
    assert feature("words_behind+1") == [5, 3, 2, 1]


def test_words_that_stand_side_by_side_elsewhere() -> None:
    assert feature("pair", "in the\nharbour\nand the harbour lay") == [1, 0]


@given(st.lists(st.text(min_size=1, max_size=20), min_size=2, max_size=12).map("\n".join))
def test_any_text_gets_odds(source: str) -> None:
    lines = split_lines(source)
    if len(lines) > 1:
        assert len(odds_of_going_on(lines)) == len(lines) - 1
