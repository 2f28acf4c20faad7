"""Headings of raw page text that nothing but their place gives away."""

from __future__ import annotations

import pytest

from articlex import extract
from articlex.lost_marks.headings import likely_headings, without_endings
from articlex.page import Kind

FIRST = (
    "Tomatoes love the sun and need at least six hours of light a day, so put them on a balcony to the "
    "south, away from cold wind and from the dew of the night."
)
SECOND = "Water in the morning, so that the leaves are dry by the evening, and never pour it on the leaves."
LIST = "- two large pots\n- a bag of soil\n- three canes"
HEAD = f"How to grow tomatoes on a balcony\n\n{FIRST}\n\n{SECOND}\n\n"
PAGE = f"{HEAD}What you need\n\n{LIST}\n\n{FIRST}\n\nWhen to plant\n\n{SECOND}\n\n{LIST}\n"


def headings(text: str) -> list[str]:
    return [block.text for block in extract(text, form="text").body if block.kind is Kind.HEADING]


def test_a_line_between_a_list_and_a_paragraph() -> None:
    assert "When to plant" in headings(PAGE)


def test_a_line_without_blank_lines_around_it() -> None:
    text = f"{HEAD}When to plant\n\n{SECOND} {FIRST}\n\n{LIST}\n".replace("\n\n", "\n")
    assert "When to plant" in headings(text)


@pytest.mark.parametrize("line", ["It is worth it.", "Read on:", "A short sentence, and another one;"])
def test_a_sentence_and_a_label_are_none(line: str) -> None:
    assert headings(f"{HEAD}{line}\n\n{SECOND}\n\n{LIST}\n") == []


def test_the_last_line_is_none_nor_one_with_its_text() -> None:
    """As the lines that end the letters of a thread."""
    texts = ["Regards and see you", "Cost", "Regards and see you"]
    assert without_endings(texts, [True, True, True]) == [False, True, False]


def test_lines_with_the_same_text_are_decided_on_together() -> None:
    odds = [0.9, -0.4, 0.1, 0.1, -3.0]
    assert likely_headings(["Strengths", "Strengths", "Cost", "Range", "An apple"], odds) == [
        True, True, False, False, False,
    ]  # fmt: skip
    assert likely_headings(["Strengths", "Strengths"], [0.4, -0.6]) == [False, False]


def test_questions_are_decided_on_together() -> None:
    texts = ["How long does it last?", "Is it worth it?", "谁来浇水？", "It is."]
    assert likely_headings(texts, [1.5, 0.2, 0.1, 0.2]) == [True, True, True, False]
    assert likely_headings(texts, [1.5, -0.9, 0.1, 0.2]) == [True, False, False, False]


def test_where_headings_are_marked_no_other_line_is_one() -> None:
    text = f"{HEAD}## What you need\n\n{LIST}\n\nWhen to plant\n\n{SECOND}\n\n{LIST}\n"
    assert headings(text) == ["What you need"]


def test_the_blocks_of_the_page_stay_as_they_were_read() -> None:
    article = extract(PAGE, form="text")
    assert all(block.kind is not Kind.HEADING for block in article.blocks)


def test_markdown_has_them_below_the_headline() -> None:
    article = extract(PAGE, form="text")
    assert "\n## When to plant\n" in article.markdown


@pytest.mark.parametrize("apart", ["", " "], ids=["w3m", "lynx"])
def test_what_stands_in_for_a_picture_is_said_once_and_heads_nothing(apart: str) -> None:
    twice = f"Pots on the balcony{apart}Pots on the balcony"
    article = extract(f"{HEAD}{twice}\n\n{LIST}\n\n{FIRST}\n\n{SECOND}\n", form="text")
    found = [block.kind for block in article.body if block.text == "Pots on the balcony"]
    assert found == [Kind.PARAGRAPH]


def test_the_credit_of_a_picture_heads_nothing() -> None:
    again = f"Bild: Example Stock\n\n{LIST}\n\n{FIRST}\n\n"
    assert headings(f"{HEAD}{again}When to plant\n\n{SECOND}\n\n{again}{again}{SECOND}\n") == [
        "When to plant"
    ]
