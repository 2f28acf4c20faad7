import json
from importlib.resources import files

import pytest

from articlex.ranking import softmax, utilities, weights


def probabilities(model, candidates):
    return softmax(utilities(model, candidates))


STORED = json.loads(files("articlex.data").joinpath("metadata_weights.json").read_text("utf-8"))


def test_probabilities_sum_up_to_one():
    assert sum(probabilities("byline-html", [{"bio-below"}, {"class-prose"}, set()])) == pytest.approx(1)


def test_no_candidates():
    assert probabilities("byline-html", []) == []


def test_equal_candidates_are_equally_probable():
    assert probabilities("byline-html", [{"unknown"}, set()]) == [0.5, 0.5]


def test_probability_grows_with_the_weight():
    known = weights("byline-html")
    best, worst = max(known, key=known.__getitem__), min(known, key=known.__getitem__)
    high, low = probabilities("byline-html", [{best}, {worst}])
    assert high > low


def test_order_of_features_does_not_matter():
    names = list(weights("byline-html"))
    assert probabilities("byline-html", [names, names[::-1], sorted(names)]) == [1 / 3] * 3


@pytest.mark.parametrize("model", STORED["models"])
def test_every_model_says_how_it_was_checked(model):
    corpora = STORED["corpora"]
    assert set(STORED["checked"][model]) == {*corpora, *(f"crowded {name}" for name in corpora)}
