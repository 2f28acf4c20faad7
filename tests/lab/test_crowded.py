from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest
from lxml import html

from articlex_lab.corpora import Record
from articlex_lab.training.crowded import crowded_html, crowded_text, is_crowdable
from articlex_lab.training.listings import Other, Stock, make_list, stock

PARAGRAPHS = [
    f"Paragraph {number} of the report says at some length what became of the old lighthouse on the cape."
    for number in range(8)
]
PAGE = "<html><body><div><h1>The lighthouse</h1>{}</div><p>Imprint</p></body></html>"


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """An article of eight paragraphs."""
    path = tmp_path / "0001.html.gz"
    path.write_bytes(gzip.compress(PAGE.format("".join(f"<p>{text}</p>" for text in PARAGRAPHS)).encode()))
    return Record("small", "0001.html.gz", path, "article", frozenset(), text="\n".join(PARAGRAPHS))


@pytest.fixture
def have() -> Stock:
    """Twenty other articles, and posts of a forum."""
    others = [
        Other(f"small/{n}", f"Other headline {n}", f"Opening {n} of an article. " * 8) for n in range(20)
    ]
    return Stock({"en": others}, {"en": [f"I think that number {n} is wrong." for n in range(30)]})


def test_stock_has_titles_and_openings_of_articles_and_posts_of_forums() -> None:
    path = Path("unread")
    text = "A short line\n" + "The opening of an article is a paragraph of more than sixty characters."
    article = Record("small", "1", path, "article", frozenset(), text=text, title="A headline")
    thread = Record("small", "2", path, "forum", frozenset(), text="It broke when I turned it on.")
    found = stock([article, thread])
    assert [(other.title, other.opening[:11]) for other in found.others["en"]] == [
        ("A headline", "The opening")
    ]
    assert found.posts["en"] == ["It broke when I turned it on."]


def test_a_list_holds_no_teaser_of_the_page_itself(record: Record, have: Stock) -> None:
    own = [*have.others["en"], Other(record.name, "The lighthouse", PARAGRAPHS[0])]
    for seed in range(60):
        items = make_list(record, Stock({"en": own}, have.posts), random.Random(seed))
        assert "The lighthouse" not in {part.text for item in items for part in item}


def test_crowded_html_has_paragraphs_of_the_article_and_titles_of_others(record: Record, have: Stock) -> None:
    pages = [crowded_html(record, have, copy) or "" for copy in range(12)]
    assert all(PARAGRAPHS[0] in page for page in pages)
    assert any(PARAGRAPHS[7] not in page for page in pages)
    assert sum("Other headline" in page or "Opening" in page for page in pages) > 8
    assert all(html.fromstring(page).xpath("count(//h1)") == 1 for page in pages)


def test_crowded_text_has_paragraphs_of_the_article_and_titles_of_others(
    record: Record, have: Stock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("rapidfuzz")  # which the tests alone do not install
    monkeypatch.setenv("ARTICLEX_CACHE", str(tmp_path))
    pages = [crowded_text(record, "lines", have, copy) or "" for copy in range(12)]
    assert all(PARAGRAPHS[0] in page for page in pages)
    assert any(PARAGRAPHS[7] not in page for page in pages)
    assert sum("Other headline" in page or "Opening" in page for page in pages) > 8


def test_the_same_copy_is_made_each_time(record: Record, have: Stock) -> None:
    assert crowded_html(record, have, 3) == crowded_html(record, have, 3) != crowded_html(record, have, 4)


def test_lists_are_not_crowded(record: Record) -> None:
    from dataclasses import replace

    assert is_crowdable(record)
    assert not is_crowdable(replace(record, kind="listing"))
    assert not is_crowdable(replace(record, text=None))
