"""Pages below the heads of HTTP responses."""

from __future__ import annotations

import gzip

import pytest

import articlex
from articlex.read import read_page
from articlex.read.decoding.http_head import without_heads
from articlex.read.decoding.wrapped import Wrapped

PAGE = (
    "<!DOCTYPE html><h1>Das Café öffnet</h1><p>Es öffnet im März wieder, nachdem das Hochwasser gefallen ist."
)
HEAD = (
    b"HTTP/1.1 200 OK\r\nDate: Sun, 29 Nov 2026 10:00:00 GMT\r\n"
    b"Content-Type: text/html; charset=latin1\r\n\r\n"
)
MOVED = b"HTTP/2 301 \r\nlocation: https://ex.org/b\r\ncontent-type: text/html; charset=utf-8\r\n\r\n"


@pytest.mark.parametrize("head", [HEAD, MOVED + HEAD, HEAD.replace(b"\r", b"")])
def test_heads_are_no_part_of_the_page_and_state_its_charset(head: bytes) -> None:
    page = read_page(head + PAGE.encode("latin-1"))
    assert [block.text for block in page.blocks] == [
        "Das Café öffnet",
        "Es öffnet im März wieder, nachdem das Hochwasser gefallen ist.",
    ]


def test_the_day_of_the_request_is_not_that_of_the_page() -> None:
    assert articlex.extract(HEAD + b"The bridge\n\nIt opens on Friday, says the town.").date_published is None


def test_a_body_that_came_compressed_is_read_through() -> None:
    assert read_page(HEAD + gzip.compress(PAGE.encode("latin-1"))).blocks[0].text == "Das Café öffnet"


@pytest.mark.parametrize(
    "text", [b"HTTP/1.1 was a standard of 1997.\n\nIt is not any more.", b"HTTP/1.1 200 OK", b""]
)
def test_a_text_about_the_protocol_is_a_text(text: bytes) -> None:
    page = Wrapped(text, "auto", None, None)
    assert without_heads(page) is page
