"""The fit of the weights for titles and authors."""

from __future__ import annotations

from math import exp

import pytest

from articlex_lab.choice_model import Example, best, cross_validate, fit

pytest.importorskip("scipy")

RIGHT, WRONG = ["headline", "linked", "a"], ["menu", "linked", "b"]


def examples(order: int = 1) -> list[Example]:
    pages = [
        Example(
            f"site{n}.example", "c", [(frozenset(RIGHT[::order]), True), (frozenset(WRONG[::order]), False)]
        )
        for n in range(12)
    ]
    return [*pages, Example("none.example", "c", [(frozenset(["menu"]), False)])]


def test_right_candidates_weigh_more() -> None:
    weights = fit(examples())
    assert weights["headline"] > 0 > weights["menu"]
    assert best(weights, examples()[0].candidates) == 0


def test_the_reading_that_is_right_less_often_keeps_its_share() -> None:
    listed, first, menu = ((frozenset([name]), name != "menu") for name in ("list", "first", "menu"))
    alone = [Example(f"site{n}.example", "c", [listed, menu]) for n in range(12)]
    both = [Example(f"other{n}.example", "c", [listed, first, menu]) for n in range(12)]
    weights = fit([*alone, *both])
    # Where both are right: 0.45; 0.30 if the sum of both were made probable.
    assert exp(weights["first"]) / (exp(weights["first"]) + exp(weights["list"])) > 0.4


def test_same_examples_give_the_same_weights_in_any_order_of_their_features() -> None:
    assert list(fit(examples()).items()) == list(fit(examples(-1)).items())


def test_share_of_right_choices_on_other_sites() -> None:
    assert cross_validate(examples())["c"] == {"right": 0.923, "reachable": 0.923, "pages": 13}
