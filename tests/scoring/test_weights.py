"""Which features weighed most: the quick way says what asking all trees anew says."""

from __future__ import annotations

import numpy as np
import pytest

from articlex.models.forest import load_forest, log_odds
from articlex.page import Form
from articlex.read import read_page
from articlex.scoring.features import Matrix, build_matrix, places_of
from articlex.scoring.weights import feature_weights, weightiest_features

TEXT = "The ferry to the island runs again since Monday, after two winters in the dock."
PAGES = {
    Form.HTML: f"<nav><a href=/>Home</a><a href=/b>Boats</a></nav><h1>Ferry</h1><p>{TEXT}</p><p>{TEXT}</p>",
    Form.TEXT: f"Home\nBoats\n\nThe ferry\n\n{TEXT}\n\n{TEXT[:40]}\n\n{TEXT}\n\nRead more",
}


def matrix_of(form: Form) -> Matrix:
    matrix = build_matrix(read_page(PAGES[form], form=form))
    assert matrix is not None
    return matrix


@pytest.mark.parametrize("form", PAGES)
def test_a_weight_is_what_the_usual_value_of_the_feature_would_change(form: Form) -> None:
    matrix, forest = matrix_of(form), load_forest(f"body-{form}")
    values = np.ascontiguousarray(matrix.values[:, places_of(forest.names, matrix.names)])
    usual = np.median(values, axis=0)
    weights = feature_weights(forest, values, usual)
    for row, own in zip(values, weights, strict=True):
        variants = np.repeat(row[None, :], len(usual), axis=0)
        np.fill_diagonal(variants, usual)
        assert log_odds(forest, row[None, :]) - log_odds(forest, variants) == pytest.approx(own, abs=1e-9)


def test_the_features_that_weighed_most_are_named_with_value_and_weight() -> None:
    matrix = matrix_of(Form.HTML)
    weights = weightiest_features(read_page(PAGES[Form.HTML]))
    assert weights.keys() == set(matrix.rows)
    for row, block in enumerate(matrix.rows):
        changes = [abs(weight.change) for weight in weights[block]]
        assert changes == sorted(changes, reverse=True)
        for weight in weights[block]:
            assert weight.value == matrix.values[row, matrix.names.index(weight.name)]
    assert max(map(len, weights.values())) == 8


def test_a_page_is_weighed_a_part_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    page = read_page(PAGES[Form.TEXT], form="text")
    whole = weightiest_features(page)
    monkeypatch.setattr("articlex.scoring.weights._AT_ONCE", 3)
    assert weightiest_features(page) == whole


def test_a_page_without_text_has_no_weights() -> None:
    page = read_page("<hr><hr>", form="html")
    assert weightiest_features(page) == {}
