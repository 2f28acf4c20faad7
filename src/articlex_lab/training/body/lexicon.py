"""Fit the lexicon: the log-odds that a block with a certain word is main content, for words of many sites.

A site counts once for a word, with the share of the blocks with that word that are main content. On the pages
that it was learned from a lexicon would seem better than it is, so that the columns of a sample that is
fitted on come from the sites of other folds.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

import numpy as np

from articlex.models.packing import pack
from articlex.scoring.columns import Stack
from articlex.scoring.lexicon import NAMES, SLOT_SHIFT, UNIT, Lexicon, lexicon_columns
from articlex_lab.training.body.folds import FOLDS, fold
from articlex_lab.training.body.samples.dataset import CROWDED, Sample, known_labels

#: Words that fewer sites have are left out: 17,000 words of 5,800 pages stay. Other figures were not tried.
LEAST_SITES = 8

#: What the header of the file holds.
_HEADER = frozenset(("words",))


class Sites(NamedTuple):
    """Words, as sorted fingerprints, and how many sites have them in main content and around it."""

    prints: Any  # uint32 [words]
    inside: Any  # float64 [words]
    outside: Any  # float64 [words]


def learn(samples: Sequence[Sample]) -> Lexicon:
    """The lexicon of all ``samples``; also sets the columns of each sample, by the sites of other folds."""
    folds = count_sites(samples)
    for left_out in range(FOLDS):
        others = to_lexicon([sites for number, sites in enumerate(folds) if number != left_out])
        apply(others, [sample for sample in samples if fold(sample) == left_out])
    return to_lexicon(folds)


def apply(lexicon: Lexicon, samples: Sequence[Sample]) -> None:
    """Set the columns of ``samples`` for their words by ``lexicon``."""
    for sample in samples:
        first = sample.names.index(NAMES[0])
        stack: Stack = lexicon_columns(lexicon, sample.word_rows, sample.words, len(sample.values))
        sample.values[:, first : first + len(NAMES)] = stack.values.T


def count_sites(samples: Sequence[Sample]) -> list[Sites]:
    """The counts for each fold of sites. Crowded pages are left out: they have words of many sites."""
    own = sorted((sample for sample in samples if sample.corpus != CROWDED), key=lambda sample: sample.site)
    folds: list[list[Sites]] = [[] for _ in range(FOLDS)]
    for _, pages in groupby(own, key=lambda sample: sample.site):
        of_site = list(pages)
        folds[fold(of_site[0])].append(_of_site(of_site))
    return [_together(sites) for sites in folds]


def to_lexicon(folds: Sequence[Sites]) -> Lexicon:
    """The lexicon of the words that enough sites have: of those in one slot the word of most sites; log-odds
    are rounded as in the file."""
    whole = _together(folds)
    sites = whole.inside + whole.outside
    often = np.flatnonzero(sites >= LEAST_SITES)
    often = often[np.argsort(-sites[often], kind="stable")]
    _, first = np.unique(whole.prints[often] >> SLOT_SHIFT, return_index=True)
    kept = np.sort(often[first])
    odds = np.log((whole.inside[kept] + 1.0) / (whole.outside[kept] + 1.0))
    return Lexicon(whole.prints[kept], rounded(odds))


def rounded(odds: Any) -> Any:
    """Log-odds [words], float32, as the file can hold them."""
    units = np.clip(np.round(odds / UNIT), -127, 127)
    return units.astype(np.float32) * np.float32(UNIT)


def pack_lexicon(said: dict[str, Any], lexicon: Lexicon) -> bytes:
    """The bytes of the model file of ``lexicon``, with ``said`` in its header."""
    units = np.round(lexicon.odds / UNIT).astype(np.int8)
    arrays = lexicon.prints.astype("<u4").tobytes() + units.tobytes()
    return pack({"words": len(lexicon.prints), **said}, _HEADER, arrays)


def _of_site(pages: Sequence[Sample]) -> Sites:
    """For each word of a site the share of its blocks that are main content, and the rest."""
    prints, labels = [], []
    for page in pages:
        label = known_labels(page)
        label[page.title] = np.nan
        of_words = label[page.word_rows]
        told = ~np.isnan(of_words)
        prints.append(page.words[told])
        labels.append(of_words[told])
    found, place = np.unique(np.concatenate(prints), return_inverse=True)
    inside = np.bincount(place, np.concatenate(labels), len(found)) / np.bincount(place, minlength=len(found))
    return Sites(found, inside, 1.0 - inside)


def _together(parts: Sequence[Sites]) -> Sites:
    if not parts:
        return Sites(np.zeros(0, np.uint32), np.zeros(0), np.zeros(0))
    found, place = np.unique(np.concatenate([part.prints for part in parts]), return_inverse=True)
    sums = (
        np.bincount(place, np.concatenate([getattr(part, side) for part in parts]), len(found))
        for side in ("inside", "outside")
    )
    return Sites(found, *sums)
