"""Bylines that go on in the next lines, and lists that the markup states."""

import pytest

from articlex import extract

TEXT = (
    "The bridge over the river opened on Monday, two years after the old one had been closed to traffic.\n\n"
    "Nobody in the town had expected that so many people would come to see the first tram cross it.\n\n"
    "The trams had been waiting on the other side since Friday, and all the drivers wanted to be the first.\n"
)
HEAD = "News\n\nBridge opens after two years of work\n\n"

LINES = {
    "behind a job and the word for and": (
        "By Anna Example\n\nSenior Reporter\n\nand\n\nPeter Sample\n\nReporter\n\n6 May 2024\n\n",
        ("Anna Example", "Peter Sample"),
    ),
    "behind commas": (
        "Anna Example, PhD,\n\nPeter Sample, PhD,\n\nMaria Muster, PhD\n\nHolm College\n\n6 May 2024\n\n",
        ("Anna Example", "Peter Sample", "Maria Muster"),
    ),
    "behind the account of the first": (
        "By\n\nAnna Example\n\n@annaexample\n\nPeter Sample\n\n6 May 2024\n\n",
        ("Anna Example", "Peter Sample"),
    ),
    "behind und": (
        "Von Anna Beispiel\n\nund\n\nPeter Muster\n\n6. Mai 2024\n\n",
        ("Anna Beispiel", "Peter Muster"),
    ),
    "with mail addresses in one line": (
        "By Anna Example | ann@post.example | Sample Group, Peter Sample | pete@post.example | Sample "
        "Group and Maria Muster | maria@post.example | Sample Group\n\nPublished: 6 May 2024\n\n",
        ("Anna Example", "Peter Sample", "Maria Muster"),
    ),
    "with where they work in one line": (
        "Published: 6 May 2024\n\nAnna Example, Peter Sample, Holm University\n\nAuthors\n\nAnna Example\n\n"
        "Postdoctoral researcher in climate science, Holm University\n\n",
        ("Anna Example", "Peter Sample"),
    ),
    "not behind a job alone": (
        "By Anna Example\n\nSenior Reporter, Example Post\n\n6 May 2024\n\n",
        ("Anna Example",),
    ),
}


@pytest.mark.parametrize(("lines", "authors"), LINES.values(), ids=LINES.keys())
def test_a_byline_that_goes_on(lines, authors):
    assert extract(HEAD + lines + TEXT, form="text").authors == authors


PAGE = """<html><head><title>Bridge opens after two years</title><meta property="og:type" content="article">
{meta}</head><body><article><h1>Bridge opens after two years</h1>{byline}<p>6 May 2024</p>{text}</article>
</body></html>"""
TWO = """<meta name="author" content="Anna Example, Peter Sample">"""
ONE = """<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Person",
"name": "Anna Example"}}</script>"""


def _page(meta, byline):
    text = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))
    return PAGE.format(meta=meta, byline=byline, text=text).encode()


def test_a_stated_list_whose_lines_stand_one_below_the_other():
    byline = "<div>By</div><div>Anna Example</div><div>@annaexample</div><div>Peter Sample</div>"
    assert extract(_page(ONE + TWO, byline)).authors == ("Anna Example", "Peter Sample")


def test_a_person_whom_the_markup_states_and_no_line_names():
    byline = "<div>By</div><div>Anna Example</div>"
    assert extract(_page(ONE + TWO, byline)).authors == ("Anna Example",)


def test_a_list_whose_lines_stand_apart_is_the_one_that_the_markup_states():
    byline = "<p>Anna Example</p><p>Reporter</p><p>Peter Sample</p>"
    assert extract(_page(ONE + TWO, byline)).authors == ("Anna Example", "Peter Sample")


def test_a_byline_begins_where_its_first_line_with_a_comma_does():
    byline = '<p>Anna Example,</p><p class="author">Peter Sample</p>'
    assert extract(_page("", byline)).authors == ("Anna Example", "Peter Sample")
