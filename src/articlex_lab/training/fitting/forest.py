"""Fit the boosted trees with LightGBM and turn them into the arrays that articlex evaluates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from articlex.models.forest import Forest


class Settings(NamedTuple):
    """The settings of a fit, most of which are LightGBM's."""

    trees: int = 150
    depth: int = 7
    leaves: int = 31
    learning_rate: float = 0.1
    #: Share of the features that each tree may ask about.
    features: float = 0.25
    #: Share of the rows that each tree is fitted on.
    rows: float = 0.6
    l2: float = 3.0
    least_rows: int = 40
    bins: int = 63
    seed: int = 1


#: The settings of the forest that tells articles from other pages: there is one row for each page, so that
#: the trees are smaller.
KIND_SETTINGS = Settings(trees=80, depth=4, leaves=8, features=0.4, rows=0.7, least_rows=15, seed=3)

#: From the log-odds so far (and LightGBM's data set) to the gradient of the loss and its second derivative.
Objective = Callable[[Any, Any], tuple[Any, Any]]


def fit(
    values: Any, labels: Any, weights: Any, settings: Settings, objective: Objective | None = None
) -> dict[str, Any]:
    """The fitted trees, as LightGBM dumps them.

    ``values`` are [rows, features], ``labels`` and ``weights`` [rows]. Without an ``objective`` the loss is
    the cross-entropy of each row with its label, a share from 0 to 1. One thread and fixed seeds: the same
    data give the same trees.
    """
    import lightgbm

    parameters = {
        "objective": objective or "cross_entropy",
        "learning_rate": settings.learning_rate,
        "num_leaves": settings.leaves,
        "max_depth": settings.depth,
        "min_data_in_leaf": settings.least_rows,
        "feature_fraction": settings.features,
        "bagging_fraction": settings.rows,
        "bagging_freq": 1,
        "lambda_l2": settings.l2,
        "max_bin": settings.bins,
        "use_missing": False,
        "force_col_wise": True,
        "deterministic": True,
        "num_threads": 1,
        "seed": settings.seed,
        "verbose": -1,
    }
    data = lightgbm.Dataset(values, labels, weight=weights, params=parameters)
    model: dict[str, Any] = lightgbm.train(parameters, data, settings.trees).dump_model()
    return model


def to_forest(model: dict[str, Any], names: tuple[str, ...], depth: int) -> Forest:
    """The forest of the trees in LightGBM's dump: as full binary trees, with leaves in 16-bit units, and only
    over those of the features ``names`` that are asked about."""
    trees = [tree["tree_structure"] for tree in model["tree_info"]]
    columns = np.zeros((len(trees), (1 << depth) - 1), np.int64)
    # A leaf above the last level gets children: a node that sends every row to the left.
    thresholds = np.full(columns.shape, np.inf, np.float32)
    values = np.zeros((len(trees), 1 << depth))
    for number, tree in enumerate(trees):
        _lay_out(tree, 0, 0, depth, (columns[number], thresholds[number], values[number]))
    used = np.unique(columns[np.isfinite(thresholds)])
    place = np.zeros(len(names), np.int64)
    place[used] = np.arange(len(used))
    unit = float(np.abs(values).max()) / 32767.0
    leaves = np.round(values / unit).astype(np.int16)
    kept = tuple(names[column] for column in used)
    return Forest(kept, len(trees), depth, place[columns], thresholds, leaves, unit, 0.0)


def _lay_out(node: dict[str, Any], place: int, level: int, depth: int, arrays: tuple[Any, Any, Any]) -> None:
    """Write a node of the dump, and those below it, to its ``place`` in the (columns, thresholds, values)."""
    columns, thresholds, values = arrays
    if "leaf_value" in node:
        first = place
        for _ in range(depth - level):
            first = 2 * first + 1
        width = 1 << (depth - level)
        start = first - ((1 << depth) - 1)
        values[start : start + width] = node["leaf_value"]
        return
    columns[place] = node["split_feature"]
    thresholds[place] = _at_most(node["threshold"])
    _lay_out(node["left_child"], 2 * place + 1, level + 1, depth, arrays)
    _lay_out(node["right_child"], 2 * place + 2, level + 1, depth, arrays)


def _at_most(threshold: float) -> np.float32:
    """The largest float32 not above ``threshold``: features are float32, so that no answer changes."""
    rounded = np.float32(threshold)
    return rounded if float(rounded) <= threshold else np.nextafter(rounded, np.float32(-np.inf))
