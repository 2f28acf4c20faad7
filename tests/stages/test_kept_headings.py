"""Headings go with the text below them."""

from __future__ import annotations

from articlex.read import read_page
from articlex.stages.kept_headings import above_kept, last_heading

TITLE, HEADING, TEXT, LAST = range(4)
PAGE = read_page("<h1>Boats</h1><h2>The slip</h2><p>It is steep.</p><h2>Share this</h2>", form="html")


def test_a_heading_that_is_likely_is_kept_with_the_text_right_below_it() -> None:
    assert above_kept(PAGE, {TEXT}, {TITLE: 0.5, HEADING: 0.3, TEXT: 0.9, LAST: 0.5}) == {HEADING}


def test_a_heading_that_is_unlikely_or_settled_is_not() -> None:
    assert above_kept(PAGE, {TEXT}, {TITLE: 0.5, HEADING: 0.0, TEXT: 0.9, LAST: 0.5}) == set()


def test_a_heading_above_dropped_text_is_not() -> None:
    assert above_kept(PAGE, {TITLE}, {TITLE: 0.5, HEADING: 0.3, TEXT: 0.1, LAST: 0.3}) == set()


def test_the_last_heading_goes_where_nothing_below_it_is_kept() -> None:
    assert last_heading(PAGE, {HEADING, TEXT, LAST}) == {LAST}


def test_two_headings_at_the_end_are_items() -> None:
    assert last_heading(PAGE, {TITLE, HEADING}) == set()


def test_the_head_of_a_post_is_not() -> None:
    head = '<h3><a class="author" href="/ann">ann</a> commented <time datetime="2024-05-06">6 May</time></h3>'
    page = read_page(f"{head}<p>It is steep.</p>", form="html")
    assert above_kept(page, {1}, {0: 0.4, 1: 0.9}) == set()
