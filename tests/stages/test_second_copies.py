"""Second copies: those left out by halves, and what terms have in common."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize("item", ["<dt>{}</dt><dd><p>{}</p></dd>", "<div><dt>{}</dt><dd>{}</dd></div>"])
def test_what_several_terms_mean_alike(item: str) -> None:
    terms = [item.format(name, "Not used by this pump.") for name in ("flow", "strøm", "流量")]
    assert _copies(f"<dl>{''.join(terms)}</dl>", {0, 2, 4}) == set()


def test_a_second_list_of_the_same_definitions() -> None:
    terms = "".join(f"<dt>{number}</dt><dd>{text}</dd>" for number, text in enumerate(SAID))
    assert _copies(f"<dl>{terms}</dl>" * 2, {0, 2, 4, 6, 8, 10, 12, 14}) == {9, 11, 13, 15}
