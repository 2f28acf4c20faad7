"""What is said of the choice that nobody signs a page: its address, its headline, its day."""

from __future__ import annotations

import pytest

from articlex.authors.unsigned import nobody
from articlex.page_kinds import page_kind
from articlex.read import read_page
from articlex_lab.corpora.stages_before import marked_before

TEXT = "<p>The bridge over the river opened on Monday, two years after the old one had been closed.</p>" * 3


def features(url: str, *, head: str = "", below: str = "") -> frozenset[str]:
    page = read_page(f"{head}<h1>Bridge opens</h1>{below}{TEXT}", form="html", url=url)
    return nobody(marked_before("byline", page), [])


@pytest.mark.parametrize(
    ("url", "path", "slug"),
    [
        ("https://ex.org/", "0", "0"),
        ("https://ex.org/news/bridge", "2", "0"),
        ("https://ex.org/news/bridge-opens-after-two-years", "2", "4"),
        ("https://ex.org/a/b/c/d/e_f", "4", "1"),
        ("https://ex.org/news/20240506", "2", "number"),
    ],
)
def test_depth_and_last_part_of_the_address(url: str, path: str, slug: str) -> None:
    assert {f"nobody:path:{path}", f"nobody:slug:{slug}"} <= features(url)


@pytest.mark.parametrize(
    ("below", "is_near"), [("<p>Opened in 2024</p>", True), ("", False), (TEXT * 5 + "<p>2024</p>", False)]
)
def test_a_year_near_the_headline(below: str, is_near: bool) -> None:
    assert ("nobody:year-near-title" in features("https://ex.org/a", below=below)) is is_near


@pytest.mark.parametrize(
    ("head", "below", "dated"),
    [
        ("", "", "no"),
        ('<meta property="article:published_time" content="2024-05-06">', "", "stated"),
        ('<meta property="article:published_time" content="2024-05-06">', "<p>6 May 2024</p>", "printed"),
    ],
)
def test_whether_a_day_is_stated_and_printed(head: str, below: str, dated: str) -> None:
    assert f"nobody:dated:{dated}" in features("https://ex.org/a", head=head, below=below)


@pytest.mark.parametrize(
    ("url", "head", "kind"),
    [
        ("https://ex.org/a", "", "other"),
        ("https://ex.org/a", '<meta property="og:type" content="article">', "article"),
        ("https://ex.org/a", '<meta property="article:published_time" content="2024-05-06">', "article"),
        ("https://ex.org/viewtopic.php?t=3", '<meta property="og:type" content="article">', "forum"),
        ("", '<link rel="canonical" href="https://ex.org/Forum/3">', "forum"),
    ],
)
def test_the_kind_of_a_page_by_its_address_and_markup(url: str, head: str, kind: str) -> None:
    page = read_page(f"{head}<h1>Bridge opens</h1>{TEXT}", form="html", url=url or None)
    assert page_kind(marked_before("byline", page)).kind == kind
