"""Second copies that are left out by halves: what of a copy that is kept is left out too."""

from __future__ import annotations

from articlex.read import read_page
from articlex.stages.parts.second_copies import second_copies

SAID = ("The wall is four metres high.", "The road is closed.", "The tide comes in at noon.", "Take a lamp.")
CARD = f"<section>{''.join(f'<p>{text}</p>' for text in SAID)}</section>"


def _copies(source: str, left_out: set[int]) -> set[int]:
    page = read_page(source, form="html")
    indices = {block.index for block in page.blocks}
    return second_copies(page, indices - left_out, dict.fromkeys(indices, 10.0))


def test_a_copy_without_what_stands_between() -> None:
    assert _copies(CARD * 2, {5}) == {4, 6, 7}


def test_a_copy_of_which_one_block_is_kept() -> None:
    assert _copies(CARD * 2, {4, 5, 7}) == set()


def test_what_is_left_out_does_not_stand_for_a_first_that_is_hidden() -> None:
    hidden = CARD.replace("<section>", "<section style='display:none'>")
    assert _copies(hidden + CARD, {5}) == {4, 6, 7}
    assert _copies(hidden + CARD, {4, 5, 6, 7}) == set()
