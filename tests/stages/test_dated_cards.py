"""What the cases of the stage cannot say: a day of the page that no dateline prints."""

from __future__ import annotations

from dataclasses import replace

import pytest

from articlex.options import Options
from articlex.page import Fact, Field, Mark, Role
from articlex.read import read_page
from articlex.stages import dated_cards

LEADS = (
    "The keeper of the bridge has turned it by hand for nineteen years, and so did his father before him.",
    "Nobody had asked for a ferry on this side of the harbour until a teacher moved into the customs house.",
    "A boat that nobody wanted has become the first thing that eels meet when they come up from the sea.",
    "Three winters of notes from a house between two gates, by somebody who meant to stay for a week.",
)
DAYS = ("2024-04-07", "2024-04-05", "2024-04-09", "2024-04-06")


@pytest.mark.parametrize(("between", "marked"), [("", 0), (LEADS[1] + "\n\n" + LEADS[2] + "\n\n", 9)])
def test_comments_by_their_votes_are_none_where_the_day_of_the_page_is_that_of_the_first(
    between: str, marked: int
) -> None:
    items = [f"u17{day[-1]}\n\n{day} 216 votes\n\n{lead}" for day, lead in zip(DAYS, LEADS, strict=True)]
    page = read_page("\n\n".join((items[0], f"{between}{items[1]}", *items[2:])), form="text")
    roles = [Role.BODY if block.text in LEADS else Role.BOILERPLATE for block in page.blocks]
    day = Fact(Field.DATE_PUBLISHED, DAYS[0], "dateline", DAYS[0], "sources-weighed", 0.99, 1)
    marks = tuple(Mark(index, role, "main-content", 0.9, "body") for index, role in enumerate(roles))
    found = list(dated_cards.run(replace(page, marks=marks, facts=(day,)), Options()))
    assert len(found) == marked
