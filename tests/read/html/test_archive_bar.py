"""The bar that a web archive sets into the pages that it shows."""

from __future__ import annotations

import pytest

from articlex.read import read_page

BAR = '<div id="wm-ipp-base"><div id="wm-ipp">About this capture</div></div><div id="wm-ipp-print">Copy</div>'


@pytest.mark.parametrize(
    "page", [f"{BAR}橋が開く<p>金曜日。</p>", f"<h1>橋が開く</h1>{BAR}金曜日。", f"<p>橋が開く{BAR}金曜日。"]
)
def test_the_bar_of_a_web_archive_is_no_part_of_the_page(page: str) -> None:
    texts = [block.text for block in read_page(page, form="html").blocks]
    assert "".join(texts) == "橋が開く金曜日。"


def test_an_address_below_the_bar_of_raw_text_is_that_of_the_copy() -> None:
    bar = "The Wayback Machine - https://web.archive.org/web/20190401120000/https://example.org/a"
    assert read_page(f"{bar}\n\nIt rained.", form="text").url == bar.partition(" - ")[2]
