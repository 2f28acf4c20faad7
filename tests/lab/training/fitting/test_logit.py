"""The fit of the weights for authors."""

from __future__ import annotations

from math import exp

import pytest

from articlex_lab.training.fitting.logit import Candidates, fit

pytest.importorskip("scipy")

RIGHT, WRONG = ["headline", "linked", "a"], ["menu", "linked", "b"]
PENALTY = 2.0


def examples(order: int = 1) -> list[Candidates]:
    page = [(tuple(RIGHT[::order]), True), (tuple(WRONG[::order]), False)]
    return [*[page] * 12, [(("menu",), False)]]


def test_right_candidates_weigh_more() -> None:
    weights = fit(examples(), PENALTY)
    assert weights["headline"] > 0 > weights["menu"]


def test_the_reading_that_is_right_less_often_keeps_its_share() -> None:
    listed, first, menu = (((name,), name != "menu") for name in ("list", "first", "menu"))
    weights = fit([*[[listed, menu]] * 12, *[[listed, first, menu]] * 12], PENALTY)
    # Where both are right: 0.45; 0.30 if the sum of both were made probable.
    assert exp(weights["first"]) / (exp(weights["first"]) + exp(weights["list"])) > 0.4


def test_same_examples_give_the_same_weights_in_any_order_of_their_features() -> None:
    assert list(fit(examples(), PENALTY).items()) == list(fit(examples(-1), PENALTY).items())
