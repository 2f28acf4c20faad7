"""Fit the boosted oblivious trees and turn them into the arrays that articlex evaluates."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from articlex.scoring.model import Forest


class Settings(NamedTuple):
    """What the ensemble is fitted with."""

    trees: int = 600
    depth: int = 6
    learning_rate: float = 0.1
    #: Share of the features that each tree may ask about.
    features: float = 0.25
    #: Share of the rows that each tree is fitted on.
    rows: float = 0.6
    l2: float = 3.0
    borders: int = 63
    seed: int = 1


def fit(values: Any, labels: Any, weights: Any, settings: Settings) -> dict[str, Any]:
    """The fitted ensemble as CatBoost's JSON model; labels are shares from 0 to 1.

    One thread: CatBoost promises the same trees for the same data, seed and thread count.
    """
    from catboost import CatBoost, Pool

    model = CatBoost(
        {
            "loss_function": "CrossEntropy",
            "iterations": settings.trees,
            "depth": settings.depth,
            "learning_rate": settings.learning_rate,
            "rsm": settings.features,
            "bootstrap_type": "Bernoulli",
            "subsample": settings.rows,
            "l2_leaf_reg": settings.l2,
            "border_count": settings.borders,
            "boosting_type": "Plain",
            "score_function": "L2",
            "random_seed": settings.seed,
            "thread_count": 1,
            "allow_writing_files": False,
            "verbose": False,
        }
    )
    model.fit(Pool(values, labels, weight=weights))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        loaded: dict[str, Any] = json.loads(path.read_text())
    return loaded


def to_forest(model: dict[str, Any], names: tuple[str, ...], depth: int) -> Forest:
    """The trees as arrays, leaves rounded to 16-bit units, only the features that are asked about."""
    trees = model["oblivious_trees"]
    columns = np.zeros((len(trees), depth), np.int64)
    thresholds = np.full((len(trees), depth), np.inf, np.float32)
    values = np.zeros((len(trees), 1 << depth))
    for number, tree in enumerate(trees):
        splits = tree["splits"] or []
        for level, split in enumerate(splits):
            columns[number, level] = split["float_feature_index"]
            thresholds[number, level] = split["border"]
        leaves = np.array(tree["leaf_values"])
        # A tree with fewer questions answers "no" to those it lacks.
        values[number, : len(leaves)] = leaves
    factor, bias = model["scale_and_bias"]
    values *= factor
    unit = float(np.abs(values).max()) / 32767.0
    used = np.unique(columns[np.isfinite(thresholds)])
    place = {int(column): index for index, column in enumerate(used)}
    renumbered = np.array([place.get(int(column), 0) for column in columns.ravel()])
    return Forest(
        tuple(names[column] for column in used),
        len(trees),
        depth,
        renumbered,
        thresholds.ravel(),
        np.round(values / unit).astype(np.int16),
        unit,
        float(bias[0]),
    )
