"""What the HTML of a page has between the lines of its text nodes."""

from __future__ import annotations

import pytest

pytest.importorskip("bs4")

from articlex_lab.training.breaks.text_nodes import Between, flattened

NOTHING, LINKS, CODE, LINE_BREAK, BLOCK = Between


def below(body: str, strip: bool = True) -> list[tuple[str, Between]]:
    """The lines of a page with what is below each, but for the last."""
    page = flattened(f"<body>{body}</body>".encode(), strip)
    rows = page.text.split("\n")
    return [(rows[number - 1].strip(), between) for number, between in page.below.items()]


def test_text_goes_on_around_a_link_in_a_paragraph() -> None:
    found = below("<p>he told <a href=/>Le Monde</a>, a daily</p>")
    assert found == [("he told", NOTHING), ("Le Monde", NOTHING)]


def test_between_two_paragraphs_is_a_block() -> None:
    assert below("<p>one</p><p>two") == [("one", BLOCK)]


def test_a_line_break_is_told_from_a_block() -> None:
    assert below("<p>one<br>two<p>three") == [("one", LINE_BREAK), ("two", BLOCK)]


def test_links_alone_in_a_block_are_lines_of_their_own() -> None:
    assert below("<div><a>News</a> <a>Sport</a></div>") == [("News", LINKS)]


def test_a_wrapped_text_node_goes_on() -> None:
    assert below("<p>one\ntwo</p>") == [("one", NOTHING)]


def test_lines_of_code_are_told_from_wrapped_text() -> None:
    assert below("<pre>one\ntwo</pre>") == [("one", CODE)]


def test_white_space_between_text_nodes_is_kept_or_stripped() -> None:
    page = b"<body><p>he told <a href=/>Ann</a></p></body>"
    assert flattened(page, strip=False).text == "he told \nAnn"
    assert flattened(page, strip=True).text == "he told\nAnn"


def test_what_was_before_a_blank_text_node_is_before_the_next() -> None:
    assert below("<p>one</p> <i>two</i>") == [("one", BLOCK)]
