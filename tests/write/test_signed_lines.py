"""Lines in bold that name who wrote the article."""

from __future__ import annotations

from tests.write.handmade import article, paragraph

from articlex.page import Fact, Field, Run, Style

ABOVE = "The ferry has crossed the bay every morning since the summer of 1912, but for two winters."
BELOW = "The council pays two thirds, the island the rest, and nobody has asked for a fare so far."


def bold(text: str) -> tuple[Run, ...]:
    return (Run(text, Style.STRONG),)


def test_the_line_that_names_the_authors_is_no_heading() -> None:
    lines = ("Told by Ann Lee", "Who pays for it", "The older one")
    blocks = [block for line in lines for block in (paragraph(bold(line)), paragraph(BELOW))]
    fact = Fact(Field.AUTHORS, ("Ann Lee",), "byline", lines[0], "credited", 0.9, 0)
    made = article(*blocks, provenance={Field.AUTHORS: (fact,)})
    assert [line for line in made.markdown.splitlines() if line and line != BELOW] == [
        "**Told by Ann Lee**",
        "## Who pays for it",
        "## The older one",
    ]
