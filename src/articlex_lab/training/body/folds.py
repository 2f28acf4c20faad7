"""The folds of crossvalidation, by site: the pages of a site are all in the same one."""

from __future__ import annotations

from articlex_lab.corpora.annotated import stable_hash
from articlex_lab.training.body.samples.dataset import Sample

FOLDS = 5


def fold(sample: Sample) -> int:
    """The fold of a sample's site."""
    return int(stable_hash(sample.site), 16) % FOLDS
