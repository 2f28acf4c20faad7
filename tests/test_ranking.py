import pytest

from articlex.ranking import softmax, utilities

WEIGHTS = {"signed": 2.0, "in-list": -1.5, "above-text": 0.25}


def probabilities(candidates):
    return softmax(utilities(WEIGHTS, candidates))


def test_probabilities_sum_up_to_one():
    assert sum(probabilities([{"signed"}, {"in-list"}, set()])) == pytest.approx(1)


def test_no_candidates():
    assert probabilities([]) == []


def test_equal_candidates_are_equally_probable():
    assert probabilities([{"unknown"}, set()]) == [0.5, 0.5]


def test_probability_grows_with_the_weight():
    high, low = probabilities([{"signed"}, {"in-list"}])
    assert high > low


def test_order_of_features_does_not_matter():
    names = list(WEIGHTS)
    assert probabilities([names, names[::-1], sorted(names)]) == [1 / 3] * 3
