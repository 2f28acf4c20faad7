"""Which word of a translation stands for which word of its original."""

from __future__ import annotations

import pytest

from articlex_lab.word_lists.alignment import NOTHING, align

#: "read more", "more news", "news archive" in a language of numbers above 100.
PAIRS = [((1, 2), (102, 101)), ((2, 3), (102, 103)), ((3, 4), (103, 104))]


def test_a_word_stands_for_the_one_that_it_is_seen_with_most():
    links = align(PAIRS, rounds=10)
    for word, original in ((101, 1), (102, 2), (103, 3), (104, 4)):
        assert max(range(1, 5), key=lambda other: links.get((word, other), 0.0)) == original


def test_expected_counts_of_a_word_add_up_to_the_times_that_it_is_there():
    links = align(PAIRS)
    for word, times in ((101, 1), (102, 2), (103, 2), (104, 1)):
        assert sum(count for (found, _), count in links.items() if found == word) == pytest.approx(times)


def test_a_word_beside_an_empty_original_stands_for_nothing():
    assert align([((), (101,))]) == {(101, NOTHING): pytest.approx(1.0)}


def test_no_pairs_have_no_links():
    assert align([]) == {}
