"""The address that browsers and their extensions write into a page that they save."""

from __future__ import annotations

import pytest

import articlex
from articlex.read import read_page

BY_CHROME = "<!DOCTYPE html>\n<!-- saved from url=(0042)https://example.org/2019/03/14/bridge?a=1&b=2 -->"
BY_SINGLE_FILE = """<!DOCTYPE html> <html><!--
 Page saved with SingleFile
 url: https://example.org/2019/03/14/bridge?a=1&b=2
 saved date: Sun Nov 29 2026 10:00:00 GMT+0100
-->"""


@pytest.mark.parametrize("head", [BY_CHROME, BY_SINGLE_FILE])
def test_a_saved_page_has_the_address_that_it_was_saved_from(head: str) -> None:
    page = read_page(f"{head}<h1>橋が開く</h1><p>金曜日。", form="html")
    assert page.url == "https://example.org/2019/03/14/bridge?a=1&b=2"


def test_the_address_that_the_caller_gives_counts_more() -> None:
    assert (
        read_page(f"{BY_CHROME}<p>Es regnet.", form="html", url="https://ex.org/a").url == "https://ex.org/a"
    )


@pytest.mark.parametrize(
    "page",
    [
        "<!-- saved from url=(0014)about:internet --><p>Es regnet.",
        "<!-- saved from url=(0022)file:///C:/a/b.html --><p>Es regnet.",
        "<p>Someone wrote &lt;!-- saved from url=(0020)https://example.org/ --&gt; here.",
        "<p>SingleFile saves pages, their url: https://example.org/ is in them.",
    ],
)
def test_what_says_no_address_gives_none(page: str) -> None:
    assert read_page(page, form="html").url is None


def test_links_of_a_saved_page_lead_to_its_site_and_pictures_beside_it_stay() -> None:
    text = "<p>The bridge opens on <a href='/friday'>Friday</a>, says the town, after three years of works."
    page = f"{BY_CHROME}<h1>Bridge</h1>{text}<p><img src='./Bridge_files/a.jpg' alt='Piers'>"
    markdown = articlex.extract(page).markdown
    assert "(https://example.org/friday)" in markdown
    assert "(./Bridge_files/a.jpg)" in markdown
