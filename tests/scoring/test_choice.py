"""The choice of blocks."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from articlex.scoring.choice import choose, expected_f1, sharpen


def test_sure_blocks_are_kept_and_hopeless_ones_are_not() -> None:
    kept = choose(np.array([0.9, 0.05, 0.8]), np.array([10.0, 10.0, 10.0]))
    assert kept.tolist() == [True, False, True]


def test_on_a_page_of_doubtful_blocks_the_threshold_falls() -> None:
    kept = choose(np.array([0.4, 0.4, 0.4]), np.array([10.0, 10.0, 10.0]))
    assert kept.all()


def test_recall_keeps_what_precision_drops() -> None:
    chances, tokens = np.array([0.9, 0.5, 0.3]), np.array([10.0, 10.0, 10.0])
    assert choose(chances, tokens, 0.5).sum() < choose(chances, tokens, 2.0).sum()


def test_an_article_makes_the_choice_stricter() -> None:
    assert sharpen(np.array([0.5]), 1.0)[0] < sharpen(np.array([0.5]), 0.0)[0] == 0.5


BLOCKS = st.lists(st.tuples(st.floats(0.01, 1.0), st.integers(1, 50)), min_size=1, max_size=7)


@given(BLOCKS)
def test_no_other_set_has_a_better_expected_f1(blocks: list[tuple[float, int]]) -> None:
    chances = np.array([chance for chance, _ in blocks])
    tokens = np.array([float(size) for _, size in blocks])
    best = expected_f1(chances, tokens, choose(chances, tokens))
    others = (
        expected_f1(chances, tokens, np.array(kept)) for kept in product([False, True], repeat=len(blocks))
    )
    assert best >= max(others) - 1e-6
