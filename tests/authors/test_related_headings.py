"""Headings of related stories name no author, though they begin as a byline does."""

from articlex import extract

TEXT = (
    "The bridge over the river opened on Monday, two years after the old one had been closed to traffic.",
    "Nobody in the town had expected that so many people would come to see the first tram cross it.",
    "The trams had been waiting on the other side since Friday, and all the drivers wanted to be the first.",
)
STORIES = "".join(
    f'<article><a href="/{name[0]}"><h3>Interview: {name}</h3></a></article>'
    for name in ("Cory Sample", "Larry Example", "Maria Muster")
)
PAGE = (
    "<html><head><title>Why thinking together beats one</title>"
    '<meta property="og:type" content="article"></head><body><article><h1>Why thinking together beats one'
    f"</h1><time>18 Jun 2024</time>{{text}}</article><section><h2>Related articles</h2>{STORIES}</section>"
    "</body></html>"
)


def test_the_heading_of_a_related_interview():
    page = PAGE.format(text="".join(f"<p>{line}</p>" for line in TEXT))
    assert extract(page.encode(), url="https://example.org/2024/06/18/why-thinking").authors == ()
