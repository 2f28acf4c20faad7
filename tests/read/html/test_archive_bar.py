"""The bar that a web archive sets into the pages that it shows."""

from __future__ import annotations

import re

import pytest

import articlex
from articlex.read import read_page

BAR = '<div id="wm-ipp-base"><div id="wm-ipp">About this capture</div></div><div id="wm-ipp-print">Copy</div>'


@pytest.mark.parametrize(
    "page",
    [
        f"{BAR}橋が開く<p>金曜日。</p>",
        f"<h1>橋が開く</h1>{BAR}金曜日。",
        f"<p>橋が開く{BAR}金曜日。",
        f"<p>橋が開く{BAR}金曜日。".replace('"', ""),
    ],
)
def test_the_bar_of_a_web_archive_is_no_part_of_the_page(page: str) -> None:
    texts = [block.text for block in read_page(page, form="html").blocks]
    assert "".join(texts) == "橋が開く金曜日。"


def test_an_address_below_the_bar_of_raw_text_is_that_of_the_copy() -> None:
    bar = "The Wayback Machine - https://web.archive.org/web/20190401120000/https://example.org/a"
    assert read_page(f"{bar}\n\nIt rained.", form="text").url == bar.partition(" - ")[2]


TEXTS = {
    "el": "Η γέφυρα στον ποταμό ανοίγει ξανά την Παρασκευή, ύστερα από τρία χρόνια εργασιών.",
    "th": "สะพานข้ามแม่น้ำจะเปิดอีกครั้งในวันศุกร์ หลังจากปิดซ่อมมานานสามปี และชาวบ้านต่างรอคอยวันนี้มานานแล้ว",
    "ar": "يفتح الجسر فوق النهر من جديد يوم الجمعة بعد ثلاث سنوات من الأعمال والتأخير، كما قالت المدينة أمس.",
}
ARCHIVE = """<html><head><title>{1:.20}</title><meta property="og:site_name" content="archive.example">
<meta property="og:url" content="http://archive.example/AbCdE" itemprop="url">
<meta property="article:published_time" content="2026-11-02T07:32:44Z" itemprop="dateCreated">
<link rel="canonical" href="http://archive.example/2026.11.02-073244/https://example.org/a">
<link rel="bookmark" href="http://archive.example/20261102073244/https://example.org/a"></head><body><center>
<div id="HEADER"><table><tr><td>webpage capture</td><td>2 Nov 2026 07:32:44 UTC</td></tr></table></div>
<div id="SOLID"><div id="CONTENT"><div class="html" lang="{0}">{2}</div></div></div>
<div id="FOOTER"><a href="#10%">10%</a></div></center></body></html>"""


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize(
    "bar",
    [ARCHIVE, re.sub(r'\bid="([\w-]+)"', r"ID=\1", ARCHIVE)],
    ids=["archive", "archive unquoted"],
)
def test_of_a_copy_the_page_is_read_and_not_what_speaks_of_the_copy(bar: str, language: str) -> None:
    text = TEXTS[language]
    body = f"<article><h1>{text:.20}</h1>" + f"<p>{text} {text}</p>" * 3 + "</article>"
    article = articlex.extract(bar.format(language, text, body).encode())
    assert (article.title, article.url) == (text[:20].strip(), "https://example.org/a")
    assert (article.date_published, article.sitename) == (None, None)
    assert article.text == "\n\n".join([f"{text} {text}"] * 3)


def test_what_has_the_names_of_its_parts_alone_is_no_copy() -> None:
    page = '<div id="HEADER">橋が開く</div><div id="CONTENT">金曜日。</div><link rel="bookmark" href="https://ex.org/a">'
    assert [block.text for block in read_page(page, form="html").blocks] == ["橋が開く", "金曜日。"]
