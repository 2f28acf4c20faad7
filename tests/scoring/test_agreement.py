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


TEXT = "Boats\n\nWhose boat is that?\n\nIt lay here yesterday.\n\n      Mine, and here it stays."


def _looks(source: str, form: Form) -> list[int]:
    matrix = build_matrix(read_page(source, form=form.value))
    assert matrix is not None
    return looks(matrix.names, matrix.values, form).tolist()


def test_posts_are_of_one_look_and_a_headline_of_none() -> None:
    headline, *posts = _looks(THREAD, Form.HTML)
    assert headline == 0
    assert len(set(posts[::2])) == len(set(posts[1::2])) == 1
    assert 0 not in posts


def test_links_are_of_another_look_than_text() -> None:
    texts = ("One", "Two", "<a href=/3>Three</a>", "<a href=/4>Four</a>")
    items = "".join(f"<li>{text}</li>" for text in texts)
    plain, _, linked, _ = found = _looks(f"<ul>{items}</ul>", Form.HTML)
    assert found == [plain, plain, linked, linked]
    assert plain != linked


def test_in_raw_page_text_what_is_set_in_is_of_another_look() -> None:
    title, first, second, indented = _looks(TEXT, Form.TEXT)
    assert title == indented == 0
    assert first == second != 0


def test_what_is_of_one_look_moves_together_and_the_rest_stays() -> None:
    moved = agree(ODDS, np.array([1, 1, 0]), TOKENS, 0.0, Form.HTML)
    assert 0.5 < moved[0] < 2.0
    assert -1.0 < moved[1] < moved[0]
    assert moved[2] == 0.5


def test_one_sure_block_does_not_speak_for_all() -> None:
    odds, look = np.array([30.0, -3.0, -3.0]), np.array([1, 1, 1])
    assert agree(odds, look, np.ones(3, np.float32), 0.0, Form.HTML)[1] < 0.0


def test_nothing_moves_on_an_article_in_html() -> None:
    assert agree(ODDS, np.array([1, 1, 1]), TOKENS, 1.0, Form.HTML).tolist() == ODDS.tolist()


def test_nothing_moves_on_a_list_in_raw_page_text() -> None:
    assert agree(ODDS, np.array([1, 1, 1]), TOKENS, 0.0, Form.TEXT).tolist() == ODDS.tolist()
