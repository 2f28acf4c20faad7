"""Raw page text between the head and the foot of other pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from articlex_lab.corpora.annotated import Record
from articlex_lab.training.made.other_chrome import OtherChrome

PARAGRAPHS = [
    f"Paragraph {number} of the report says at some length what became of the old lighthouse on the cape."
    for number in range(12)
]
PAGE = "<nav>{}</nav><h1>The lighthouse</h1><p>By Ann Example</p>{}<footer>{}</footer>"


def page_with(head: str, foot: str) -> str:
    return PAGE.format(head, "".join(f"<p>{text}</p>" for text in PARAGRAPHS), foot)


@pytest.fixture
def records(make_gold: Callable[..., Record]) -> list[Record]:
    """Forty names of an article, and one page of another site."""
    text = "\n".join(PARAGRAPHS)
    own = make_gold(page_with("Own menu", "<p>Own imprint</p>"), text=text, title="The lighthouse")
    foot = "<p>Other imprint</p><p>Written by Bo Sample</p>"
    other = make_gold(page_with("Other menu", foot), "other", text=text, title="The lighthouse")
    other = replace(other, url="https://other.example/", authors=("Bo Sample",))
    return [*(replace(own, page=str(number), url="https://own.example/") for number in range(40)), other]


def fold_of(site: str) -> int:
    return 0


def sources(records: list[Record]) -> list[str]:
    """What is made of all but the last page, of which head and foot are."""
    makes = OtherChrome(records, fold_of)
    return [made for record in records[:-1] if (made := makes.source(record, "lines", 0))]


def test_the_page_stands_between_head_and_foot_of_another_site(records: list[Record]) -> None:
    made = sources(records)
    assert len(made) == 40
    assert all("Other menu" in source.split(PARAGRAPHS[0])[0] for source in made)
    assert all("Other imprint" in source.split(PARAGRAPHS[-1])[-1] for source in made)


def test_the_other_page_s_author_stays_away(records: list[Record]) -> None:
    assert not any("Bo Sample" in source for source in sources(records))


def test_the_page_keeps_its_headline_and_byline(records: list[Record]) -> None:
    assert all("The lighthouse\nBy Ann Example" in source for source in sources(records))


def test_some_articles_are_cut_down_and_some_lose_their_own_foot(records: list[Record]) -> None:
    made = sources(records)
    assert 8 < sum(PARAGRAPHS[6] not in source for source in made) < 32
    assert 8 < sum("Own imprint" not in source for source in made) < 32


def test_a_page_alone_in_its_fold_has_no_other_chrome(records: list[Record]) -> None:
    assert OtherChrome(records[:1], fold_of).source(records[0], "lines", 0) is None
