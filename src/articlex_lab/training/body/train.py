"""``make fit``: fit the scorer on all corpora that may train it, and write the model files.

HTML comes first: its scorer labels the raw text of pages without a gold text
(:mod:`articlex_lab.training.body.samples.distilled`). The same code, corpora and packages give the same
bytes; the header of each file has the versions of the packages that matter most. Progress goes to stderr.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

import numpy as np

from articlex.models.forest import Forest
from articlex.models.net import Net, pack_net
from articlex.page import Form
from articlex.scoring.features import places_of
from articlex_lab.command import run_command
from articlex_lab.training.body import element_names
from articlex_lab.training.body.block_net import fit_net, net_settings
from articlex_lab.training.body.kinds import fit_kinds, told, vectors
from articlex_lab.training.body.lexicon import LEAST_SITES, learn, pack_lexicon
from articlex_lab.training.body.rows import PAGE_WEIGHT, TAUGHT_WEIGHT, add_bare, make_rows
from articlex_lab.training.body.samples.dataset import TRAINABLE, TRAINING, Sample, cached
from articlex_lab.training.fitting import model_files
from articlex_lab.training.fitting.forest import KIND_SETTINGS, Settings, fit, to_forest
from articlex_lab.training.fitting.model_files import write_forest, write_model


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


def build(form: Form, tag: str) -> None:
    """Fit and write the files of one form: the lexicon, in HTML the names of elements, the forest and the net
    over blocks, and the forest over pages."""
    samples = cached(TRAINING, form, tag)
    settings = Settings()
    lexicon = learn(samples)
    said = {"form": form.value, "least_sites": LEAST_SITES, **origin(samples)}
    write_model(f"lexicon-{form.value}", pack_lexicon(said, lexicon))
    if form is Form.HTML:
        said["least_sites"] = element_names.LEAST_SITES
        packed = element_names.pack_element_names(said, element_names.learn(samples))
        write_model("element-names", packed)
    body = fit_forest(samples, settings)
    values = np.concatenate([sample.values[:1] for sample in samples])
    rows = values[:, places_of(body.names, samples[0].names)]
    write_forest(f"body-{form.value}", body, rows, said_of(settings, samples))
    net = fit_net(samples, body, net_settings(form))
    write_model(f"net-{form.value}", pack_net(net_certificate(net, samples), net.arrays))
    kinds = fit_kinds(samples)
    names, values = vectors(samples)
    rows = values[:, places_of(kinds.names, tuple(names))]
    write_forest(f"kind-{form.value}", kinds, rows, said_of(KIND_SETTINGS, told(samples)))


def main() -> None:
    """Fit and write the model files of one form or of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--form", choices=[form.value for form in Form])
    parser.add_argument("--tag", default="", help="of the samples to fit on; default: the state of the code")
    options = parser.parse_args()
    for form in [options.form] if options.form else [form.value for form in Form]:
        build(Form(form), options.tag)


if __name__ == "__main__":
    run_command(main)
