"""Words of other languages with the log-odds of what they stand for."""

from __future__ import annotations

import numpy as np
import pytest

from articlex.scoring.lexicon import SLOT_SHIFT
from articlex_lab.word_lists import translated_lexicon
from articlex_lab.word_lists.translated_lexicon import Evidence, calibrated, chosen, evidence, fingerprints

ENTRIES = [
    ("de", "Reply", "Antworten"),
    ("de_AT", "%(count)s comments", "%(count)s Kommentare"),
    ("zh-Hans", "Leave a comment", "发表评论"),
    ("en_GB", "Reply", "Answer"),
    ("de", "Reply " * 20, "Antworten " * 20),
    ("de", "OK", "OK"),
]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translated_lexicon, "MIN_PAIRS", 1)


def word(text: str) -> int:
    """The fingerprint of a word."""
    return fingerprints([text])[0][0]


def test_short_messages_are_read_by_language_without_their_holes():
    assert translated_lexicon.pairs_of(ENTRIES) == {
        "de": [("  comments", "  Kommentare"), ("Reply", "Antworten")],
        "zh": [("Leave a comment", "发表评论")],
    }


def test_a_language_of_few_messages_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translated_lexicon, "MIN_PAIRS", 2)
    assert [*translated_lexicon.pairs_of(ENTRIES)] == ["de"]


def test_a_word_has_the_odds_of_what_it_stands_for():
    found = evidence({"de": [("Reply", "Antworten")]}, {word("reply"): -2.0})
    of = found[word("antworten")]
    assert of.odds == pytest.approx(-2 * of.known)
    assert 0 < of.known < of.seen == pytest.approx(1.0)


@pytest.mark.parametrize(("text", "run"), [("发表评论", True), ("コメント", True), ("Antworten", False)])
def test_a_run_of_chinese_or_japanese_is_told(text: str, run: bool) -> None:
    assert evidence({"xx": [("Reply", text)]}, {})[word(text.lower())].run is run


def test_numbers_are_no_words():
    assert fingerprints(["Page 2", "2 / 3"]) == [[word("page")], []]


def test_how_far_odds_hold_is_fitted_on_the_words_that_are_known():
    found = {number: Evidence(odds=number % 7 - 3.0, known=1.0, seen=1.0) for number in range(50)}
    found |= {number: of._replace(run=number % 3 == 0, seen=number % 5 + 1.0) for number, of in found.items()}
    odds = {number: found[number].odds * 0.4 - found[number].run for number in range(40)}
    guesses = calibrated(found, odds)
    assert guesses[45] == pytest.approx(found[45].odds * 0.4 - 1, abs=0.01)
    assert guesses[46] == pytest.approx(found[46].odds * 0.4, abs=0.01)


def test_words_of_which_nothing_is_known_are_left_out():
    found = {1: Evidence(-1.0, 1.0, 1.0), 2: Evidence(0.0, 0.0, 5.0), 3: Evidence(1.0, 1.0, 1.0)}
    assert [*calibrated(found, {1: -0.5, 3: 1.0})] == [1, 3]


def test_the_most_frequent_word_has_the_slot():
    often, seldom, known, weak = 5 << SLOT_SHIFT, (5 << SLOT_SHIFT) + 1, 9 << SLOT_SHIFT, 11 << SLOT_SHIFT
    guesses = {often: -1.0, seldom: -2.0, known: -1.0, weak: 0.01}
    found = {number: Evidence(seen=3.0 if number == often else 2.0) for number in guesses}
    lexicon = chosen(guesses, found, {known})
    assert lexicon.prints.tolist() == [often]
    assert np.round(lexicon.odds, 2).tolist() == [-1.0]
