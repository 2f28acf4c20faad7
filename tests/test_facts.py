"""What the stages learn from the facts stated so far."""

from __future__ import annotations

from articlex.facts import page_address
from articlex.options import Options
from articlex.page import Page
from articlex.page_kinds import page_kind
from articlex.pipeline import run
from articlex.read import read_page
from articlex.titles.page_site import page_site

#: The address of JSON-LD is stated first; the canonical one is likelier.
TWO_ADDRESSES = """<link rel="canonical" href="https://harbour.example/storm">
<script type="application/ld+json">{"@type": "NewsArticle", "url": "https://mirror.example/storm"}</script>
<p>The wind turned at noon, and by the time the boats were back the whole bay had gone white with foam.</p>"""


def page_of(text: str, form: str, url: str | None = None) -> Page:
    return run(read_page(text, form=form, url=url), Options())


def test_all_ask_for_the_likeliest_address() -> None:
    page = page_of(TWO_ADDRESSES, "html")
    assert page_address(page) == page_kind(page).address == "https://harbour.example/storm"
    assert page_site(page).labels == page_site(page_of(TWO_ADDRESSES, "html", page_address(page))).labels


def test_the_site_of_page_text_is_that_of_the_address_given() -> None:
    page = page_of(
        "The wind turned at noon, and the boats were late.", "text", "https://www.harbour.example/"
    )
    assert page_address(page) == "https://www.harbour.example/"
    assert "harbour" in page_site(page).labels
