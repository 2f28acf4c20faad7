"""The blocks that may hold a figure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from articlex.page import Block, Kind
from articlex.signs.digits import blocks_with_digits


def blocks(*texts: str) -> list[Block]:
    return [Block(index, Kind.PARAGRAPH, text, ()) for index, text in enumerate(texts)]


def test_blocks_with_a_figure_or_of_other_scripts() -> None:
    assert blocks_with_digits(blocks("6 May", "", "Rain", "五月", "day 2\nnight", "Straße")) == [0, 3, 4, 5]
    assert blocks_with_digits([]) == []


@given(st.lists(st.text(st.sampled_from("a1 é٣五\n\0\udc80"), max_size=4), max_size=6))
def test_none_with_a_figure_is_left_out(texts: list[str]) -> None:
    found = blocks_with_digits(blocks(*texts))
    assert {index for index, text in enumerate(texts) if any(map(str.isdigit, text))} <= set(found)
    assert found == sorted(set(found))
