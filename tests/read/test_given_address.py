"""The address that the caller gives for a page."""

from __future__ import annotations

import pytest

import articlex
from articlex.read import read_page

PAGE = "<html><body><article><h1>Rain</h1><p>It rained on <a href='/boats'>boats</a> all day.</p></article>"


@pytest.mark.parametrize("form", ["html", "text"])
def test_white_space_around_it_is_no_part_of_it(form: articlex.options.FormName) -> None:
    assert read_page(PAGE, url=" https://ex.org/rain\n", form=form).url == "https://ex.org/rain"
    assert read_page(PAGE, url="\n", form=form).url is None


@pytest.mark.parametrize("url", ["ex.org/rain", "//ex.org/rain", "/rain", "ex.org:8080/rain"])
def test_one_that_makes_no_link_absolute_is_told(url: str) -> None:
    warnings = articlex.extract(PAGE.encode(), url=url).warnings
    assert warnings == (f"the address {url!r} has no scheme: links stay relative",)


@pytest.mark.parametrize("url", ["https://ex.org/rain", "file:///tmp/rain.html", None])
def test_any_other_is_not(url: str | None) -> None:
    assert articlex.extract(PAGE, url=url).warnings == ()


@pytest.mark.parametrize("url", ["ex.org/rain/", "//ex.org/rain/", "/rain/", "file:///tmp/rain.html"])
def test_one_that_is_not_of_the_web_is_nothing_to_count_from(url: str) -> None:
    """It had made addresses of nothing, "ex.org/rain/boats", and without a host links were lost."""
    page = "<article><h1>Rain</h1><p>It rained on <a href='boats'>boats</a> all day long in the town.</p>"
    assert "[boats](boats)" in articlex.extract(page, url=url).markdown
    stated = "<head><link rel=canonical href=https://ex.org/rain/></head>" + page
    article = articlex.extract(stated, url=url)
    assert "[boats](https://ex.org/rain/boats)" in article.markdown
    assert 'href="https://ex.org/rain/boats"' in article.render("html")
    assert 'target="https://ex.org/rain/boats"' in article.render("tei")
