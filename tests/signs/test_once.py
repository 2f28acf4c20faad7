"""What is read off a page once."""

from __future__ import annotations

import pickle
from dataclasses import replace

from articlex.options import Options
from articlex.page import Fact, Field, Page
from articlex.pipeline import run
from articlex.read import read_page
from articlex.signs import once_a_page, once_a_stage


def page_of(html: str) -> Page:
    return run(read_page(html, form="html"), Options(), ())


def test_a_page_is_read_once() -> None:
    asked: list[Page] = []
    first = once_a_page(lambda page: asked.append(page) or page.blocks[0].text)
    page = page_of("<p>Rain</p>")
    assert first(page) == first(replace(page, facts=())) == "Rain"
    assert len(asked) == 1
    assert first(page_of("<p>Snow</p>")) == "Snow"


def test_marks_and_facts_are_read_once_until_they_change() -> None:
    count = once_a_stage(lambda page: len(page.facts))
    page = page_of("<p>Rain</p>")
    told = replace(page, facts=(Fact(Field.TITLE, "Rain", "title", "Rain", "", 0.5),))
    assert [count(each) for each in (page, page, told, told, page)] == [0, 0, 1, 1, 0]


def test_a_page_without_signs_is_read_each_time() -> None:
    page = read_page("<p>Rain</p>", form="html")
    assert once_a_page(lambda page: len(page.blocks))(page) == once_a_stage(lambda page: 1)(page) == 1


def test_a_page_is_sent_to_another_process_without_what_was_read_off_it() -> None:
    page = page_of("<p>Rain</p>")
    assert once_a_page(lambda page: len(page.blocks))(page) == 1
    sent = pickle.loads(pickle.dumps(page))
    assert sent == page
    assert sent.signs.memory == {}
