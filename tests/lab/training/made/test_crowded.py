from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from articlex_lab.corpora.annotated import Record
from articlex_lab.training.made.crowded import cut, lists_of_a_page, shortened
from articlex_lab.training.made.crowded_html import chrome, crowded_html
from articlex_lab.training.made.crowded_text import crowded_text
from articlex_lab.training.made.listings import Other, Stock, make_list, stock
from articlex_lab.training.made.site_menus import site_menu

PARAGRAPHS = [
    f"Paragraph {number} of the report says at some length what became of the old lighthouse on the cape."
    for number in range(8)
]
PAGE = "<html><body><p>Menu</p><div><h1>The lighthouse</h1>{}</div><p>Imprint</p></body></html>"


@pytest.fixture
def record(make_record: Callable[..., Record]) -> Record:
    """An article of eight paragraphs."""
    source = PAGE.format("".join(f"<p>{text}</p>" for text in PARAGRAPHS))
    return make_record(source, text="\n".join(PARAGRAPHS))


@pytest.fixture
def have() -> Stock:
    """Twenty other articles, and posts of a forum."""
    others = [
        Other(f"small/{n}", f"Other headline {n}", f"Opening {n} of an article. " * 8) for n in range(20)
    ]
    posts = [f"I think that number {n} is wrong." for n in range(30)]
    headings = [f"Setting up part {n}" for n in range(30)]
    return Stock({"en": others}, {"en": posts}, {"en": headings}, {})


def test_stock_has_titles_and_openings_of_articles_and_posts_of_forums() -> None:
    path = Path("unread")
    text = "A short line\n" + "The opening of an article is a paragraph of more than sixty characters."
    article = Record("small", "1", path, "article", frozenset(), text=text, title="A headline")
    thread = Record("small", "2", path, "forum", frozenset(), text="It broke when I turned it on.")
    found = stock([article, thread])
    assert [(each.title, each.opening[:11]) for each in found.others["en"]] == [("A headline", "The opening")]
    assert found.posts["en"] == ["It broke when I turned it on."]


def test_a_list_holds_no_teaser_of_the_page_itself(record: Record, have: Stock) -> None:
    own = [*have.others["en"], Other(record.name, "The lighthouse", PARAGRAPHS[0])]
    for seed in range(60):
        items = make_list(record, have._replace(others={"en": own}), random.Random(seed))
        assert "The lighthouse" not in {part.text for item in items for part in item}


def test_lists_are_about_the_subject_of_what_was_cut_from_the_article(record: Record, have: Stock) -> None:
    lists = [make_list(record, have, random.Random(seed), own=["The cape is known."]) for seed in range(60)]
    assert any("The cape" in part.text for items in lists for item in items for part in item)


def test_crowded_html_has_paragraphs_of_the_article_and_titles_of_others(record: Record, have: Stock) -> None:
    pages = [crowded_html(record, have, copy) for copy in range(40)]
    sources = [page.source for page in pages if page]
    assert len(sources) == 40
    assert sum(PARAGRAPHS[0] in source for source in sources) > 20
    assert sum(PARAGRAPHS[7] not in source for source in sources) > 8
    assert sum("Other headline" in source or "Opening" in source for source in sources) > 12


def test_what_is_cut_from_the_page_is_cut_from_its_gold_text(record: Record, have: Stock) -> None:
    pages = [crowded_html(record, have, copy) for copy in range(20)]
    assert all(PARAGRAPHS[7] in page.source or PARAGRAPHS[7] not in page.text for page in pages if page)
    assert any(PARAGRAPHS[7] not in page.text for page in pages if page)


def test_crowded_text_has_paragraphs_of_the_article_and_titles_of_others(
    record: Record, have: Stock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("rapidfuzz")  # which the tests alone do not install
    monkeypatch.setenv("ARTICLEX_CACHE", str(tmp_path))
    pages = [crowded_text(record, "lines", have, copy) for copy in range(80)]
    sources = [page.source for page in pages if page]
    assert sum(PARAGRAPHS[0] in source for source in sources) > 40
    assert sum(PARAGRAPHS[7] not in source for source in sources) > 16
    assert sum("Other headline" in source or "Opening" in source for source in sources) > 24


def test_menus_of_a_site_name_other_pages_and_the_page_itself(record: Record, have: Stock) -> None:
    manual = replace(record, kind="documentation", title="The lighthouse")
    menus = [menu for seed in range(60) if (menu := site_menu(manual, have, random.Random(seed)))]
    assert len(menus) > 30
    assert all(any(line.endswith("The lighthouse") for line in menu) for menu in menus)
    assert any("Setting up" in line for menu in menus for line in menu)
    assert any("Other headline" in line for menu in menus for line in menu)


def test_menus_of_a_site_stand_above_the_headline(
    record: Record, have: Stock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("rapidfuzz")  # which the tests alone do not install
    monkeypatch.setenv("ARTICLEX_CACHE", str(tmp_path))
    manual = replace(record, kind="documentation", title="The lighthouse")
    pages = [crowded_text(manual, "lines", have, copy) for copy in range(40)]
    found = [page.source.split(PARAGRAPHS[0])[0] for page in pages if page and PARAGRAPHS[0] in page.source]
    above = [lines.splitlines() for lines in found if lines.count("The lighthouse") > 1]
    assert len(above) > 10
    assert all(lines[-1] == "The lighthouse" for lines in above if "Opening" not in str(lines[-2:]))


def test_chrome_is_what_stands_before_and_after_the_content(record: Record) -> None:
    head, tail = chrome(record)
    assert [element.text_content() for element in head] == ["Menu", "The lighthouse"]
    assert [element.text_content() for element in tail] == ["Imprint"]


def test_chrome_of_another_page_is_set_in(
    record: Record, have: Stock, make_record: Callable[..., Record]
) -> None:
    source = record.read().decode().replace("Imprint", "Follow the paper")
    other = make_record(source, "0002", text=record.text)
    stocked = have._replace(pages={"en": [other] * 20})
    pages = [crowded_html(record, stocked, copy) for copy in range(20)]
    assert sum("Follow the paper" in page.source for page in pages if page) > 4


def test_posts_of_some_threads_are_cut_short_in_the_gold_text_too(record: Record) -> None:
    thread = replace(record, kind="forum")
    found = [shortened(thread, record.text or "", PARAGRAPHS, random.Random(seed)) for seed in range(20)]
    changed = [(text, short) for text, short in found if short]
    assert len(changed) > 5
    for text, short in changed:
        assert all(post in text and PARAGRAPHS[place].startswith(post) for place, post in short.items())
        assert len(text) < len(" ".join(PARAGRAPHS))


def test_an_article_keeps_its_posts(record: Record) -> None:
    assert shortened(record, "A text", PARAGRAPHS, random.Random(1)) == ("A text", {})


def test_a_paragraph_that_gold_has_otherwise_is_not_cut_from_it() -> None:
    assert cut("One. Two.", ["One.", "Three."]) == ("  Two.", ["One."])


def test_the_same_copy_is_made_each_time(record: Record, have: Stock) -> None:
    assert crowded_html(record, have, 3) == crowded_html(record, have, 3) != crowded_html(record, have, 4)


def test_listings_get_no_lists_of_others(record: Record) -> None:
    listing = replace(record, kind="listing")
    assert {lists_of_a_page(listing, random.Random(seed)) for seed in range(9)} == {0}
