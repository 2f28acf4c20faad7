"""``make fit``: fit the scorer on all corpora that may train it, and write the model files.

HTML comes first: its scorer labels the raw text of pages without a gold text
(:mod:`articlex_lab.training.body.samples.distilled`). The same code, corpora and packages give the same
bytes; the header of each file has the versions of the packages that matter most. Progress goes to stderr.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from articlex.models.forest import Forest
from articlex.models.net import Net, pack_net
from articlex.page import Form
from articlex.scoring.features import places_of
from articlex.scoring.lexicon import Lexicon
from articlex_lab.command import run_command
from articlex_lab.training.body import element_names
from articlex_lab.training.body.block_net import fit_net, net_settings
from articlex_lab.training.body.kinds import fit_kinds, told, vectors
from articlex_lab.training.body.lexicon import LEAST_SITES, learn, pack_lexicon
from articlex_lab.training.body.rows import PAGE_WEIGHT, TAUGHT_WEIGHT, add_bare, make_rows
from articlex_lab.training.body.samples.dataset import TRAINABLE, TRAINING, Sample, cached
from articlex_lab.training.fitting import model_files
from articlex_lab.training.fitting.forest import KIND_SETTINGS, Settings, fit, to_forest
from articlex_lab.training.fitting.model_files import packed_forest, write_model


@dataclass(frozen=True, slots=True)
class Fit:
    """The models of the body of one form; raw page text has no names of elements."""

    lexicon: Lexicon
    element_names: dict[str, float] | None
    forest: Forest
    net: Net
    kinds: Forest


def fit_forest(samples: Sequence[Sample], settings: Settings) -> Forest:
    """The forest fitted on the blocks of ``samples``, all of one form."""
    rows = add_bare(make_rows(samples), samples[0].names, len(samples))
    model = fit(rows.values, rows.labels, rows.weights, settings)
    return to_forest(model, samples[0].names, settings.depth)


def said_of(settings: Settings, samples: Sequence[Sample]) -> dict[str, Any]:
    """What the file of a forest says of its fit."""
    return {"form": samples[0].form, "settings": settings._asdict(), **origin(samples)}


def origin(samples: Sequence[Sample]) -> dict[str, Any]:
    """What the file of a model says of its origin: samples, their weights, corpora and packages."""
    packages = ("lightgbm", "lxml", "numpy", "readability-lxml", "torch", "trafilatura")
    return {
        "page_weight": {**PAGE_WEIGHT, "taught": TAUGHT_WEIGHT},
        "pages": len(samples),
        **model_files.origin(TRAINABLE, packages),
    }


def net_certificate(net: Net, samples: Sequence[Sample]) -> dict[str, Any]:
    """The header of the file of the net, which has the scores of a short page of the training data."""
    page = min(samples, key=lambda sample: (abs(len(sample.values) - model_files.CHECKS), sample.name))
    rows = page.values[:, places_of(net.names, page.names)]
    settings = net_settings(Form(page.form))._asdict()
    return model_files.net_header(net, rows, page.sizes) | {
        "form": page.form,
        "settings": settings,
        **origin(samples),
    }


def fit_all(samples: Sequence[Sample]) -> Fit:
    """The models of the body, fitted on ``samples``, all of one form, whose columns for their words are set
    by the way."""
    form = Form(samples[0].form)
    lexicon = learn(samples)
    names = element_names.learn(samples) if form is Form.HTML else None
    forest = fit_forest(samples, Settings())
    return Fit(lexicon, names, forest, fit_net(samples, forest, net_settings(form)), fit_kinds(samples))


def packed(fit: Fit, samples: Sequence[Sample]) -> dict[str, bytes]:
    """The model files of a fit on ``samples``: their bytes by their names, without ``.model``."""
    form = Form(samples[0].form)
    said = {"form": form.value, "least_sites": LEAST_SITES, **origin(samples)}
    files = {f"lexicon-{form.value}": pack_lexicon(said, fit.lexicon)}
    if fit.element_names is not None:
        said["least_sites"] = element_names.LEAST_SITES
        files["element-names"] = element_names.pack_element_names(said, fit.element_names)
    values = np.concatenate([sample.values[:1] for sample in samples])
    rows = values[:, places_of(fit.forest.names, samples[0].names)]
    files[f"body-{form.value}"] = packed_forest(fit.forest, rows, said_of(Settings(), samples))
    files[f"net-{form.value}"] = pack_net(net_certificate(fit.net, samples), fit.net.arrays)
    names, values = vectors(samples)
    rows = values[:, places_of(fit.kinds.names, tuple(names))]
    files[f"kind-{form.value}"] = packed_forest(fit.kinds, rows, said_of(KIND_SETTINGS, told(samples)))
    return files


def main() -> None:
    """Fit and write the model files of one form or of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--form", choices=[form.value for form in Form])
    parser.add_argument("--tag", default="", help="of the samples to fit on; default: the state of the code")
    options = parser.parse_args()
    for form in [options.form] if options.form else [form.value for form in Form]:
        samples = cached(TRAINING, Form(form), options.tag)
        for name, packed_model in packed(fit_all(samples), samples).items():
            write_model(name, packed_model)


if __name__ == "__main__":
    run_command(main)
