"""Items of lists in raw page text that lost their bullets."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlex import extract
from articlex.page import Kind

#: Pages in many languages.
FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "lists"
FIRST = (
    "Tomatoes love the sun and need at least six hours of light a day, so put them on a balcony to the "
    "south, away from cold wind and from the dew of the night."
)
SECOND = (
    "Water in the morning, so that the leaves are dry by the evening, and never pour it on the leaves. In "
    "hot weeks they drink twice a day, and a saucer below the pot keeps what they leave."
)
ITEMS = ["Two large pots", "A bag of soil", "Three canes", "Soft string", "A watering can"]
LIST = "\n".join(ITEMS)
HEAD = f"How to grow tomatoes on a balcony\n\n{FIRST}\n\n{SECOND}\n\n"
PAGE = f"{HEAD}To begin with you need:\n\n{LIST}\n\n{SECOND}\n\n{FIRST}\n"


def items(text: str) -> list[str]:
    return [block.text for block in extract(text, form="text").body if block.kind is Kind.LIST_ITEM]


def test_short_lines_below_a_colon() -> None:
    assert items(PAGE) == ITEMS


def test_markdown_has_a_list() -> None:
    assert "\n- Two large pots\n- A bag of soil\n" in extract(PAGE, form="text").markdown


def test_the_text_of_the_article_gets_no_bullets() -> None:
    assert "\n\nTwo large pots\n\nA bag" in extract(PAGE, form="text").text


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_without_the_bullets_of_its_list_a_page_has_the_same_items(path: Path) -> None:
    page = path.read_text(encoding="utf-8")
    listed = [line.removeprefix("- ") for line in page.splitlines() if line.startswith("- ")]
    assert items(page.replace("\n- ", "\n")) == listed


@pytest.mark.parametrize("bullet", ["* ", "- ", "• "])
def test_where_one_list_is_marked_no_other_line_is_an_item(bullet: str) -> None:
    marked = "\n".join(f"{bullet}{item}" for item in ("a watering can", "a saucer"))
    assert len(items(f"{PAGE}\n{marked}\n")) == 2


def test_the_blocks_of_the_page_stay_as_they_were_read() -> None:
    assert all(block.kind is not Kind.LIST_ITEM for block in extract(PAGE, form="text").blocks)


def test_paragraphs_are_no_items() -> None:
    assert items(f"How to grow tomatoes\n\n{FIRST}\n\n{SECOND}\n\n{FIRST}\n\n{SECOND}\n") == []
