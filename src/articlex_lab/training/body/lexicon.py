"""Fit the lexicon: the log-odds that a block with a certain word is main content, for words of many sites.

A site counts once for a word, with the share of the blocks with that word that are main content. On the pages
that it was learned from a lexicon would seem better than it is, so that the columns of a sample that is
fitted on come from the sites of other folds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from articlex.models.packing import pack
from articlex.scoring.lexicon import SLOT_SHIFT, UNIT, Lexicon, lexicon_columns
from articlex_lab.training.body.folds import FOLDS, learn_by_folds, sites
from articlex_lab.training.body.samples.dataset import Sample, known_labels

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
    return learn_by_folds(samples, _count_sites(samples), _to_lexicon, apply)


def apply(lexicon: Lexicon, samples: Sequence[Sample]) -> None:
    """Set the columns of ``samples`` for their words by ``lexicon``."""
    for sample in samples:
        sample.set_columns(lexicon_columns(lexicon, sample.word_rows, sample.words, len(sample.values)))


def _count_sites(samples: Sequence[Sample]) -> list[Sites]:
    """The counts for each fold of sites."""
    folds: list[list[Sites]] = [[] for _ in range(FOLDS)]
    for number, pages in sites(samples):
        folds[number].append(_of_site(pages))
    return [_together(counts) for counts in folds]


def _to_lexicon(folds: Sequence[Sites]) -> Lexicon:
    """The lexicon of the words that enough sites have: of those in one slot the word of most sites; log-odds
    are rounded as in the file."""
    whole = _together(folds)
    many = whole.inside + whole.outside
    often = np.flatnonzero(many >= LEAST_SITES)
    often = often[np.argsort(-many[often], kind="stable")]
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


def no_words() -> bytes:
    """The bytes of the model file of a lexicon without words."""
    return pack_lexicon({}, Lexicon(np.zeros(0, np.uint32), np.zeros(0, np.float32)))


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
