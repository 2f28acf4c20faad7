"""Which texts of an HTML page may be its headline."""

from __future__ import annotations

import pytest

from articlex.read import read_page
from articlex.titles.html.candidates import html_candidates
from articlex_lab.corpora.stages_before import marked_before

TEXT = "<p>The bridge over the river opened on Monday, two years after the old one had been closed.</p>"


def texts(heading: str) -> list[str]:
    """The candidates of a page with this heading."""
    page = read_page(f"<html><body><article>{heading}{TEXT}</article></body></html>", form="html")
    return [each.text for each in html_candidates(marked_before("headline", page))]


@pytest.mark.parametrize(
    "heading",
    [
        '<h1><span class="kicker">Traffic</span> Bridge opens after two years</h1>',
        '<h1><a href="/b"><time datetime="2024-01-02">Traffic</time> Bridge opens after two years</a></h1>',
        "<h1>Bridge opens after two years <small>Traffic</small></h1>",
        "<h2><b>Traffic</b> <span>Bridge opens after two years</span></h2>",
    ],
)
def test_a_part_of_a_heading_that_an_element_sets_apart_and_the_rest(heading: str) -> None:
    assert {"Traffic", "Bridge opens after two years"} <= set(texts(heading))


def test_an_emphasised_word_in_the_middle_cuts_nothing() -> None:
    assert texts("<h1>Bridge <em>opens</em> after two years</h1>") == ["Bridge opens after two years"]


def test_the_readings_printed_over_a_heading_are_none_of_it() -> None:
    heading = "<h1><ruby>新橋<rt>しんばし</rt></ruby>が<ruby>開通<rt>かいつう</rt></ruby></h1>"
    assert "新橋が開通" in texts(heading)
