"""Pages saved from the reader view of a browser."""

from __future__ import annotations

import pytest

import articlex
from articlex.read import read_page

PAGE = """<html><head><title>{title}</title></head><body class="light">
<div id="toolbar"><button>Close Reader View</button></div>
<div class="container" lang="{lang}"><div class="header reader-header reader-show-element">
<a class="domain reader-domain" href="https://example.org/a?b=1&amp;c=2">example.org</a>
<h1 class="reader-title">{title}</h1>
<div class="credits reader-credits">{author}</div><div class="meta-data">
<div class="reader-estimated-time" dir="ltr">{minutes}</div></div></div><hr><div class="content"><div
class="moz-reader-content reader-show-element"><div id="readability-page-1" class="page">{text}
</div></div></div></div>"""
EXTENSION = """<html lang="{lang}"><head><title>{title} :: Reader View</title></head>
<body data-mode="solarized" data-loaded="true"><a id="reader-domain" href="https://example.org/a?b=1&amp;c=2"><span>
example.org</span> <span>/a</span></a><h1 dir="auto" id="reader-title">{title}</h1>
<div dir="auto" id="reader-credits">{author}</div>
<div dir="auto" id="reader-estimated-time">{minutes}</div><hr>
<div id="readability-page-1" class="page">{text}</div></body></html>"""
PARTS = {
    "de": ("Die Brücke öffnet", "Jörg Müller", "4–5 Minuten"),
    "ja": ("橋が開く", "山田花子", "3 から 4 分"),
    "he": ("הגשר נפתח", "יעל לוי", "4-5 דקות"),
}
TEXTS = {
    "de": "Die Brücke ist seit gestern offen, und alle in der Stadt freuen sich sehr darüber.",
    "ja": "橋は昨日から通れるようになり、町の人々はとても喜んでいる、と市長は話した。",
    "he": "הגשר פתוח מאתמול, וכל תושבי העיר שמחים על כך מאוד, אמר ראש העיר.",
}


@pytest.mark.parametrize("language", PARTS)
@pytest.mark.parametrize("view", [PAGE, EXTENSION], ids=["firefox", "extension"])
def test_address_title_and_author_stand_above_the_text(view: str, language: str) -> None:
    title, author, minutes = PARTS[language]
    body = f"<p>{TEXTS[language]} {TEXTS[language]}</p>" * 3
    page = view.format(lang=language, title=title, author=author, minutes=minutes, text=body)
    article = articlex.extract(page)
    assert (article.title, article.authors, article.language) == (title, (author,), language)
    assert article.url == "https://example.org/a?b=1&c=2"
    assert article.text == "\n\n".join([f"{TEXTS[language]} {TEXTS[language]}"] * 3)


def test_a_page_that_was_no_page_of_the_web_has_no_address() -> None:
    page = PAGE.replace("https://example.org/a?b=1&amp;c=2", "file:///home/ann/a.html")
    assert [href for rel, href, _ in read_page(page).markup.links if rel == "canonical"] == []
