"""What the words of a block say: columns from a lexicon, and the lexicons that ship."""

from __future__ import annotations

import numpy as np
import pytest

from articlex.models.packing import certificate, model_file
from articlex.page import Form
from articlex.scoring.lexicon import (
    NAMES,
    SLOT_SHIFT,
    Lexicon,
    learned_lexicon,
    lexicon_columns,
    load_lexicon,
)
from articlex.scoring.words import read_words

TEXTS = ["Newsletter Impressum", "The storm passed", "Storm newsletter", "", "unknown"]


def columns(lexicon: Lexicon) -> dict[str, list[float]]:
    """The columns of the texts, by name."""
    stack = lexicon_columns(lexicon, *read_words(TEXTS).by_block(len(TEXTS)), len(TEXTS))
    return {
        name: np.round(row.astype(float), 2).tolist()
        for name, row in zip(stack.names, stack.values, strict=True)
    }


def of(**odds: float) -> Lexicon:
    """A lexicon of some words."""
    _, prints = read_words([*odds]).by_block(len(odds))
    order = np.argsort(prints)
    return Lexicon(prints[order], np.array([*odds.values()], np.float32)[order])


def test_blocks_have_the_odds_of_the_words_that_are_known() -> None:
    found = columns(of(newsletter=-3, impressum=-1, storm=2))
    assert found["lexicon_known"] == [1, 0.33, 1, 0, 0]
    assert found["lexicon_mean"] == [-2, 2, -0.5, 0, 0]
    assert found["lexicon_lowest"] == [-3, 2, -3, 0, 0]
    assert found["lexicon_highest"] == [-1, 2, 2, 0, 0]
    assert found["lexicon_sum"] == [-4, 2, -1, 0, 0]


def test_the_words_of_the_blocks_around_count_as_well() -> None:
    assert columns(of(storm=7))["lexicon_around"] == [2, 2, 2, 2, 2]


@pytest.mark.parametrize("lexicon", [of(), of(kettle=1)], ids=["empty", "no word of the page"])
def test_words_that_are_not_known_say_nothing(lexicon: Lexicon) -> None:
    assert columns(lexicon) == {name: [0] * len(TEXTS) for name in NAMES}


def test_a_word_says_the_same_wherever_it_stands() -> None:
    _, prints = read_words(["Storm", "after the STORM,", "嵐の後 storm"]).by_block(3)
    assert prints[0] == prints[3] == prints[5]


@pytest.mark.parametrize("form", Form)
def test_the_shipped_lexicon_is_in_order_and_says_what_it_was_learned_from(form: Form) -> None:
    lexicon = load_lexicon(form)
    assert len(lexicon.prints) == len(lexicon.odds) > 5_000
    assert (np.diff(lexicon.prints.astype(np.int64)) > 0).all()
    assert {"corpora", "licences", "least_sites"} <= certificate(model_file(f"lexicon-{form}")).keys()


@pytest.mark.parametrize("form", Form)
def test_the_shipped_lexicon_knows_what_stands_around_texts(form: Form) -> None:
    _, prints = read_words(["newsletter", "cookies", "although", "nevertheless"]).by_block(4)
    lexicon = load_lexicon(form)
    odds = lexicon.odds[lexicon.prints.searchsorted(prints)]
    assert odds[:2].max() < 0 < odds[2:].min()


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize(
    "label",
    ["σχόλια", "комментарии", "תגובות", "تعليقات", "ค้นหา", "ログイン", "検索結果", "komentarze"],
)
def test_interfaces_in_other_languages_are_known_though_no_corpus_has_them(form: Form, label: str) -> None:
    _, prints = read_words([label]).by_block(1)
    lexicon = load_lexicon(form)
    assert not np.isin(prints[0], learned_lexicon(form).prints)
    assert lexicon.odds[lexicon.prints.searchsorted(prints[0])] < 0
    assert np.isin(prints[0], lexicon.prints)


@pytest.mark.parametrize("form", Form)
def test_what_was_learned_is_not_outweighed_by_translations(form: Form) -> None:
    learned, whole = learned_lexicon(form), load_lexicon(form)
    places = whole.prints.searchsorted(learned.prints)
    assert (whole.prints[places] == learned.prints).all()
    assert (whole.odds[places] == learned.odds).all()
    assert len(np.unique(whole.prints >> SLOT_SHIFT)) == len(whole.prints) < 1 << 16
