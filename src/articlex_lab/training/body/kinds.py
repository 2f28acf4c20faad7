"""Training the forest that tells articles from other kinds of pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from articlex.models.forest import Forest, log_odds, probabilities
from articlex.scoring.features import places_of
from articlex.scoring.kind import page_vector
from articlex_lab.corpora.annotated import stated_kind
from articlex_lab.training.body.samples.dataset import CROWDED, Sample
from articlex_lab.training.fitting.forest import KIND_SETTINGS, fit, to_forest


def vectors(samples: Sequence[Sample]) -> tuple[tuple[str, ...], Any]:
    """The names of the page features, and a matrix with a row for each sample."""
    names, rows = zip(*(page_vector(sample.names, sample.values) for sample in samples), strict=True)
    return names[0], np.stack(rows)


def told(samples: Sequence[Sample]) -> list[Sample]:
    """The samples whose kind is known; crowded pages are left out, as they have been changed."""
    return [
        sample for sample in samples if sample.corpus != CROWDED and stated_kind(sample.corpus, sample.kind)
    ]


def fit_kinds(samples: Sequence[Sample]) -> Forest:
    """The forest fitted on the samples whose kind is known. Pages of corpora of a single kind weigh half.

    Word F1 without crowded pages and with them, on sites not fitted on (HTML, two splits): forums 0.806 and
    0.790, wcxb-dev 0.888 and 0.887, 0.887 and 0.886, multilingual 0.938 and 0.939, 0.941 and 0.941.
    """
    samples = told(samples)
    names, values = vectors(samples)
    labels = np.array([float(sample.kind == "article") for sample in samples])
    weights = np.array([1.0 if sample.corpus == "wcxb-dev" else 0.5 for sample in samples])
    return to_forest(fit(values, labels, weights, KIND_SETTINGS), names, KIND_SETTINGS.depth)


def chances(forest: Forest, samples: Sequence[Sample]) -> Any:
    """For each sample the probability that it is an article."""
    names, values = vectors(samples)
    return probabilities(log_odds(forest, values[:, places_of(forest.names, names)]))
