"""Names to which flattening has stuck other words."""

import pytest

from articlex import extract

TEXT = (
    "The bridge over the river opened on Monday, two years after the old one had been closed to traffic.\n\n"
    "Nobody in the town had expected that so many people would come to see the first tram cross it.\n\n"
    "The trams had been waiting on the other side since Friday, and all the drivers wanted to be the first.\n"
)
LINES = {
    "a label without a blank, and the name again": (
        "Matt ExampleSponsored\n\n6 May 2024\n\nMatt Example",
        ("Matt Example",),
    ),
    "a surname with a capital in it": ("By Matt MacExample\n\n6 May 2024\n\nMac", ("Matt MacExample",)),
    "the site behind the name": ("By Matt Example Sample News\n\n6 May 2024", ("Matt Example",)),
    "what the line goes on with, and the name alone": (
        "By\n\nMatt Example Live and breaking news reporter\n\n6 May 2024\n\nMatt Example",
        ("Matt Example",),
    ),
    "a town behind an agency": ("PTI Mumbai\n\nLast Updated: 6 May 2024, 9:27 PM IST", ("PTI",)),
    "no site behind the name": ("By Matt Example Sample\n\n6 May 2024", ("Matt Example Sample",)),
}


PARAGRAPHS = "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n")) * 2
PAGE = """<html><head><title>Bridge opens</title><meta property="og:site_name" content="The Harbour Sentinel">
{head}</head><body><h1>Bridge opens</h1>{line}<p>6 May 2024</p>{text}</body></html>"""
IN_HTML = {
    "a word right behind the link": (
        "<div class='authors'><div><a href='/author/anna'>Anna Beispiel</a><span>Text</span></div>"
        "<div><a href='/author/jan'>Jan Przykład</a><span>Fotografie</span></div></div>",
        ("Anna Beispiel", "Jan Przykład"),
    ),
    "a day right behind the link, in a script without capitals": (
        "<div><a href='/author/mahsa'><span>مهسا کیان</span></a><span>شنبه ۳ تیر ۱۴۰۲ - ۱۵:۳۰</span></div>",
        ("مهسا کیان",),
    ),
    "a member by their number": (
        "<div><a href='/profile/590127' itemprop='author' class='owner-name'>สมาชิกหมายเลข 590127</a></div>",
        ("สมาชิกหมายเลข 590127",),
    ),
    "how often a member was thanked": (
        "<div itemprop='author' class='user-details'><a href='/users/12/ann_e'>ann_e</a> <b>1</b></div>",
        ("ann_e",),
    ),
    "a post by its number": (
        "<div><a href='/profile/590127' class='author'>สมาชิกหมายเลข</a> 12</div>",
        ("สมาชิกหมายเลข",),
    ),
}


@pytest.mark.parametrize(("line", "authors"), IN_HTML.values(), ids=IN_HTML.keys())
def test_what_stands_right_behind_a_link(line, authors):
    assert extract(PAGE.format(head="", line=line, text=PARAGRAPHS), form="html").authors == authors


def test_the_paper_between_a_person_and_a_job():
    head = '<meta name="author" content="Matt Example Sentinel Staff">'
    line = "<p><span class='byline' itemprop='author'>Matt Example Sentinel Staff</span></p>"
    page = PAGE.format(head=head, line=line, text=PARAGRAPHS)
    assert extract(page, form="html").authors == ("Matt Example",)


@pytest.mark.parametrize(("lines", "authors"), LINES.values(), ids=LINES.keys())
def test_what_is_stuck_to_a_name(lines, authors):
    page = f"News\n\nBridge opens after two years of work\n\n{lines}\n\n{TEXT}"
    assert extract(page, form="text", url="https://www.samplenews.example/bridge").authors == authors
