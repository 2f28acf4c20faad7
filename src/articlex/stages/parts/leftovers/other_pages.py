"""Dropped blocks that lead to other pages: numbers of pages, and the posts before and behind this one."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block, Role
from articlex.regex import regex
from articlex.signs import signs_of
from articlex.signs.page_numbers import GAPS, are_page_numbers
from articlex.signs.runs import runs_of_blocks
from articlex.stages.parts.leftovers.dropped import Dropped, Found
from articlex.tokens import width

#: The number of a page, and characters of the longest.
_NUMBER, _LONGEST_NUMBER = regex(r"[\[(]?(\d{1,4})[\])]?"), 6
#: Numbers from which on the run is a calendar.
_CALENDAR = 28
#: Arrows before and behind the title of another post, and the width of the longest.
_BACKWARDS, _ONWARDS = frozenset("←⟵«‹"), frozenset("→⟶»›")
_TITLE = 150


def page_numbers(dropped: Dropped) -> Found:
    """Runs of blocks that are each the number of a page, or a sign or label beside one."""
    labels = signs_of(dropped.page).labels
    others = (None, Role.NAV, Role.RELATED, Role.PAGINATION, Role.FOOTER)

    def belongs(block: Block) -> bool:
        if dropped.roles[block.index] not in others:
            return False
        text = block.text
        is_number = len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text) is not None
        return is_number or text in GAPS or labels[block.index] == "pagination"

    for run in runs_of_blocks(dropped.page.blocks, belongs):
        numbers = [int(found[1]) for block in run if (found := _NUMBER.fullmatch(block.text))]
        are_numbers = are_page_numbers(numbers) and numbers[0] > 0 and len(numbers) < _CALENDAR
        if are_numbers and _are_links(run, numbers):
            for block in run:
                if dropped.roles[block.index] is not Role.PAGINATION:
                    yield block.index, Role.PAGINATION, "page-numbers"


def _are_links(run: Sequence[Block], numbers: Sequence[int]) -> bool:
    """Whether all but the number of this page are links; in raw text, where numbers to choose from stand in a
    row too, whether there is a label or a gap among them."""
    if any(block.links for block in run):
        return sum(not block.links for block in run if block.text not in GAPS) <= 1
    return len(numbers) < len(run) or numbers[-1] > numbers[-2] + 1


def posts_beside(dropped: Dropped) -> Found:
    """The titles of the posts before and behind this one, with an arrow each, one beside the other."""
    others = (None, Role.NAV, Role.RELATED)
    for run in runs_of_blocks(
        dropped.page.blocks, lambda block: dropped.roles[block.index] in others and bool(_arrow(block))
    ):
        if len(run) == 2 and _arrow(run[0]) != _arrow(run[1]):
            yield from ((block.index, Role.PAGINATION, "posts-beside") for block in run)


def _arrow(block: Block) -> str:
    """Where the arrow of a short text points to, "" without one or with two."""
    back, on = block.text[0] in _BACKWARDS, block.text[-1] in _ONWARDS
    if back is on or width(block.text) > _TITLE or not any(map(str.isalnum, block.text)):
        return ""
    return "back" if back else "on"
