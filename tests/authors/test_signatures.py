"""Who signs a text right below it, beside the site that its markup names."""

from __future__ import annotations

import pytest

from articlex import extract

TEXT = (
    "<p>It rained all day, and in the evening the river stood at the doors of the mill on the island.</p>" * 6
)
PAGE = """<html><head><title>Rain - Harbour Post</title><meta property="og:type" content="article">
<meta property="og:site_name" content="Harbour Post"><meta name="author" content="Harbour Post">
<script type="application/ld+json">{{"@type": "NewsArticle", "author": "Harbour Post"}}</script>
</head><body><h1>Rain</h1><p>12 May 2024</p>{text}{below}</body></html>"""


@pytest.mark.parametrize(
    "name",
    [
        "Lê Thị Phương",
        "Agata Kowalska",
        "Александр Иванов",
        "Μαρία Παπαδοπούλου",
        "יעל כהן",
        "محمد حسن",
        "राजेश कुमार",
        "คมสัน สุขใจ",
    ],
)
def test_a_name_right_below_the_text_signs_it(name: str) -> None:
    page = PAGE.format(text=TEXT, below=f"<p><b>{name}</b></p><div>© 2024 Harbour Post</div>")
    assert extract(page).authors == (name,)


@pytest.mark.parametrize(
    "below", ["<p>Read more</p>", "<h3>Ann Lee</h3>", '<p><a href="/ann">Ann Lee</a></p>']
)
def test_what_is_no_name_or_leads_elsewhere_does_not(below: str) -> None:
    assert extract(PAGE.format(text=TEXT, below=below)).authors != ("Ann Lee",)


def test_below_the_text_of_a_person_whose_site_it_is_somebody_comments() -> None:
    page = PAGE.format(text=TEXT, below="<p><b>Ann Lee</b></p><p>It did not rain here.</p>")
    assert extract(page.replace("Harbour Post", "Maria Keller")).authors == ("Maria Keller",)
