"""Raw page text in which character references of HTML were left."""

from __future__ import annotations

import pytest

from articlex.read import read_page
from articlex.read.decoding.left_entities import without_references

LEFT = (
    "The council&#8217;s decision &amp; the caf&eacute;: &ldquo;We have waited,&rdquo; he said &#x2014; once."
)


def test_references_that_a_program_left_are_characters_and_there_is_a_warning():
    page = read_page(LEFT.encode(), form="text")
    assert page.blocks[0].text == "The council’s decision & the café: “We have waited,” he said — once."
    assert any("undone" in warning for warning in page.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "Write &mdash; for —, &euro; for €, and &copy; for ©.",
        "Write &quot; for a quotation mark, &#39; for an apostrophe, &lt; for less than.",
        "Fish &amp; chips &amp; beer &amp; more",
        "AT&T; R&D; Q&A; B&B;",
        "It&#8217;s one, and it&#8217;s two.",
    ],
)
def test_references_that_may_be_meant_stay(text):
    assert without_references(text) is None
