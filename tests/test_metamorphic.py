"""A page that is written differently is the same article: our cases of Markdown, and a few of our pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import articlex
from articlex.read import read_page
from articlex.read.decoding.encoding import decode
from articlex_lab.checks.cases import divided, sections
from articlex_lab.checks.metamorphic.html_changes import FORMS, SPELLINGS, from_html5_parser
from articlex_lab.checks.metamorphic.html_pieces import pieces
from articlex_lab.repository import FIXTURES

INVISIBLE = str.maketrans({"\xa0": " ", "\xad": ""})
CASES = [
    "\n".join(divided(lines, "=>", path.name)[0])
    for path in sorted((FIXTURES / "write").glob("*.cases"))
    for _, _, lines in sections(path)
]
PAGES = [
    decode((FIXTURES / "pages" / name / "source.html").read_bytes(), None).text
    for name in (
        "news-ar-rtl",
        "news-zh-gbk-breaks",
        "news-th-no-spaces",
        "blog-fr-wordpress",
        "news-ru-cp1251",
    )
]


def test_pieces_are_the_page() -> None:
    for source in (*CASES, *PAGES):
        assert "".join(piece.source for piece in pieces(source)) == source


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=list(SPELLINGS))
def test_no_spelling_changes_what_is_read(spelling: Callable[[str], str]) -> None:
    assert [source for source in CASES if _read(spelling(source)) != _read(source)] == []


@cache
def _read(source: str) -> tuple[object, ...]:
    page = read_page(source, form="html", url="https://ex.org/page")
    return page.blocks, page.nodes, page.markup.title, page.markup.metas, page.markup.annotations


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
def test_no_form_changes_the_article(form: Callable[[str], str | bytes]) -> None:
    if form is from_html5_parser:
        pytest.importorskip("selectolax")
    assert [_extracted(form(source)) for source in PAGES] == [_extracted(source) for source in PAGES]


@cache
def _extracted(source: str | bytes) -> tuple[object, ...]:
    article = articlex.extract(source, url="https://ex.org/2024/05/06/page")
    text = article.text.translate(INVISIBLE)
    return text, article.title, article.authors, article.date_published, article.language


KINDS = sorted((FIXTURES / "kinds").glob("*.html"))
BANNER = (
    "<div><p>We use cookies to remember your basket and to count our visitors.</p><button>OK</button></div>"
)
ADDRESS = re.compile(r"""(?i)\shref\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)""")
BODY = re.compile(r"(?i)<body\b[^>]*>")


@pytest.mark.parametrize("path", KINDS, ids=[path.stem for path in KINDS])
def test_a_cookie_banner_makes_no_wall_of_a_page_whose_links_have_no_addresses(path: Path) -> None:
    source = ADDRESS.sub("", decode(path.read_bytes(), None).text)
    with_banner = BODY.sub(lambda body: body.group() + BANNER, source, count=1)
    assert articlex.extract(with_banner).verdict is not articlex.Verdict.NO_ARTICLE


@pytest.mark.parametrize(
    ("name", "signs"),
    [
        ("text-ja-flat", {"。": "．", "、": "，"}),
        ("text-zh-questions", {"。": "．"}),
        ("text-hi-recipe", {"।": "|"}),
    ],
)
def test_sentences_that_end_in_other_signs_are_kept(name: str, signs: dict[str, str]) -> None:
    source = (FIXTURES / "pages" / name / "source.txt").read_text(encoding="utf-8")
    changed = source.translate(str.maketrans(signs))
    kept, found = (articlex.extract(text, form="text").text for text in (source, changed))
    assert len(found) >= 0.9 * len(kept)


@pytest.mark.parametrize("name", ["news-th-no-spaces/source.html", "text-th-flat/source.txt"])
def test_spaces_without_width_between_words_are_kept_and_change_nothing_else(name: str) -> None:
    source = decode((FIXTURES / "pages" / name).read_bytes(), None).text
    parted = re.sub("(?<=[\u0e00-\u0e7f]{5})(?=[\u0e01-\u0e2e][\u0e00-\u0e7f]{4})", "\u200b", source)
    found, expected = articlex.extract(parted), articlex.extract(source)
    assert found.text.count("\u200b") > 100
    assert found.text.replace("\u200b", "") == expected.text
    assert found.authors == expected.authors
