"""Raw page text in which the escapes of JSON or Python were left."""

from __future__ import annotations

import json

import pytest

from articlex.read import read_page
from articlex.read.decoding.left_escapes import without_escapes

WRITTEN = 'Home\nNews\n\nThe last café\n\tBy Zoë Example\n"It never shut," he said. \U0001f600\nIt does now.'


@pytest.mark.parametrize(
    "left",
    [
        json.dumps(WRITTEN),
        json.dumps(WRITTEN, ensure_ascii=False)[1:-1],
        repr(WRITTEN),
        ascii(WRITTEN) + "\n",
    ],
)
def test_escapes_that_a_program_left_are_undone(left):
    assert without_escapes(left) == WRITTEN


def test_the_lines_are_blocks_and_there_is_a_warning():
    page = read_page(json.dumps(WRITTEN).encode())
    assert [block.text for block in page.blocks[:3]] == ["Home", "News", "The last café"]
    assert page.warnings == ("escapes had been left in: undone",)


@pytest.mark.parametrize(
    "text",
    [
        r"Copy C:\new\notes to C:\new\names, then C:\news to D:\names and be done with it.",
        r"In C a line ends with \n and\nothing else; \d is a digit, \n\n\n three lines.",
        "One\\nTwo\\nThree\\nFour\nand a line of its own",
        r"A tab is \t, a line break \n.",
    ],
)
def test_backslashes_that_stand_for_themselves_stay(text):
    assert without_escapes(text) is None
