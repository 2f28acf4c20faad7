"""Pages whose source is what a file shows: of browsers, as strings, with references for brackets."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

import articlex
from articlex.page import Form
from articlex.read import read_page
from articlex.read.shown_source import shown_source
from articlex.read.sniff import sniff_form

ADDRESS = "https://example.org/a?b=1&c=2"
PARAGRAPHS = {
    "de": 'Die Brücke ist seit gestern gesperrt, weil die Prüfer "Risse" in zwei Pfeilern gefunden haben.',
    "ja": "橋は昨日から閉まっている。検査で二本の橋脚に「ひび」が見つかったからだ、と市役所は説明した。",
    "he": 'הגשר סגור מאתמול, כי הבודקים מצאו "סדקים" בשני עמודים שמגיעים עד היסוד.',
}


def page(language: str) -> str:
    body = "".join(f"<p>{number}. {escape(PARAGRAPHS[language])}</p>\n" for number in range(5))
    head = f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<title>1 &lt; 2</title>\n'
    return f"{head}</head>\n<body class=\"a\">\n<h1 id='b'>1 &lt; 2</h1>\n{body}</body>\n</html>\n"


def chromium(source: str) -> str:
    rows = "".join(
        f'<tr><td class="line-number" value="{number}"></td><td class="line-content">'
        f'<span class="html-tag">{escape(line)}</span></td></tr>'
        for number, line in enumerate(source.split("\n"), 1)
    )
    return (
        '<html><head><meta name="color-scheme" content="light dark"></head><body>'
        '<div class="line-gutter-backdrop"></div><form><label class="line-wrap-control">Umbruch'
        f'<input type="checkbox"></label></form><table><tbody>{rows}</tbody></table></body></html>'
    )


def firefox(source: str) -> str:
    lines = "".join(
        f'<span id="line{number}"></span>&lt;<span class="start-tag">{escape(line)[4:]}</span>\n'
        if line.startswith("<")
        else f'<span id="line{number}"></span>{escape(line)}\n'
        for number, line in enumerate(source.split("\n"), 1)
    )
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(ADDRESS)}</title></head>'
        f'<body id="viewsource" class="highlight"><pre id="line1">{lines}</pre></body></html>'
    )


WAYS: dict[str, Callable[[str], str]] = {
    "chromium": chromium,
    "firefox": firefox,
    "json": json.dumps,
    "json-utf8": lambda source: f"\n{json.dumps(source, ensure_ascii=False)}\n",
    "json-bare": lambda source: json.dumps(source.replace("'", '"'))[1:-1],
    "python": repr,
    "python-bytes": lambda source: repr(source.encode()),
    "references": escape,
    "references-twice": lambda source: escape(escape(source, quote=False), quote=False),
    "brackets": lambda source: source.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
}


@pytest.mark.parametrize("language", PARAGRAPHS)
@pytest.mark.parametrize("way", WAYS)
def test_the_page_is_the_one_whose_source_is_shown(way: str, language: str) -> None:
    article = articlex.extract(WAYS[way](page(language)).encode())
    assert (article.title, article.language) == ("1 < 2", language)
    assert article.text == articlex.extract(page(language)).text


def test_the_address_is_that_which_a_browser_shows() -> None:
    assert read_page(firefox(page("de"))).url == ADDRESS
    viewed = chromium(page("de")).replace("<head>", f"<head><title>view-source:{escape(ADDRESS)}</title>")
    assert read_page(viewed).url == ADDRESS


@pytest.mark.parametrize("name", ["html", "content", "body"])
def test_a_page_in_a_field_of_a_record_is_the_page(name: str) -> None:
    record = {"url": ADDRESS, "status": 200, name: page("ja")}
    for held in (record, [record], {"data": {"results": [record]}}):
        found = read_page(json.dumps(held))
        assert (found.url, found.markup.lang) == (ADDRESS, "ja")


def test_several_pages_in_a_record_are_no_page() -> None:
    records = [{"url": ADDRESS, "html": page(language)} for language in PARAGRAPHS]
    for held in (records, {"results": records}, {"a": page("de"), "b": page("ja"), "c": "", "d": page("he")}):
        with pytest.raises(articlex.InputError, match="3 pages in JSON, not a page"):
            articlex.extract(json.dumps(held))


@pytest.mark.parametrize(
    "text",
    [
        '"It rained", she said, "and <b>how</b>."',
        '"<p>" opens a paragraph, and what closes it is "</p>"',
        "&lt;p&gt; opens a paragraph, and nobody needs to close it.",
        "'<' is less than, '>'",
        "b'<'",
        '"<"',
        "&lt;3 &gt;",
        '<p>Write <code>class=\\"a\\"</code> with <a href="/b">escapes</a>.</p>',
        "<table><tr><td>1</td></tr></table>",
        '"' + " " * 100_000,
    ],
)
def test_what_only_speaks_of_markup_is_read_as_it_is(text: str) -> None:
    assert shown_source(text) is None


def test_who_says_that_it_is_text_gets_the_text() -> None:
    assert read_page(json.dumps(page("de")), form="text").form is Form.TEXT


@given(st.text(alphabet="<>&;lgt\"'\\b nr=p/", max_size=60))
def test_what_any_text_shows_is_html(text: str) -> None:
    shown = shown_source(text)
    assert shown is None or sniff_form(shown) is Form.HTML
