"""Headings go with the text below them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articlex.page import Mark, Role
from articlex.read import read_page
from articlex.stages.parts.kept_headings import (
    above_kept,
    emptied_headings,
    labels_of_others,
    last_heading,
    last_label,
)

ROLES = (Role.UNKNOWN, Role.RELATED, Role.UNKNOWN)
TITLE, HEADING, TEXT, LAST = range(4)
PAGE = read_page("<h1>Boats</h1><h2>The slip</h2><p>It is steep.</p><h2>Share this</h2>", form="html")


def test_a_heading_that_is_likely_is_kept_with_the_text_right_below_it() -> None:
    assert above_kept(PAGE, {TEXT}, {TITLE: 0.5, HEADING: 0.3, TEXT: 0.9, LAST: 0.5}) == {HEADING}


def test_a_heading_that_is_unlikely_or_settled_is_not() -> None:
    assert above_kept(PAGE, {TEXT}, {TITLE: 0.5, HEADING: 0.0, TEXT: 0.9, LAST: 0.5}) == set()


def test_a_heading_above_dropped_text_is_not() -> None:
    assert above_kept(PAGE, {TITLE}, {TITLE: 0.5, HEADING: 0.3, TEXT: 0.1, LAST: 0.3}) == set()


@pytest.mark.parametrize("question", ["Is it steep?", "很陡吗？", "هل هو حاد؟", "Είναι απότομο;"])
def test_a_question_goes_with_its_answer(question: str) -> None:
    page = read_page(f"<h1>Boats</h1><button>{question}</button><p>It is.</p>", form="html")
    assert above_kept(page, {2}, {0: 0.5, 1: 0.1, 2: 0.9}) == {1}


def test_a_button_that_asks_nothing_is_not_kept() -> None:
    page = read_page("<h1>Boats</h1><button>Buy now</button><p>It is.</p>", form="html")
    assert above_kept(page, {2}, {0: 0.5, 1: 0.3, 2: 0.9}) == set()


def test_the_last_heading_goes_where_nothing_below_it_is_kept() -> None:
    assert last_heading(PAGE, {HEADING, TEXT, LAST}) == {LAST}


def test_two_headings_at_the_end_are_items() -> None:
    assert last_heading(PAGE, {TITLE, HEADING}) == set()


@pytest.mark.parametrize(
    "label", ["Read more on the bay:", "Lue aiheesta lisää:", "相关链接：", "לקריאה נוספת:"]
)
def test_a_label_at_the_end_goes_where_the_links_below_it_are_not_kept(label: str) -> None:
    page = read_page(f'<p>It is steep.</p><p>{label}</p><p><a href="/quay">The quay</a></p>', form="html")
    assert last_label(page, {0, 1}) == {1}
    assert last_label(page, {0, 1, 2}) == set()


def test_what_announces_other_stories_goes_where_none_is_kept() -> None:
    page = read_page('<p>You may like:</p><a href="/quay">The quay</a><p>It is steep.</p>', form="html")
    page = replace(page, marks=tuple(Mark(index, role, "") for index, role in enumerate(ROLES)))
    assert labels_of_others(page, {0, 2}) == {0}
    assert labels_of_others(page, {0, 1, 2}) == set()


def test_what_announces_no_links_stays() -> None:
    page = read_page("<p>It is steep.</p><p>Then type this:</p><pre>slip --steep</pre>", form="html")
    assert last_label(page, {0, 1}) == set()


CONTENTS, FIRST, SECOND, NEXT, BELOW = range(5)
EMPTIED = read_page("<h2>Parts</h2><p>Slip</p><p>Quay</p><h2>Slip</h2><p>It is steep.</p>", form="html")


def test_a_heading_goes_with_its_section() -> None:
    chances = {CONTENTS: 0.6, FIRST: 0.1, SECOND: 0.1, NEXT: 0.9, BELOW: 0.9}
    assert emptied_headings(EMPTIED, {CONTENTS, NEXT, BELOW}, chances) == {CONTENTS}


def test_a_heading_that_is_sure_stays() -> None:
    chances = {CONTENTS: 0.95, FIRST: 0.1, SECOND: 0.1, NEXT: 0.9, BELOW: 0.9}
    assert emptied_headings(EMPTIED, {CONTENTS, NEXT, BELOW}, chances) == set()


def test_a_heading_above_those_of_its_parts_stays() -> None:
    page = read_page("<h2>Boats</h2><p>a</p><p>b</p><h3>The slip</h3><p>It is steep.</p>", form="html")
    chances = {0: 0.6, 1: 0.1, 2: 0.1, 3: 0.9, 4: 0.9}
    assert emptied_headings(page, {0, 3, 4}, chances) == set()
