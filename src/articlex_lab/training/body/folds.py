"""The folds of crossvalidation, by site: pages of one site are never fitted on and scored at once."""

from __future__ import annotations

from articlex_lab.corpora.annotated import stable_hash
from articlex_lab.training.body.samples.dataset import Sample

FOLDS = 5


def fold(sample: Sample) -> int:
    """The fold of a sample's site."""
    return int(stable_hash(sample.site), 16) % FOLDS
