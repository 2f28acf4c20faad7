"""Quick patterns tell which blocks hold no date at all; they must not hold back a date that can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlex.dates import Hints, find_dates
from articlex.days.printed import dated_blocks
from articlex.read import read_page

FIXTURES = Path(__file__).parents[2] / "fixtures" / "dates"


@pytest.mark.parametrize("name", ["text.cases", "languages.cases"])
def test_a_date_that_can_be_read_is_read_off_its_block(name: str) -> None:
    lines = (FIXTURES / name).read_text("utf-8").splitlines()
    missed = []
    for language, text, _ in (line.split("\t") for line in lines if line and not line.startswith("#")):
        page, hints = read_page(f"<p>{text}</p>", form="html"), Hints(language)
        read = [one.value for _, _, dates in dated_blocks(page, hints, {}) for one in dates]
        if read != [one.value for block in page.blocks for one in find_dates(block.text, hints)]:
            missed.append(text)
    assert missed == []
