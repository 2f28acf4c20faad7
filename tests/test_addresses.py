"""Addresses: what is none is told from the others, and fails no stage."""

from __future__ import annotations

import pytest

import articlex
from articlex.addresses import host_of, split_address
from articlex.options import Options
from articlex.write.formats import FORMATS, render

TITLE = "Rain over the city"
HEAD = f"<title>{TITLE} | Daily</title><h1>{TITLE}</h1>"
PAGE = HEAD + "<p>It rained on <a href='/x'>the city</a> for days." * 9
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
TEXT = f"{TITLE}\n\n" + "".join(f"It rained on the city until {day}, and the river rose.\n\n" for day in DAYS)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://WWW.Example.org:8080/a", "example.org"),
        ("//news.example.org", "news.example.org"),
        ("/a/b", ""),
        ("https://web.archive.example/web/20090712103000/http://www.example.org/a", "example.org"),
        ("https://archive.example/2009.07.12-103000/http://www.example.org/a", "example.org"),
        ("/web/20090712103000im_/https://example.org/a.png", "example.org"),
        ("https://example.org/login/http://other.example/", "example.org"),
        ("http://[x", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_host(address: str | None, host: str) -> None:
    assert host_of(address) == host


def test_what_is_no_address_has_no_parts() -> None:
    assert split_address("https://a.example/b/c?d").path == "/b/c"
    assert not any(split_address("http://[x"))


@pytest.mark.parametrize("source", [PAGE, TEXT], ids=["html", "text"])
@pytest.mark.parametrize("engine", ["articlex", "readability"])
@pytest.mark.parametrize("url", ["http://[x", "//[", "http://a]/", "http://a:b/", "\x00", "http://\u2100/"])
def test_a_broken_address_fails_no_stage(source: str, engine: articlex.options.Engine, url: str) -> None:
    article = articlex.extract(source, url=url, options=Options(engine=engine, strict=True))
    assert article.title == TITLE
    assert all(render(article, name) for name in FORMATS)


def test_a_broken_canonical_address_fails_no_stage() -> None:
    page = f"<link rel=canonical href='http://[x'><meta property=og:url content='http://[y'>{PAGE}"
    assert articlex.extract(page, options=Options(strict=True)).url is None
