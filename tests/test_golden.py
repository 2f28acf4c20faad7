"""Whole pages: what a careful reader wants of each, what came out last time, and what always holds."""

import html
import re

import pytest

from articlex import Verdict, extract
from articlex_lab.checks.golden import EXPECTED, OPTIONS, GoldenPage, claims, golden_pages

PAGES = golden_pages()
ALL = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.folder.name)


#: Pages of which not every claim holds yet; ``make wanted`` prints which. The list only gets shorter.
OPEN = frozenset((PAGES[0].folder.parent / "open.txt").read_text("utf-8").split())


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, marks=pytest.mark.xfail(reason="open claims: see make wanted"))
        if page.folder.name in OPEN
        else page
        for page in PAGES
    ],
    ids=[page.folder.name for page in PAGES],
)
def test_page_gives_what_a_reader_wants(page: GoldenPage) -> None:
    broken = [f"{name}: {stated[:200]}" for name, holds, stated in claims(page) if not holds]
    assert broken == []


@pytest.mark.parametrize("name", EXPECTED)
@ALL
def test_page_gives_what_is_recorded(page: GoldenPage, name: str) -> None:
    """A change of output is seen and read: ``make golden`` records it, and the diff is part of the commit."""
    assert page.outputs()[name] == (page.folder / name).read_text("utf-8")


@ALL
def test_every_page_says_where_it_is_from_and_why_it_is_here(page: GoldenPage) -> None:
    assert page.about.keys() == {"url", "kind", "why"}
    assert page.about["why"]


def test_there_are_pages_of_both_forms_and_every_kind() -> None:
    forms = [next(page.folder.glob("source.*")).suffix for page in PAGES]
    assert min(forms.count(".html"), forms.count(".txt")) >= 15
    kinds = {page.about["kind"] for page in PAGES}
    assert kinds >= {
        "news",
        "blog",
        "forum",
        "documentation",
        "recipe",
        "product",
        "paywall stub",
        "error page",
        "empty page",
        "front page",
    }


def test_there_are_pages_in_at_least_twelve_languages() -> None:
    languages = {page.wanted.get("language") for page in PAGES} - {None}
    assert len(languages) >= 12
    assert languages >= {"ar", "he", "zh", "ja", "ko", "th", "hi", "el", "ru"}


@ALL
def test_every_line_of_the_text_stands_in_the_source(page: GoldenPage) -> None:
    source = bare(source_text(page))
    strange = [line for line in page.article.text.splitlines() if bare(unmarked(line)) not in source]
    assert strange == []


@ALL
def test_two_runs_give_the_same_bytes(page: GoldenPage) -> None:
    again = GoldenPage(page.folder)
    assert again.outputs() == page.outputs()


@ALL
def test_str_and_bytes_give_the_same(page: GoldenPage) -> None:
    from_str = extract(decoded(page), url=page.about["url"] or None, options=OPTIONS)
    assert from_str.to_dict() | {"encoding": None, "warnings": []} == page.article.to_dict() | {
        "encoding": None,
        "warnings": [],
    }


def test_pages_without_an_article_print_nothing() -> None:
    texts = [
        page.article.text for page in PAGES if page.article.verdict in (Verdict.EMPTY, Verdict.NO_ARTICLE)
    ]
    assert len(texts) >= 4
    assert set(texts) == {""}


def decoded(page: GoldenPage) -> str:
    """The source as the page's author wrote it."""
    declared = re.search(rb"charset=[\"']?([\w-]+)", page.source)
    name = declared[1].decode().lower() if declared else "utf-8"
    wider = {"gb2312": "gb18030", "euc-kr": "cp949", "shift_jis": "cp932"}
    return page.source.decode(wider.get(name, name))


def source_text(page: GoldenPage) -> str:
    """The source without its tags, by other means than the reader's."""
    text = decoded(page)
    is_html = (page.folder / "source.html").exists()
    return html.unescape(re.sub(r"<[^>]*>", "", text)) if is_html else text


def unmarked(line: str) -> str:
    """``line`` without a list marker, which numbering may have made."""
    return re.sub(r"^\s*(?:[-*•]|\d+[.)])\s+", "", line)


def bare(text: str) -> str:
    """``text`` without white space, without characters of no width, and without lynx's link numbers."""
    return re.sub(r"\[\d+\]|[\s\u200b\ufeff\u00ad]", "", text)
