"""Fit the net over the blocks of a page and turn it into the arrays that articlex evaluates.

The loss of a page is the cross-entropy of its labelled blocks; plus, where its gold text is known, one minus
the expected F1 of the probabilities, in tokens; plus the cross-entropy of the kind of the page. One thread
and fixed seeds: the same data and the same version of PyTorch give the same weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from articlex.models.forest import Forest
from articlex.models.net import Net, squash
from articlex.page import Form
from articlex_lab.corpora.annotated import stated_kind
from articlex_lab.training.body.rows import PAGE_WEIGHT, TAUGHT_WEIGHT, is_bare
from articlex_lab.training.body.samples.dataset import CROWDED, Sample, known_labels
from articlex_lab.training.fitting.net import (
    Kinds,
    Module,
    NetSettings,
    arrays_of,
    descend,
    scale_of,
    standardised,
)


def net_settings(form: Form) -> NetSettings:
    """The settings for pages of ``form``.

    A page of raw text is there three times, so that it is seen in fewer epochs, and has no markup to hide.
    The figures are word F1, of the net mixed with the trees, on origins and sites that were not fitted on;
    docs/experiments/body.md has those of other seeds.

    *Roles and headline hidden* (``bare``; one split, 5 epochs). Raw page text, on 0.3 and on none of the
    pages: multilingual 0.861, 0.869, articles 0.828, 0.833, forums 0.688, 0.701, a fifth of wcxb-dev 0.856,
    0.853; 8 epochs with a decay of 0.05 and nothing hidden 0.862, 0.829, 0.691, 0.861. Twice the width, or a
    second look at the page weighed by what the net believes so far: no more. HTML, on 0.3 or 0.15:
    multilingual 0.925, 0.926, articles 0.884, 0.881, forums 0.774, 0.768, wcxb-dev 0.890, 0.886.

    *Weight of the kind of page* (``kind``). HTML, 0, 0.2 and 0.6, two seeds: two fifths of wcxb-dev 0.888 and
    0.888, 0.891 and 0.891, 0.891 and 0.889 (products 0.729 and 0.738, 0.758 and 0.762, 0.753 and 0.753);
    articles 0.884 and 0.885, 0.894 and 0.888, 0.899 and 0.899; forums 0.821 and 0.806, 0.812 and 0.811, 0.822
    and 0.819; multilingual the same. 0.07, 1.5 and 4: wcxb-dev 0.890, 0.888, 0.888. Raw page text, 0 and 0.4:
    a fifth of wcxb-dev 0.861, 0.856, articles 0.853, 0.860, forums 0.709, 0.700, multilingual 0.906, 0.907.

    *Crowded pages* (``crowded``). The mean of two nets, of which one sees no crowded pages, is no better than
    one net that sees all. HTML (two folds of wcxb-dev, the other three): wcxb-dev 0.889, 0.855 by two, 0.889,
    0.857 by one; multilingual 0.944, 0.944 by two, 0.944, 0.945 by one. Raw page text (two folds): 0.860 and
    0.907 by two, 0.859 and 0.911 by one. Crowded pages as heavy as those of wcxb-dev: HTML 0.886, 0.858 and
    0.942, 0.945, raw page text 0.856 and 0.912.

    *Channels* (``width``). In HTML 32 take half of the time of 48. 32 and 48, two seeds each: two fifths of
    wcxb-dev 0.888, 0.886 and 0.888, 0.887, the other three 0.854, 0.856 and 0.859, 0.854; multilingual 0.943,
    0.944, 0.942, 0.944 and 0.944, 0.943, 0.941, 0.941; articles 0.893, 0.898 and 0.897, 0.893; forums 0.822,
    0.829 and 0.822, 0.809; news 0.966 each, and 0.966, 0.968; reader 0.928, 0.931 and 0.936, 0.932. All folds
    of wcxb-dev, on later pages: 0.8733 and 0.8752.
    """
    text = NetSettings(epochs=6, decay=0.05, bare=0.0, kind=0.0, seed=1)
    return NetSettings(width=32, seed=2) if form is Form.HTML else text


class _Pages:
    """The training pages as arrays, which are standardised once for all epochs."""

    def __init__(self, samples: Sequence[Sample], names: Sequence[str], settings: NetSettings) -> None:
        places = {name: place for place, name in enumerate(samples[0].names)}
        self.columns = [places[name] for name in names]
        values = [squash(sample.values[:, self.columns]) for sample in samples]
        some = np.concatenate([rows[::7] for rows in values])
        self.means, self.deviations = scale_of(some)
        self.values = [self.standard(rows) for rows in values]
        self.bare = np.array([is_bare(name) for name in names])
        self.nothing = self.standard(np.zeros((1, len(names)), np.float32))[0]
        self.tokens = [s.sizes for s in samples]
        labels = [known_labels(s) for s in samples]
        self.known = [~np.isnan(found) & ~s.title for found, s in zip(labels, samples, strict=True)]
        self.labels = [np.nan_to_num(found).astype(np.float32) for found in labels]
        #: Whether the gold text of each page is known, and the weight of each page.
        self.whole = np.array([len(s.gold) > 0 for s in samples])
        page_weight = {**PAGE_WEIGHT, CROWDED: settings.crowded}
        weights = [page_weight.get(s.corpus, TAUGHT_WEIGHT) for s in samples]
        self.weights = np.sqrt(np.array(weights, np.float32))

    def standard(self, squashed: Any) -> Any:
        return standardised(squashed, self.means, self.deviations)

    def batch(self, chosen: Any, settings: NetSettings, random: np.random.Generator) -> Any:
        """(values, tokens, there, labels, known) of the pages ``chosen``, padded to the longest: float32
        [pages, blocks], values [pages, blocks, features]. Of a page that is too long a random stretch is
        taken."""
        longest = max(min(len(self.tokens[page]), settings.most_blocks) for page in chosen)
        values = np.zeros((len(chosen), longest, len(self.columns)), np.float32)
        tokens, there, labels, known = (np.zeros((len(chosen), longest), np.float32) for _ in range(4))
        for row, page in enumerate(chosen):
            length = len(self.tokens[page])
            start = int(random.integers(0, max(length - settings.most_blocks, 0) + 1))
            part = slice(start, min(start + settings.most_blocks, length))
            size = part.stop - part.start
            seen = self.values[page][part]
            if random.random() < settings.bare:
                seen = np.where(self.bare, self.nothing, seen)
            values[row, :size], there[row, :size] = seen, 1.0
            tokens[row, :size], labels[row, :size] = self.tokens[page][part], self.labels[page][part]
            known[row, :size] = self.known[page][part]
        return tuple(torch.from_numpy(array) for array in (values, tokens, there, labels, known))


def fit_net(samples: Sequence[Sample], forest: Forest, settings: NetSettings) -> Net:
    """The net fitted on ``samples``, whose inputs are the features that ``forest`` asks about most often."""
    torch.set_num_threads(1)
    torch.manual_seed(settings.seed)
    random = np.random.default_rng(settings.seed)
    samples = [s for s in samples if not (np.isnan(s.labels).all() and np.isnan(s.taught).all())]
    pages = _Pages(samples, _most_asked(forest, settings.features), settings)
    module = Module(len(pages.columns), settings)
    kinds = Kinds([stated_kind(s.corpus, s.kind) for s in samples], settings)

    def loss(chosen: Any) -> Any:
        values, tokens, there, labels, known = pages.batch(chosen, settings, random)
        odds, whole = module.odds_and_pages(values, tokens, there)
        return _loss(odds, (tokens, labels, known), pages, chosen) + kinds.loss(whole, chosen)

    descend(nn.ModuleList((module, kinds)), [len(tokens) for tokens in pages.tokens], settings, random, loss)
    names = tuple(samples[0].names[column] for column in pages.columns)
    return Net(names, arrays_of(module, pages.means, pages.deviations))


def _most_asked(forest: Forest, most: int) -> list[str]:
    asked = np.bincount(forest.columns[np.isfinite(forest.thresholds)], minlength=len(forest.names))
    return [forest.names[place] for place in np.argsort(-asked, kind="stable")[:most]]


def _loss(odds: Any, batch: Any, pages: _Pages, chosen: Any) -> Any:
    """The loss of the blocks of the ``chosen`` pages."""
    tokens, labels, known = batch
    sizes = torch.sqrt(tokens.clamp(max=400) + 1) * known
    entropy = functional.binary_cross_entropy_with_logits(odds, labels, reduction="none")
    blocks = (entropy * sizes).sum(1) / (sizes.sum(1) + 1e-6)
    chances = torch.sigmoid(odds)
    counted = tokens * known
    shared = (chances * labels * counted).sum(1)
    wanted, kept = (labels * counted).sum(1), (chances * counted).sum(1)
    promised = 1.0 - (2.0 * shared + 1.0) / (wanted + kept + 1.0)
    weights = torch.from_numpy(pages.weights[chosen])
    whole = torch.from_numpy(pages.whole[chosen].astype(np.float32))
    return ((blocks + promised * whole) * weights).sum() / weights.sum()
