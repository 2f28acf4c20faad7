"""A dialog over a page changes nothing in what is read of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

import articlex
from articlex import Article
from articlex.page import Role
from articlex.read.decoding.encoding import decode
from articlex_lab.checks.golden import OPTIONS, PAGES

DIALOG = (
    "We value your privacy",
    "We and our partners store information on a device, such as cookies, and measure how often it is read.",
    "You may change your choice at any time.",
    "More options",
    "Accept all",
)
HTML = "<div class=q7><h2>{}</h2><p>{}</p><p>{}</p><div><button>{}</button><button>{}</button></div></div>"
#: Pages without text, pages whose lines are found anew from their whole text, and two on which a score is at
#: its threshold.
ELSE = frozenset(
    """empty-script-only text-empty-blank-lines text-ar-one-line text-en-one-line text-ru-written-together
    reference-en-soup news-vi-old-table text-hi-recipe""".split()
)
SOURCES = [path for path in sorted(PAGES.glob("*/source.*")) if path.parent.name not in ELSE]


def covered(source: str, is_text: bool) -> str:
    """The page with a dialog in front of its text."""
    if is_text:
        return "\n".join(DIALOG) + "\n\n" + source
    start = source.lower().find("<body")
    end = source.find(">", start) + 1 if start >= 0 else 0
    return source[:end] + HTML.format(*DIALOG) + source[end:]


def extracted(source: str, is_text: bool) -> Article:
    return articlex.extract(source, form="text" if is_text else "html", options=OPTIONS)


@pytest.mark.parametrize("path", SOURCES, ids=[path.parent.name for path in SOURCES])
def test_a_dialog_in_front_changes_nothing(path: Path) -> None:
    source, is_text = decode(path.read_bytes(), None).text, path.suffix == ".txt"
    bare, article = extracted(source, is_text), extracted(covered(source, is_text), is_text)
    for field in ("verdict", "title", "authors", "date_published", "text"):
        assert getattr(article, field) == getattr(bare, field), field
    first = article.page.marks[: len(article.page.marks) - len(bare.page.marks)]
    assert {mark.role for mark in first} == {Role.CONSENT}


def test_a_dialog_that_is_most_of_a_page_is_not_set_aside() -> None:
    article = extracted(HTML.format(*DIALOG) + "<p>Rain fell on the town.</p>", is_text=False)
    assert article.page.role(1) is Role.CONSENT
    assert [step.stage for step in article.page.trace].count("consent") == 1


def test_facts_keep_the_places_of_their_blocks() -> None:
    source = (
        "<body><h1>Rain over Bergen</h1><p>By Ann Lee</p>"
        + 9 * f"<p>{DIALOG[1].replace('cookies', 'rain')}</p>"
    )
    page = extracted(covered(source, is_text=False), is_text=False).page
    stated = [page.blocks[fact.block].text for fact in page.facts if fact.block is not None]
    assert "Rain over Bergen" in stated
    assert "By Ann Lee" in stated
