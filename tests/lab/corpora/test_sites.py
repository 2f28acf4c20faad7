from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from articlex_lab.corpora import annotated
from articlex_lab.corpora.sites import registered_domain, site


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://www.rain.example/a?b", "rain.example"),
        ("http://news.bbc.co.uk:80/1", "bbc.co.uk"),
        ("https://a.b.c.de", "c.de"),
        ("https://co.uk", "co.uk"),
        ("http://10.0.0.7/x", "10.0.0.7"),
        ("https://[broken", ""),
        ("no address", ""),
    ],
)
def test_registered_domain(url: str, domain: str) -> None:
    assert registered_domain(url) == domain


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ('<link rel="canonical" href="https://m.rain.example/a">', "rain.example"),
        ("<meta property='og:url' content='https://snow.example/'>", "snow.example"),
        ('<a href="https://x.example/"></a><a class=b href=http://y.z.example/1></a>', "x.example"),
        ("<p>no links", "small/0000"),
    ],
)
def test_a_page_without_address_gets_its_site_from_the_markup(folder: Path, page: str, expected: str) -> None:
    record = annotated.load(["small"])[0]
    record.path.write_bytes(gzip.compress(page.encode()))
    assert site(record) == expected
