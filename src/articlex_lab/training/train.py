"""``make train``: fit the scorer on all corpora that may train it, and write the model files.

The files are the same byte for byte for the same corpora and the same versions of the packages named in
their birth certificate. Progress goes to stderr.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from articlex.page import Form
from articlex.scoring.model import Forest, log_odds, pack_forest
from articlex_lab.corpora import digest, load
from articlex_lab.training.dataset import TRAINABLE, Sample, cached
from articlex_lab.training.forest import KIND_SETTINGS, Settings, fit, to_forest
from articlex_lab.training.kinds import fit_kinds, vectors
from articlex_lab.training.rows import PAGE_WEIGHT, add_bare, make_rows

DATA = Path(__file__).resolve().parents[2] / "articlex" / "data"

LICENCES = {
    "articles": "Apache-2.0",
    "forums": "Apache-2.0",
    "news": "MIT",
    "reader": "Apache-2.0",
    "snippets": "Apache-2.0",
    "wcxb-dev": "CC-BY-4.0",
}

#: Rows of the training data whose scores are kept in the file, for a test that scoring still gives them.
_CHECKS = 20


def fit_forest(samples: Sequence[Sample], settings: Settings) -> Forest:
    """The forest fitted on ``samples``, which share their feature names."""
    rows = add_bare(make_rows(samples), samples[0].names, len(samples))
    model = fit(rows.values, rows.labels, rows.weights, settings)
    return to_forest(model, samples[0].names, settings.depth)


def score_rows(forest: Forest, names: Sequence[str], values: Any) -> Any:
    """Log-odds of rows whose columns are ``names``."""
    places = {name: place for place, name in enumerate(names)}
    return log_odds(forest, values[:, [places[name] for name in forest.names]])


def certificate(
    forest: Forest, names: Sequence[str], values: Any, settings: Settings, samples: Sequence[Sample]
) -> dict[str, Any]:
    """What the file says of itself: names, seed, data, licences, versions, check vectors.

    ``values`` are training rows with columns ``names``; some of them are kept with their scores.
    """
    places = {name: place for place, name in enumerate(names)}
    rows = values[:: max(len(values) // _CHECKS, 1)][:_CHECKS]
    checks = rows[:, [places[name] for name in forest.names]].astype(np.float32)
    return {
        "format": 1,
        "form": samples[0].form,
        "features": list(forest.names),
        "trees": forest.trees,
        "depth": forest.depth,
        "scale": forest.scale,
        "bias": forest.bias,
        "settings": settings._asdict(),
        "page_weight": dict(PAGE_WEIGHT),
        "corpora": {name: digest(load([name])) for name in TRAINABLE},
        "licences": LICENCES,
        "pages": len(samples),
        "versions": {name: version(name) for name in ("lightgbm", "lxml", "numpy")},
        "checks": [[float(value) for value in row] for row in checks],
        "check_odds": [float(odds) for odds in log_odds(forest, checks)],
    }


def write(name: str, forest: Forest, header: dict[str, Any]) -> None:
    """Write one model file into the package."""
    packed = pack_forest(header, forest.columns, forest.thresholds, forest.leaves)
    path = DATA / f"{name}.model"
    path.write_bytes(packed)
    sys.stderr.write(f"{path.name}: {len(packed)} bytes\n")


def build(form: Form, tag: str) -> None:
    """Fit and write both files of one form: the scorer of blocks, and the kinds of page."""
    samples = cached(TRAINABLE, form, tag)
    settings = Settings()
    body = fit_forest(samples, settings)
    values = np.concatenate([sample.values[:1] for sample in samples])
    write(f"body-{form.value}", body, certificate(body, samples[0].names, values, settings, samples))
    kinds = fit_kinds(samples)
    names, rows = vectors(samples)
    write(f"kind-{form.value}", kinds, certificate(kinds, names, rows, KIND_SETTINGS, samples))


def main() -> None:
    """Write the model files of one form, or of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--form", choices=[form.value for form in Form])
    parser.add_argument("--tag", default="train", help="name of the cached samples")
    options = parser.parse_args()
    for form in [options.form] if options.form else [form.value for form in Form]:
        build(Form(form), options.tag)


if __name__ == "__main__":
    main()
