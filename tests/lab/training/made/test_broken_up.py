"""Articles whose text is broken up, for the scorer of raw page text to learn from."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from articlex_lab.corpora.annotated import Record
from articlex_lab.scores.metrics import words
from articlex_lab.training.made import broken_up as made
from articlex_lab.training.made.broken_up import broken_up
from articlex_lab.training.made.listings import Other, Stock

PARAGRAPHS = [
    (3, "The keeper rowed out at dawn, with two lamps and a loaf. Nobody saw him come back. The fog stayed."),
    (4, "灯塔在一九三六年建成，用的是岛上的石头。守塔人每天早晚各爬一次楼梯，一共二百零四级。"),
    (7, "Ropes are cheap; knots are not, as the old men say on the pier, where they sit all day long."),
]


@pytest.fixture
def have() -> Stock:
    """Twenty other articles."""
    others = [
        Other(f"small/{n}", f"Other headline {n}", f"Opening {n} of another article.") for n in range(20)
    ]
    return Stock({"en": others}, {}, {}, {})


def broken(make_record: Callable[..., Record], have: Stock, seed: int, spaced: bool) -> made.BrokenUp:
    return broken_up(make_record("", text="x"), PARAGRAPHS, have, random.Random(seed), spaced)


def test_paragraphs_keep_their_words_in_their_order(make_record, have) -> None:
    texts = dict(PARAGRAPHS)
    for seed in range(200):
        for row, lines in broken(make_record, have, seed, seed % 2 == 0).changed.items():
            assert words(" ".join(lines).replace("|", " ")) == words(texts[row].replace("|", " ")) or row == 4
            assert "".join(words(" ".join(lines))) == "".join(words(texts[row]))


def test_lines_of_others_follow_no_last_paragraph(make_record, have) -> None:
    behind = [row for seed in range(200) for row in broken(make_record, have, seed, False).behind]
    assert set(behind) == {3, 4}


def test_a_page_without_blank_lines_gets_none(make_record, have) -> None:
    for seed in range(200):
        found = broken(make_record, have, seed, False)
        assert all(line for lines in (*found.changed.values(), *found.behind.values()) for line in lines)


@pytest.mark.parametrize("look", made._LOOKS, ids=lambda look: look.__name__)
def test_a_paragraph_takes_each_of_the_looks(look) -> None:
    taken = {len(look(PARAGRAPHS[0][1], [""], random.Random(seed))) for seed in range(30)}
    assert max(taken) > 1
