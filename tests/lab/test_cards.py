"""Cards of other stories that crowded raw text gets."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from articlex_lab.corpora import Record
from articlex_lab.training.cards import cards
from articlex_lab.training.listings import Other, Stock

GERMAN = "Der Leuchtturm am Kap wurde nach dem Sturm geschlossen, und die Leute wollen ihn wieder haben."


def record(kind: str = "article", text: str = "The lighthouse on the cape was closed.") -> Record:
    """A page with a title."""
    return Record("small", "1", Path("unread"), kind, frozenset(), text=text, title="The lighthouse")


@pytest.fixture
def have() -> Stock:
    """Twenty other articles in two languages, and headings."""
    pytest.importorskip("babel")  # which the tests alone do not install
    others = [Other(f"small/{n}", f"Other headline {n}", f"Opening {n} of a story. ") for n in range(20)]
    headings = "Rain Wind Fog Ice Snow Hail Sleet Storm Drought Flood Frost Haze".split()
    return Stock({"en": others, "de": others}, {}, {"en": headings, "de": headings}, {})


def made(record: Record, have: Stock, spaced: bool = False) -> list[list[str]]:
    """The cards of many tries."""
    found = [cards(record, have, random.Random(seed), spaced) for seed in range(300)]
    return [lines for lines in found if lines]


def test_some_articles_get_cards_and_lists_get_none(have: Stock) -> None:
    assert 40 < len(made(record(), have)) < 110
    assert not made(record("listing"), have)


def test_each_card_has_a_title_and_most_have_a_lead(have: Stock) -> None:
    for lines in made(record(), have):
        titles = sum(line.startswith("Other headline") for line in lines)
        leads = sum(line.startswith("Opening") for line in lines)
        assert 2 <= titles <= 6
        assert leads in (0, titles)


def test_days_are_written_as_the_language_of_the_page_writes_them(have: Stock) -> None:
    lines = " ".join(line for found in made(record(text=GERMAN * 3), have) for line in found)
    assert "Dezember" in lines
    assert "December" not in lines


def test_parts_stand_apart_on_a_page_with_blank_lines(have: Stock) -> None:
    lines = [line for found in made(record(), have, spaced=True) for line in found]
    assert lines.count("") * 2 == len(lines)


def test_no_card_is_of_the_page_itself(have: Stock) -> None:
    page = record()
    own = Stock({"en": [Other(page.name, "My own", "Own.")] * 12}, {}, have.headings, {})
    assert not any("My own" in lines for lines in made(page, own))
