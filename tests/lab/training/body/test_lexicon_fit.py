"""The lexicon is learned from sites, and a page's own site has no say in its columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from articlex.scoring.lexicon import NAMES, Lexicon
from articlex.scoring.words import read_words
from articlex_lab.training.body.folds import fold
from articlex_lab.training.body.lexicon import LEAST_SITES, apply, learn
from articlex_lab.training.body.samples.dataset import Sample

TEXT = "The storm passed the harbour in the night and took the roofs of three houses with it."


@pytest.fixture
def samples(samples_of_sites: Callable[[str, Callable[[int], str]], list[Sample]]) -> list[Sample]:
    """Pages of thirty sites; only the first speaks of its kettles."""

    def page(site: int) -> str:
        own = " kettles" if site == 0 else ""
        return f"<p>{TEXT}</p><p>Newsletter{own}</p>"

    return samples_of_sites(TEXT, page)


def odds(lexicon: Lexicon, word: str) -> float | None:
    """The log-odds of a word, None where it is not known."""
    _, prints = read_words([word]).by_block(1)
    found = [float(o) for p, o in zip(lexicon.prints, lexicon.odds, strict=True) if p == prints[0]]
    return found[0] if found else None


def test_words_around_texts_are_told_from_those_in_them(samples: list[Sample]) -> None:
    lexicon = learn(samples)
    around, inside = odds(lexicon, "newsletter"), odds(lexicon, "harbour")
    assert around is not None
    assert inside is not None
    assert around < -3 < 3 < inside


def test_words_that_few_sites_have_are_not_in_it(samples: list[Sample]) -> None:
    assert odds(learn(samples), "kettles") is None
    assert odds(learn(samples[: LEAST_SITES - 1]), "harbour") is None


def test_columns_of_a_page_come_from_the_sites_of_other_folds(samples: list[Sample]) -> None:
    of_one = [sample for sample in samples if fold(sample) == fold(samples[0])]
    learn(of_one)
    first = samples[0].names.index(NAMES[0])
    assert not of_one[0].values[:, first : first + len(NAMES)].any()


def test_columns_of_a_page_that_is_held_back_come_from_all_others(samples: list[Sample]) -> None:
    apply(learn(samples[3:]), samples[:1])
    mean = samples[0].values[:, samples[0].names.index("lexicon_mean")]
    assert mean[1] < -3 < 2 < mean[0]
