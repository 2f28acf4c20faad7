"""Heading elements that hold a paragraph."""

from __future__ import annotations

import pytest
from tests.write.handmade import article, heading, paragraph

from articlex.page import Run

STANDFIRST = (
    "The harbour froze on Monday for the first time in forty years. The ferries stay at the quay, "
    "and nobody can say for how long they will."
)
QUESTION = (
    "You have kept bees for thirty years, and this spring all of them were gone. Did you not want to give up?"
)


def markdown(text: str, level: int = 2) -> str:
    return article(heading(text, level), paragraph("Below."), heading("How it came", 3)).markdown


@pytest.mark.parametrize(
    "text",
    [
        STANDFIRST,
        STANDFIRST.removesuffix("."),
        f"“{STANDFIRST}”",
        "港は月曜日、四十年ぶりに凍結した。フェリーは岸壁に留まり、いつ動き出せるのかは誰にも分からない。船会社は代わりの便を探している。",
    ],
)
def test_it_is_a_paragraph_and_of_no_level(text: str) -> None:
    made = article(heading(text, 2), paragraph("Below."), heading("How it came", 3), title="Frozen")
    assert made.markdown == f"# Frozen\n\n{text}\n\nBelow.\n\n## How it came\n"


@pytest.mark.parametrize(
    "text",
    [
        "The harbour froze on Monday. The ferries stay at the quay.",  # short
        "The Report of the Committee of Inquiry into the Freezing of the Harbour and the Ferries at the Quay "
        "between Monday and Friday of the Same Week",  # no sentence
        QUESTION,
        f"3. {STANDFIRST}",
    ],
)
def test_it_stays_a_heading(text: str) -> None:
    assert markdown(text).startswith("## ")


def test_a_link_stays_a_heading() -> None:
    linked = (Run(STANDFIRST, href="https://ex.org/frozen"),)
    made = article(heading(linked, 2, link_chars=len(STANDFIRST)), paragraph("Below."))
    assert made.markdown.startswith("## [The harbour")
