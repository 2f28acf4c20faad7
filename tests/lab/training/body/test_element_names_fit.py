"""What names of elements say is learned from sites, and a page's own site has no say in its columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from articlex.models.packing import unpack
from articlex.scoring.element_names import NAMES
from articlex_lab.training.body.element_names import LEAST_SITES, apply, learn, pack_element_names
from articlex_lab.training.body.folds import fold
from articlex_lab.training.body.samples.dataset import Sample

TEXT = "The storm passed the harbour in the night and took the roofs of three houses with it."


@pytest.fixture
def samples(samples_of_sites: Callable[[str, Callable[[int], str]], list[Sample]]) -> list[Sample]:
    """Pages of thirty sites; the first calls its text otherwise."""

    def page(site: int) -> str:
        called = "kettle-box" if site == 0 else "post-text"
        inside = f'<div class="{called}"><div class={called}><p>{TEXT}</p></div></div>'
        return f'{inside}<div class="aside"><p>Newsletter</p></div>'

    return samples_of_sites(TEXT, page)


def test_names_around_texts_are_told_from_others(samples: list[Sample]) -> None:
    odds = learn(samples)
    assert odds["aside"] < -3 < 3 < odds[".post-text"] == odds["post"]


def test_names_that_few_sites_have_are_not_in_it(samples: list[Sample]) -> None:
    assert ".kettle-box" not in learn(samples)
    assert not learn(samples[: LEAST_SITES - 1])


def test_columns_of_a_page_come_from_the_sites_of_other_folds(samples: list[Sample]) -> None:
    of_one = [sample for sample in samples if fold(sample) == fold(samples[0])]
    learn(of_one)
    first = samples[0].names.index(NAMES[0])
    assert not of_one[0].values[:, first : first + len(NAMES)].any()


def test_columns_of_a_page_that_is_held_back_come_from_all_others(samples: list[Sample]) -> None:
    apply(learn(samples[:-1]), samples[-1:])
    nearest = samples[-1].values[:, samples[-1].names.index("called_nearest")]
    assert nearest[1] < -3 < 3 < nearest[0]


def test_the_file_has_the_names_and_their_odds(samples: list[Sample]) -> None:
    odds = learn(samples)
    header, arrays = unpack(pack_element_names({"form": "html"}, odds))
    assert arrays[: header["bytes"]].decode().split("\n") == list(odds)
    assert header["names"] == len(odds) == len(arrays) - header["bytes"]
