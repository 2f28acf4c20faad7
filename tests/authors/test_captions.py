"""Whom pictures show: no authors, though their names stand alone right below the headline."""

import pytest

from articlex import extract

TEXT = (
    "The bridge over the river opened on Monday, two years after the old one had been closed to traffic.\n\n"
    "Nobody in the town had expected that so many people would come to see the first tram cross the bridge, "
    "said Maria Muster, who has led the company since last year.\n\n"
    "The trams had been waiting on the other side since Friday, and all the drivers wanted to be the first.\n"
)

PAGES = {
    "above the credit": (
        "Head of the trams opens it\n\nMaria Muster\n\nPhoto: Example Agency\n\nBy P. Sample\n\n6 May 2024",
        ("P. Sample",),
    ),
    "above the credit, in Spanish": (
        "Maria Muster abre el puente\n\nMaria Muster\n\nFoto: Bo Sample / Agencia Ejemplo\n\n"
        "Por: Agencia Ejemplo | 6 de mayo de 2024",
        ("Agencia Ejemplo",),
    ),
    "that ends as a sentence": (
        "Head of the trams opens it\n\nMaria Muster.\n\nExample Agency\n\n6 May 2024",
        (),
    ),
    "of the headline": ("Maria Muster opens the bridge\n\n6 May 2024\n\nMaria Muster", ()),
    "who wrote above the credit": (
        "Head of the trams opens the bridge\n\nPeter Sample\n\nPhoto: Example Agency\n\n6 May 2024",
        ("Peter Sample",),
    ),
    "whom the headline calls the author": (
        "Life is a highway – by Peter Sample\n\nPeter Sample\n\n6 May 2024",
        ("Peter Sample",),
    ),
}


@pytest.mark.parametrize(("head", "authors"), PAGES.values(), ids=PAGES.keys())
def test_names_in_captions(head, authors):
    assert extract(f"News\n\n{head}\n\n{TEXT}", form="text").authors == authors


def test_who_took_the_picture_for_an_agency():
    caption = "Verbrauch von 11,1 Litern pro Jahr © POST/POST (dpa)/Jens Muster"
    page = (
        "<html><head><title>Bridge opens after two years</title>"
        """<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Organization",
        "name": "Example Post"}}</script></head><body><article><h1>Bridge opens after two years</h1>"""
        f"<p>6 May 2024</p><figure><img src='a.jpg'><figcaption>{caption}</figcaption></figure>"
    )
    page += "".join(f"<p>{line}</p>" for line in TEXT.split("\n\n"))
    assert extract(f"{page}</article></body></html>".encode()).authors == ("Example Post",)
