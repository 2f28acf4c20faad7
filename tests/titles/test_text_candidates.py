"""Which lines of raw page text may be the headline."""

import pytest

from articlex.read import read_page
from articlex.titles.text_candidates import text_candidates

STORY = "The bridge over the river opened on Monday, two years after the old one had been closed to traffic."


@pytest.mark.parametrize(
    "line", ["[spacer]", "[top_angle.gif]", "↑ Back to the top", "Copyright 2024 Example"]
)
def test_picture_arrow_and_notice_are_no_headline(line):
    page = read_page(f"{line}\n\nBridge opens after two years\n\n{STORY}\n", form="text")
    texts = [candidate.text for candidate in text_candidates(page)]
    assert "Bridge opens after two years" in texts and line not in texts
