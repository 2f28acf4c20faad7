"""What candidates are among each other, and the probabilities that come of it."""

from __future__ import annotations

import pytest

from articlex.authors.gathering import Authors
from articlex.authors.printed import BELOW_LABEL, FIRST_OF_LINE, JOINED_BELOW_LABEL
from articlex.authors.stated_papers import HANDLE, LABELLED
from articlex.authors.weighing import RELATIONS, byline_forest, chances, relations, table
from articlex.page import Form

BOTH = Authors(("Ann Example", "Bo Sample"), features={"person", "from:json-ld"}, shorter=[1])
ANN = Authors(("Ann Example",), features={"person", "from:class"}, longer=[0])
SITE = Authors(("Example Post",), features={"person", "site:whole"})


def related(name: str) -> list[float]:
    rows = relations([BOTH, ANN, SITE], [0.5, 2.0, 1.0, 3.0])
    return [row[name] for row in rows]


def test_every_row_has_every_relation():
    assert [set(row) for row in relations([ANN], [0.0, 1.0])] == [set(RELATIONS)] * 2


def test_nobody_stands_first():
    assert related("is-nobody") == [1.0, 0.0, 0.0, 0.0]


def test_rank_and_distance_of_the_logit():
    assert related("logit:rank") == [0.0, 1.0, 2.0, 0.0]
    assert related("logit:ahead") == [-2.5, -1.0, -2.0, 1.0]


def test_lists_know_their_members():
    assert related("logit:longer")[2] == 2.0
    assert related("logit:shorter")[1] == 1.0
    assert related("shorter-names")[1] == 0.5


def test_the_best_person_who_is_not_the_site():
    assert related("logit:person") == [-9.0, 1.0, 2.0, 2.0]


def test_every_row_has_the_features_of_the_page():
    places = {"nobody": 0, "person": 1, "candidates": 2}
    values = table([{"nobody"}, ANN.features], relations([ANN], [0.0, 1.0]), {}, places)
    assert values.tolist() == [[1.0, 0.0, 1.0], [1.0, 1.0, 1.0]]


@pytest.mark.parametrize("form", list(Form))
def test_probabilities_sum_up_to_one(form):
    assert sum(chances(form, frozenset(["nobody"]), [BOTH, ANN, SITE], {})) == pytest.approx(1.0)


@pytest.mark.parametrize("form", list(Form))
def test_the_trees_ask_about_the_logit(form):
    assert {"logit", "logit:chance"} <= set(byline_forest(form)[1])


def test_without_candidates_nobody_is_certain():
    assert chances(Form.HTML, frozenset(["nobody"]), [], {}) == [1.0]


def test_features_that_rules_ask_for_by_name_are_known_to_the_model() -> None:
    asked = {FIRST_OF_LINE, BELOW_LABEL, JOINED_BELOW_LABEL, *HANDLE, *LABELLED}
    assert asked <= byline_forest(Form.HTML)[0].weights.keys()
