"""Who changed a page below the line that says who wrote it."""

import pytest

from articlex.authors.candidates import author_candidates
from articlex.authors.impostors.owners import authors_over_changers
from articlex.read import read_page
from articlex_lab.corpora.stages_before import marked_before

PAGE = """<html><head><title>The tide mill turns again</title></head><body><h1>The tide mill turns again</h1>
<p>{first}</p>
<p>The tide mill at the mouth of the Calder turned again on Sunday, for the first time since the great flood
took its wheel and half of the dam with it eleven years ago, and two hundred people came to see it.</p>
<p>The miller, who had built the new wheel of larch in the yard of his brother, opened the sluice by hand. It
took four minutes until the wheel moved, and nobody on the bank spoke a word until it did.</p>
<h4>{second}</h4><p>The sluice is mended.</p></body></html>"""
ADDED = 'Added by <a href="/users/1">Ann Example</a> 2 years ago. Updated 2 months ago.'
UPDATED = 'Updated by <a href="/users/2">Bo Sample</a> 2 months ago'


@pytest.mark.parametrize(
    ("first", "second", "signers", "below"),
    [
        (ADDED, UPDATED, {("Ann Example",)}, {("Bo Sample",), ("Ann Example", "Bo Sample")}),
        ("Posted by Ann Example", UPDATED, {("Ann Example",)}, {("Bo Sample",)}),
        (ADDED, UPDATED.replace("Bo Sample", "Ann Example"), set(), set()),
        (ADDED, UPDATED.replace("Updated", "Answered"), set(), set()),
        # On a page of a wiki nothing else may be said.
        ("Home of the mill", UPDATED, set(), set()),
        (UPDATED, "Comments", set(), set()),
    ],
)
def test_who_wrote_outranks_who_changed(first, second, signers, below):
    source = PAGE.format(first=first, second=second)
    page = marked_before("byline", read_page(source, form="html"))
    candidates = author_candidates(page)
    ours, others = authors_over_changers(page, candidates)
    assert {candidates[place].names for place in ours} == signers
    assert {candidates[place].names for place in others} == below
