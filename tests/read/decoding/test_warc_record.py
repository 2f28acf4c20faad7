"""One page in the record of a crawl; files of several pages stay archives."""

from __future__ import annotations

import pytest

from articlex import extract
from articlex.errors import BinaryInputError
from articlex.page import Form
from articlex.read import read_page

TEXT = (
    "港灣誌\n首頁\n大橋通車\n大橋星期一通車，比原定時間晚了兩年，第一班電車在中午過橋。\n"
    "城裡沒有人想到會有這麼多人來看，橋頭的麵店當天賣完了所有的麵。\n"
)
HTML = (
    "<html><title>Bridge opens</title><h1>Bridge opens</h1><p>The bridge over the river opened on Monday."
    "<p>Nobody in the town had expected so many people to come and see the first tram cross it.</html>"
)


def record(kind: str, payload: str, url: str = "https://post.example/bridge", line: str = "\r\n") -> bytes:
    head = ["WARC/1.0", f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", f"Content-Length: {len(payload)}"]
    return (line.join(head) + 2 * line + payload + 2 * line).encode()


@pytest.mark.parametrize("line", ["\r\n", "\n"], ids=["as written", "through an editor"])
def test_a_record_of_text_is_raw_page_text_with_its_address(line: str) -> None:
    page = read_page(record("conversion", TEXT, line=line))
    assert page.form is Form.TEXT
    assert page.blocks[0].text == "港灣誌"
    assert extract(record("conversion", TEXT, line=line)).url == "https://post.example/bridge"


def test_the_response_among_the_records_of_one_page_is_read_without_its_heads() -> None:
    response = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{HTML}"
    records = record("warcinfo", "software: crawler") + record("request", "GET / HTTP/1.1")
    article = extract(records + record("response", response))
    assert (article.title, article.url) == ("Bridge opens", "https://post.example/bridge")


def test_the_address_that_the_caller_gives_counts() -> None:
    assert extract(record("conversion", TEXT), url="https://other.example/").url == "https://other.example/"


def test_several_pages_are_an_archive() -> None:
    with pytest.raises(BinaryInputError, match="a WARC archive"):
        extract(record("conversion", TEXT) * 2)


def test_a_head_without_a_page_is_an_archive() -> None:
    with pytest.raises(BinaryInputError, match="a WARC archive"):
        extract(record("warcinfo", "software: crawler"))
