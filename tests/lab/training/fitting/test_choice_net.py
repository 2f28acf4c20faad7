"""The net that chooses one row of a page, or none."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")

from articlex.models.net import Net, row_odds
from articlex.titles.text.choice import shares
from articlex_lab.training.fitting.choice_net import Rows, fit_choice_net
from articlex_lab.training.fitting.net import NetSettings

SETTINGS = NetSettings(width=8, epochs=30, dropout=0.0, input_dropout=0.0)
NAMES = ("mark", "noise")


def page(random: np.random.Generator, *, marked: bool) -> Rows:
    """Six rows; the one behind the row with the mark is right."""
    values = np.stack([np.zeros(6), random.normal(0, 1, 6)], 1).astype(np.float32)
    right = np.zeros(6, bool)
    if marked:
        place = int(random.integers(0, 5))
        values[place, 0] = 5.0
        right[place + 1] = True
    return Rows(values, right)


def pages(seed: int) -> list[Rows]:
    random = np.random.default_rng(seed)
    return [page(random, marked=number % 3 > 0) for number in range(120)]


def assert_same(first: Net, second: Net) -> None:
    assert first.arrays.keys() == second.arrays.keys()
    for name, array in first.arrays.items():
        np.testing.assert_array_equal(array, second.arrays[name])


def test_it_learns_what_stands_beside_a_row_and_when_no_row_is_right() -> None:
    net = fit_choice_net(pages(1), NAMES, SETTINGS)
    for unseen in pages(2)[:30]:
        chances = shares(row_odds(net, unseen.values))
        if unseen.right.any():
            assert unseen.right[int(np.argmax(chances))]
        assert (sum(chances) > 0.5) == unseen.right.any()


def test_the_same_pages_give_the_same_net() -> None:
    first, second = (fit_choice_net(pages(1)[:40], NAMES, SETTINGS._replace(epochs=4)) for _ in range(2))
    assert_same(first, second)


@pytest.mark.parametrize(("kinds", "taught"), [(("listing", "article"), True), (("", ""), False)])
def test_the_kinds_of_pages_teach_the_net_where_they_are_stated(kinds: tuple[str, str], taught: bool) -> None:
    told = [each._replace(kind=kinds[number % 2]) for number, each in enumerate(pages(1)[:40])]
    settings = SETTINGS._replace(epochs=2, kind=0.3)
    with_kinds = fit_choice_net(told, NAMES, settings)
    without = fit_choice_net(told, NAMES, settings._replace(kind=0.0))
    same = all(np.array_equal(array, without.arrays[name]) for name, array in with_kinds.arrays.items())
    assert same is not taught


def test_a_page_without_rows_teaches_nothing() -> None:
    empty = Rows(np.zeros((0, 2), np.float32), np.zeros(0, bool))
    settings = SETTINGS._replace(epochs=1)
    few = pages(1)[:8]
    assert_same(fit_choice_net([*few, empty], NAMES, settings), fit_choice_net(few, NAMES, settings))
