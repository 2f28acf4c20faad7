"""The parts of a page's loss."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

pytest.importorskip("rapidfuzz")  # which the tests alone do not install

from articlex_lab.training.body.validation.losses import loss

#: Two blocks of the gold text, one that is none of it.
PAGE = SimpleNamespace(
    in_gold=np.array([True, True, False]),
    tokens=[np.array([0, 1, 2]), np.array([3, 4, 5]), np.array([6, 7, 8])],
    gold=np.array([0, 1, 2, 3, 4, 5]),
)


def test_the_right_blocks_lose_nothing() -> None:
    assert loss(PAGE, np.array([True, True, False])) == (0.0, 0.0, 0.0)


def test_what_is_kept_beside_the_text_is_a_loss_by_keeping() -> None:
    found = loss(PAGE, np.array([True, True, True]))
    assert found.kept == pytest.approx(found.total)
    assert found.total == pytest.approx(0.2)


def test_what_is_left_out_is_a_loss_by_losing() -> None:
    found = loss(PAGE, np.array([True, False, False]))
    assert found.lost == pytest.approx(found.total)
    assert found.total == pytest.approx(1 / 3)


def test_what_no_block_has_is_out_of_reach() -> None:
    page = SimpleNamespace(in_gold=PAGE.in_gold, tokens=PAGE.tokens, gold=np.arange(12))
    found = loss(page, np.array([True, True, False]))
    assert found.reach == pytest.approx(found.total) == pytest.approx(1 / 3)


def test_the_parts_are_the_loss() -> None:
    found = loss(PAGE, np.array([True, False, True]))
    assert found.total == pytest.approx(0.5)
    assert found.kept > 0 < found.lost
