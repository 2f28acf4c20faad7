"""Blocks of one look move towards each other."""

from __future__ import annotations

import numpy as np

from articlex.page import Form
from articlex.read import read_page
from articlex.scoring.agreement import agree, looks
from articlex.scoring.features import build_matrix

THREAD = "<h1>Boats</h1>" + "".join(
    f"<div class=post><b class=name>{name}</b><p>{text}</p></div>"
    for name, text in (("Ana", "Whose boat is that?"), ("李", "我的。"), ("Омар", "Нет, моя!"))
)
ODDS, TOKENS = np.array([2.0, -1.0, 0.5]), np.array([9.0, 9.0, 4.0], np.float32)


def _looks(source: str, form: Form) -> list[int] | None:
    matrix = build_matrix(read_page(source, form=form.value))
    assert matrix is not None
    found = looks(matrix.names, matrix.values)
    return None if found is None else found.tolist()


def test_posts_are_of_one_look_and_a_headline_of_none() -> None:
    found = _looks(THREAD, Form.HTML)
    assert found is not None
    headline, *posts = found
    assert headline == 0
    assert len(set(posts[::2])) == len(set(posts[1::2])) == 1
    assert 0 not in posts


def test_raw_page_text_has_no_looks() -> None:
    assert _looks("Boats\n\nWhose boat is that?", Form.TEXT) is None


def test_what_is_of_one_look_moves_together_and_the_rest_stays() -> None:
    moved = agree(ODDS, np.array([1, 1, 0]), TOKENS, 0.0)
    assert 0.5 < moved[0] < 2.0
    assert -1.0 < moved[1] < moved[0]
    assert moved[2] == 0.5


def test_nothing_moves_on_an_article() -> None:
    assert agree(ODDS, np.array([1, 1, 1]), TOKENS, 1.0).tolist() == ODDS.tolist()
