"""Which links lead to a site's front page."""

from __future__ import annotations

import pytest

from articlex.metadata.home_links import _may_be_front, is_front

FRONT = ("/", " / ", "../../", "./index.php", "/index.html", "https://example.org", "//example.org/", "/#")


@pytest.mark.parametrize("href", FRONT)
def test_front_pages_end_as_they_may(href: str) -> None:
    assert is_front(href)
    assert _may_be_front(href)


@pytest.mark.parametrize("href", ["/news", "/news/day.html", "#top", "?page=2", "https://example.org/news"])
def test_other_pages_are_told_by_their_end(href: str) -> None:
    assert not is_front(href)
    assert not _may_be_front(href)
