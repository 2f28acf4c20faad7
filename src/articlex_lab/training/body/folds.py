"""The folds of crossvalidation, by site: the pages of a site are all in the same one; and its splits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, TypeVar

from articlex.page import Form
from articlex_lab.corpora.annotated import stable_hash
from articlex_lab.corpora.flatteners import cache_folder
from articlex_lab.training.body.samples.dataset import CROWDED, TRAINABLE, Sample
from articlex_lab.training.body.samples.state import code_state, corpora_state

FOLDS = 5

#: The corpora that are scored by a fit without their sites, and those that no fit may see.
HELD = ("articles", "forums", "news", "reader", "snippets")
UNTRAINED = ("multilingual",)

Counted = TypeVar("Counted")
Learned = TypeVar("Learned")


class Split(NamedTuple):
    """What is scored by one fit: a corpus, or one ``fold`` of it."""

    corpus: str
    fold: int | None = None

    def holds(self, corpus: str, site: str) -> bool:
        """Whether a page of the corpus and of the site is scored."""
        return corpus == self.corpus and self.fold in (None, fold_of(site))


#: ``wcxb-dev`` in five folds, each other corpus whole.
SPLITS = (
    *(Split("wcxb-dev", number) for number in range(FOLDS)),
    *(Split(corpus) for corpus in (*HELD, *UNTRAINED)),
)


def fold_of(site: str) -> int:
    """The fold of a site."""
    return int(stable_hash(site), 16) % FOLDS


def fold(sample: Sample) -> int:
    """The fold of a sample's site."""
    return fold_of(sample.site)


def sites(samples: Sequence[Sample]) -> Iterator[tuple[int, list[Sample]]]:
    """The fold and the pages of each site. Crowded pages are left out: they have parts of many sites."""
    own = sorted((sample for sample in samples if sample.corpus != CROWDED), key=lambda sample: sample.site)
    for _, found in groupby(own, key=lambda sample: sample.site):
        pages = list(found)
        yield fold(pages[0]), pages


def learn_by_folds(
    samples: Sequence[Sample],
    counts: Sequence[Counted],
    learned: Callable[[Sequence[Counted]], Learned],
    apply: Callable[[Learned, Sequence[Sample]], None],
) -> Learned:
    """What is ``learned`` from the ``counts`` of all folds. To the samples of each fold, what is learned from
    the other folds is applied: a page's own site is to have no say in its columns."""
    for left_out in range(FOLDS):
        others = learned([count for number, count in enumerate(counts) if number != left_out])
        apply(others, [sample for sample in samples if fold(sample) == left_out])
    return learned(counts)


def kept_folder(form: Form, tag: str | None = None) -> Path:
    """The folder for what crossvalidation keeps of the splits of ``form``: under the state of the code, or
    ``tag`` instead, and of the corpora."""
    gold = corpora_state((*TRAINABLE, *UNTRAINED))
    return cache_folder() / f"predictions-{tag or code_state(form)}-{form.value}-{gold}"


def models_of(kept: Path, number: int) -> Path:
    """The folder for the files of the models of a split, by its number, in the ``kept`` folder."""
    return kept / f"models-{number}"
