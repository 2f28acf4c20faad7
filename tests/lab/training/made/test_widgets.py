"""Sidebars of blogs that crowded raw text gets."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from articlex_lab.corpora.annotated import Record
from articlex_lab.training.made.listings import Other, Stock
from articlex_lab.training.made.widgets import sidebar

GREEK = "Ο φάρος στο ακρωτήρι έκλεισε μετά την καταιγίδα και οι κάτοικοι ζητούν να ανοίξει ξανά."


def record(kind: str = "article", text: str = "The lighthouse on the cape was closed.") -> Record:
    """A page with a title."""
    path = Path("unread")
    return Record("small", "1", path, kind, frozenset(), text=text, title="The lighthouse")


@pytest.fixture
def have() -> Stock:
    """Twenty other articles in two languages, and headings, some of them too long for a label."""
    pytest.importorskip("babel")  # which the tests alone do not install
    others = [Other(f"small/{n}", f"Other headline {n}", f"Opening {n}. ") for n in range(20)]
    words = "Rain Wind Fog Ice Snow Hail Sleet Storm Drought Flood Frost Haze".split()
    headings = [*words, "Why it rains so often on the cape"]
    return Stock({"en": others, "el": others}, {}, {"en": headings, "el": headings}, {})


def sidebars(record: Record, have: Stock) -> list[list[str]]:
    """The sidebars of many tries."""
    found = [sidebar(record, have, random.Random(seed), spaced=False) for seed in range(200)]
    return [lines for lines in found if lines]


def test_few_pages_get_a_sidebar_and_documentation_gets_none(have: Stock) -> None:
    assert 30 < len(sidebars(record(), have)) < 90
    assert not sidebars(record("documentation"), have)


def test_a_sidebar_has_months_in_the_language_of_the_page(have: Stock) -> None:
    lines = {line for found in sidebars(record(text=GREEK * 3), have) for line in found}
    assert any("Μάρτιος" in line or "Μαρτίου" in line for line in lines)


def test_a_sidebar_has_other_titles_the_page_s_own_and_who_commented(have: Stock) -> None:
    lines = [line for found in sidebars(record(), have) for line in found]
    assert any(line.endswith("Other headline 3") for line in lines)
    assert any(line.endswith("The lighthouse") for line in lines)
    assert any(": Other headline" in line for line in lines)


def test_labels_are_short_and_some_are_counted(have: Stock) -> None:
    lines = [line for found in sidebars(record(), have) for line in found]
    assert not any("Why it rains" in line for line in lines)
    assert any("Fog (" in line for line in lines)


def test_parts_of_a_sidebar_are_apart_where_the_page_is_spaced(have: Stock) -> None:
    spaced = [sidebar(record(), have, random.Random(seed), spaced=True) for seed in range(60)]
    assert all(lines[0] == "" for lines in spaced if lines)
    assert not any("" in lines for lines in sidebars(record(), have))
