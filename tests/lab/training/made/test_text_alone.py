"""Pages of raw text that are an article and nothing else, made of those that have more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from articlex_lab.corpora.annotated import Record
from articlex_lab.training.made.text_alone import text_alone

PARAGRAPHS = [
    f"Paragraph {number} of the report says at some length what became of the old lighthouse on the cape."
    for number in range(12)
]
PAGE = "<html><body><nav>Menu</nav><h1>The lighthouse</h1>{}<footer>Imprint</footer></body></html>"


@pytest.fixture
def records(make_gold: Callable[..., Record]) -> list[Record]:
    """Sixty names of one article of twelve paragraphs."""
    source = PAGE.format("".join(f"<p>{text}</p>" for text in PARAGRAPHS))
    page = make_gold(source, text="\n".join(PARAGRAPHS), title="The lighthouse")
    return [replace(page, page=str(number)) for number in range(60)]


def sources(records: list[Record]) -> list[str]:
    """The pages that are made of ``records``."""
    found = [text_alone(record, "lines") for record in records]
    return [page.source for page in found if page]


def test_what_stands_around_the_text_is_gone(records: list[Record]) -> None:
    made = sources(records)
    assert len(made) == 60
    assert not any("Menu" in source or "Imprint" in source for source in made)


def test_most_are_cut_short_and_some_are_whole(records: list[Record]) -> None:
    whole = sum(len(source) > 1_000 for source in sources(records))
    assert 12 < whole < 40


def test_some_have_a_title_above_and_some_begin_with_the_text(records: list[Record]) -> None:
    titled = sum(source.startswith("The lighthouse\n\n") for source in sources(records))
    assert 15 < titled < 50


def test_some_are_wrapped(records: list[Record]) -> None:
    assert any(len(PARAGRAPHS[0]) > max(map(len, source.split("\n"))) for source in sources(records))


def test_a_page_without_a_gold_text_gives_none(records: list[Record]) -> None:
    made = [text_alone(replace(record, text=""), "lines") for record in records]
    assert not any(made)
