"""The rows of samples that trees are fitted on, and their weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from articlex_lab.training.body.samples.dataset import Sample

#: Weight of a page by corpus, so that wcxb-dev, which has most of the pages, does not prevail.
PAGE_WEIGHT: Mapping[str, float] = {
    "articles": 4.0, "crowded": 1.0, "forums": 4.0, "news": 3.0, "reader": 3.0, "snippets": 3.0,
    "wcxb-dev": 1.0,
}  # fmt: skip

#: Weight of a page whose labels are the agreement of other extractors. Word F1 with 0, 1.5 and 3, in HTML and
#: on origins not fitted on: articles 0.852, 0.875, 0.869; multilingual 0.911, 0.919, 0.920; news 0.967,
#: 0.970, 0.970; forums 0.778, 0.772, 0.765; a fifth of wcxb-dev 0.894, 0.893, 0.892.
TAUGHT_WEIGHT = 1.5

#: Rows of one page, at most: on longer pages a sample of the blocks is taken, in which long blocks and main
#: content are more likely, and weighted so that it stands for all.
MOST_ROWS = 160

#: Share of the pages that are there a second time without tags, class words and roles of stages, so that the
#: trees also learn what the text alone says: pages of other origins have other markup.
BARE_SHARE = 0.4

_BARE = tuple(
    """w_ t_ called_ role_ tag_ page_is page_og page_roles page_articles page_mains since_beginning beginnings
    endings title_ inline_words has_headline is_headline since_headline good_since""".split()
)


class Rows(NamedTuple):
    """A training matrix; ``pages`` has for each row the index of its sample."""

    values: Any
    labels: Any
    weights: Any
    pages: Any


def make_rows(samples: Sequence[Sample]) -> Rows:
    """Rows of all samples. Blocks without a label, and the headline, are left out."""
    random = np.random.default_rng(7)
    parts: list[tuple[Any, Any, Any, Any]] = []
    for number, sample in enumerate(samples):
        sources = ((sample.labels, PAGE_WEIGHT.get(sample.corpus, 0.0)), (sample.taught, TAUGHT_WEIGHT))
        for labels, weight in sources:
            known, shares = _choose_rows(sample, labels, random)
            if len(known):
                share = shares * (weight * 30.0 / shares.sum())
                parts.append((sample.values[known], labels[known], share, np.full(len(known), number)))
    return Rows(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _choose_rows(sample: Sample, labels: Any, random: np.random.Generator) -> tuple[Any, Any]:
    """The rows of one page that are fitted on, and the weight of each."""
    known = np.flatnonzero(~np.isnan(labels) & ~sample.title)
    weights = np.sqrt(np.minimum(sample.sizes, 400) + 1)[known]
    if len(known) > MOST_ROWS:
        chance = weights * (1 + 3 * (labels[known] > 0.05))
        chance = np.minimum(1.0, chance / chance.sum() * MOST_ROWS)
        taken = random.random(len(known)) < chance
        return known[taken], (weights / chance)[taken]
    return known, weights


def is_bare(name: str) -> bool:
    """Whether a feature depends on the markup or on what the stages made of it."""
    return name.startswith(_BARE)


def add_bare(rows: Rows, names: Sequence[str], pages: int) -> Rows:
    """``rows``, and those of some of the ``pages`` pages once more without markup, at half the weight."""
    chosen = (np.random.default_rng(5).random(pages) < BARE_SHARE)[rows.pages]
    bare = rows.values[chosen].copy()
    bare[:, [place for place, name in enumerate(names) if is_bare(name)]] = 0.0
    return Rows(
        np.concatenate([rows.values, bare]),
        np.concatenate([rows.labels, rows.labels[chosen]]),
        np.concatenate([rows.weights, rows.weights[chosen] * 0.5]),
        np.concatenate([rows.pages, rows.pages[chosen]]),
    )
