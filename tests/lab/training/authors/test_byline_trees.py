"""The fit of the trees for authors."""

from __future__ import annotations

import pytest

from articlex.authors.gathering import Authors
from articlex_lab.training.authors.trees import Example, chances, credible, cross_validate, fit

pytest.importorskip("lightgbm")


def examples() -> list[Example]:
    writer = Authors(("Ann Example",), features={"byline", "person"})
    menu = Authors(("Read More",), features={"menu"})
    page = Example("", "c", frozenset(["nobody"]), (writer, menu), (False, True, False))
    shop = Example("", "c", frozenset(["nobody", "shop"]), (menu,), (True, False), signed=False)
    signed = [page._replace(site=f"site{n}.example") for n in range(40)]
    return signed + [shop._replace(site=f"shop{n}.example") for n in range(40)]


def test_what_is_right_is_probable() -> None:
    fitted = fit(examples())
    signed, unsigned = examples()[0], examples()[-1]
    assert chances(signed, fitted)[1] > 0.5
    assert chances(unsigned, fitted)[0] > 0.5


def test_the_same_examples_give_the_same_trees() -> None:
    one, other = fit(examples()), fit(examples())
    assert one.weights == other.weights
    assert one.forest.leaves.tobytes() == other.forest.leaves.tobytes()


def test_scores_are_of_other_sites() -> None:
    found = cross_validate(examples(), 0.5)
    assert found["c"]["signed"] == 40
    assert found["c"]["unsigned"] == 40
    assert found["c"]["signed_right"] > 0.9


def test_a_page_whose_gold_is_next_to_impossible_is_no_example() -> None:
    wrong = examples()[0]._replace(site="wrong.example", right=(True, False, False), signed=False)
    kept = credible([*examples(), wrong])
    assert wrong not in kept
    assert kept.count(examples()[0]) == 1


def test_a_page_that_does_not_teach_changes_no_fit() -> None:
    silent = examples()[0]._replace(site="silent.example", right=(True, False, False), teaches=False)
    assert fit([*examples(), silent]).weights == fit(examples()).weights
