"""What is known of the lines that may be headings or items."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlex.lost_marks.features import LONGEST, NAMES, is_line, line_features
from articlex.page import Block, Kind, Run
from articlex.read import read_page

LONG = (
    "The wind turned at noon, and by the time the boats were back the whole bay had gone white with foam. "
    * 2
)


def paragraph(text: str, place: int = 0, **fields: object) -> Block:
    return Block(place, Kind.PARAGRAPH, text, (Run(text),), lines=(text,), **fields)  # type: ignore[arg-type]


def known(blocks: list[Block], line: int, title: str = "") -> dict[str, float]:
    """The features of one line, by name."""
    return dict(zip(NAMES, line_features(blocks, [line], title)[0].tolist(), strict=True))


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (paragraph("What we found"), True),
        (paragraph("我们发现了什么"), True),
        (paragraph("x" * (LONGEST + 1)), False),
        (paragraph("12 / 34"), False),
        (Block(0, Kind.LIST_ITEM, "What we found", (Run("What we found"),)), False),
        (Block(0, Kind.HEADING, "What we found", (Run("What we found"),)), False),
    ],
)
def test_which_blocks_are_asked_about(block: Block, expected: bool) -> None:
    assert is_line(block) is expected


def test_a_paragraph_of_several_lines_is_asked_about_and_knows_how_many() -> None:
    block = Block(0, Kind.PARAGRAPH, "one two", (Run("one two"),), lines=("one", "two"))
    assert is_line(block)
    assert known([block], 0)["rows+0"] == 2


def test_a_line_knows_its_neighbours() -> None:
    found = known([paragraph(LONG), paragraph("What we found", gap=1), paragraph("A short one.", gap=2)], 1)
    assert found["gap+0"] == 1
    assert found["gap+1"] == 2
    assert found["size-1"] == len(LONG)
    assert found["size+2"] == found["size-2"] == -1


def test_distances_are_counted_in_blocks() -> None:
    heading = Block(0, Kind.HEADING, "First", (Run("First"),))
    found = known(
        [heading, paragraph(LONG), paragraph("What we found"), paragraph("One"), paragraph(LONG)], 2
    )
    assert found["heading_before+0"] == 2
    assert found["long_behind+0"] == 2
    assert found["characters_before+0"] == len("First") + len(LONG)


def test_words_of_the_title_are_told() -> None:
    assert known([paragraph("What we found"), paragraph(LONG)], 0, "We found it")[
        "in_title"
    ] == pytest.approx(2 / 3)


def test_lines_that_begin_alike_are_counted() -> None:
    blocks = [paragraph("Step one"), paragraph(LONG), paragraph("Step two"), paragraph(LONG)]
    values = line_features(blocks, [0, 2], "")
    assert values[:, NAMES.index("same_first_word")].tolist() == [2, 2]
    assert values[:, NAMES.index("lines_before")].tolist() == [0, 1]


@given(st.text(max_size=400))
def test_any_text_has_finite_features(text: str) -> None:
    blocks = [block for block in read_page(text, form="text").blocks if block.text]
    lines = [place for place, block in enumerate(blocks) if is_line(block)]
    if lines:
        values = line_features(blocks, lines, text[:20])
        assert values.shape == (len(lines), len(NAMES))
        assert np.isfinite(values).all()
