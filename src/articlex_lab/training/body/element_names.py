"""Fit what the names of elements (tags, words of class and id) say: whether main content is inside.

A site counts once for a name, with the share of the text inside elements of that name that is main content;
an element inside another one of its name is not counted again. As with words
(:mod:`articlex_lab.training.body.lexicon`), the columns of a sample that is fitted on come from the sites of
other folds.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from articlex.models.packing import pack
from articlex.scoring.element_names import Called, called_columns
from articlex.scoring.lexicon import UNIT
from articlex_lab.training.body.folds import FOLDS, learn_by_folds, sites
from articlex_lab.training.body.samples.dataset import Sample, known_labels

#: Names that fewer sites have are left out. Other figures were not tried.
LEAST_SITES = 8

#: What the header of the file holds.
_HEADER = frozenset(("names", "bytes"))

#: Tokens of a block that count, at most: a paragraph says more than a label, but not in proportion.
_MOST_TOKENS = 400

#: For each name how many sites have main content inside, and how many have other blocks: sums of shares.
Sites = dict[str, list[float]]


def learn(samples: Sequence[Sample]) -> dict[str, float]:
    """The log-odds of the names in all ``samples``; also sets the columns of each sample, by the log-odds
    that the sites of other folds give."""
    return learn_by_folds(samples, _count_sites(samples), _to_odds, apply)


def apply(odds: Mapping[str, float], samples: Sequence[Sample]) -> None:
    """Set the columns of ``samples`` for the names of elements by ``odds``."""
    for sample in samples:
        sample.set_columns(called_columns(sample.called, odds))


def _count_sites(samples: Sequence[Sample]) -> list[Sites]:
    """The counts for each fold of sites."""
    folds: list[Sites] = [defaultdict(lambda: [0.0, 0.0]) for _ in range(FOLDS)]
    for number, pages in sites(samples):
        for name, share in _of_site(pages).items():
            found = folds[number][name]
            found[0] += share
            found[1] += 1.0 - share
    return folds


def _to_odds(folds: Sequence[Sites]) -> dict[str, float]:
    """The log-odds of the names that enough sites have, in alphabetical order, rounded as in the file."""
    whole: Sites = defaultdict(lambda: [0.0, 0.0])
    for counts in folds:
        for name, (inside, outside) in counts.items():
            whole[name][0] += inside
            whole[name][1] += outside
    found = {}
    for name in sorted(whole):
        inside, outside = whole[name]
        if round(inside + outside) >= LEAST_SITES:
            units = round(math.log((inside + 1.0) / (outside + 1.0)) / UNIT)
            found[name] = float(np.float32(min(max(units, -127), 127)) * np.float32(UNIT))
    return found


def pack_element_names(said: dict[str, Any], odds: Mapping[str, float]) -> bytes:
    """The bytes of the model file of ``odds``, with ``said`` in its header."""
    names = "\n".join(odds).encode()
    units = np.round(np.array([*odds.values()], np.float32) / np.float32(UNIT)).astype(np.int8)
    return pack({"names": len(odds), "bytes": len(names), **said}, _HEADER, names + units.tobytes())


def _of_site(pages: Sequence[Sample]) -> dict[str, float]:
    """For each name that a site uses, the share of the text inside that is main content."""
    held: Sites = defaultdict(lambda: [0.0, 0.0])
    for page in pages:
        label = known_labels(page)
        told = ~np.isnan(label) & ~page.title
        if told.any():
            weight = np.where(told, np.sqrt(np.minimum(page.sizes, _MOST_TOKENS) + 1), 0.0)
            _add_page(page.called, label, weight, held)
    return {name: min(inside / both, 1.0) for name, (inside, both) in held.items() if both > 0.0}


def _add_page(called: Called, label: Any, weight: Any, held: Sites) -> None:
    """Add to ``held``, for each name, the weight of the blocks inside it, and how much of that is content."""
    count = len(called.parent)
    sums = [
        np.append(0.0, np.bincount(called.own, part, count).cumsum()).tolist()
        for part in (np.nan_to_num(label) * weight, weight)
    ]
    names: list[list[str]] = [[] for _ in range(called.looks)]
    for name, looks in called.names.items():
        for look in looks:
            names[look].append(name)
    behind: dict[str, int] = {}
    ends = _ends(called.depth.tolist())
    for node, (look, end) in enumerate(zip(called.look.tolist(), ends, strict=True)):
        for name in names[look]:
            if node >= behind.get(name, 0):
                behind[name] = end
                found = held[name]
                found[0] += sums[0][end] - sums[0][node]
                found[1] += sums[1][end] - sums[1][node]


def _ends(depths: Sequence[int]) -> list[int]:
    """For each element of a tree, in document order, the number of the first one after its descendants."""
    ends = [len(depths)] * len(depths)
    open_ones: list[int] = []
    for number, depth in enumerate(depths):
        while open_ones and depths[open_ones[-1]] >= depth:
            ends[open_ones.pop()] = number
        open_ones.append(number)
    return ends
