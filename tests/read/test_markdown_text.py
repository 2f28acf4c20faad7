"""Raw page text that is Markdown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from articlex import extract
from articlex.article import Article, Verdict
from articlex.page import Form, Kind, Mark, Page, Role
from articlex.read import read_page
from articlex.read.markdown import is_markdown

PAGES = Path(__file__).parents[2] / "fixtures"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("# A headline\n\nText.", True),
        ("---\ntitle: A\ntags:\n  - b\n---\n\nText.", True),
        ("# only a comment\nx = 1", False),
        ("#hashtag\n\nText.", False),
        ("A headline\n\n# Another", False),
        ("---\nText.\n---\n", False),
        ("", False),
        ("---\n" + "  - x\n" * 2000, False),
    ],
)
def test_only_what_opens_as_markdown_is_markdown(text: str, answer: bool) -> None:
    assert is_markdown(text) is answer


def test_front_matter_states_the_metadata() -> None:
    text = (
        '---\ntitle: "A \\"title\\""\nauthors:\n  - Ida Quill\ndate: 2024-05-06\nlanguage: en\n'
        '---\n\n# A "title"\n\n' + "Words of an article that goes on for long enough to be one. " * 8
    )
    article = extract(text)
    assert article.title == 'A "title"'
    assert article.date_published == "2024-05-06"
    assert article.language == "en"


def _kept(page: Page, title: str) -> Article:
    roles = [Role.TITLE if b.kind is Kind.HEADING and b.level == 1 else Role.BODY for b in page.blocks]
    page = replace(page, marks=tuple(Mark(n, role, "") for n, role in enumerate(roles)))
    return Article(Verdict.OK, 1.0, page, title=title)


SOURCES = sorted([*PAGES.glob("pages/*/source.html"), *PAGES.glob("constructs/*.html")])


@pytest.mark.parametrize("path", SOURCES, ids=[path.parent.name for path in SOURCES])
def test_our_own_markdown_comes_out_of_a_second_pass_as_it_was(path: Path) -> None:
    first = _kept(read_page(path.read_bytes(), form="html", url="https://ex.org/page"), "A title")
    second = _kept(read_page(first.markdown), "A title")
    assert second.page.form is Form.HTML
    assert second.markdown == first.markdown
