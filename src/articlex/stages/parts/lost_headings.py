"""Headings of raw page text that the scorer left out, as they are short and have no mark."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articlex.facts import best_value, language_but_english
from articlex.lost_marks.features import is_line, line_features
from articlex.lost_marks.headings import LONGEST, are_headings_marked
from articlex.lost_marks.trees import line_odds
from articlex.page import Block, Field, Mark, Page, Role
from articlex.punctuation import asks
from articlex.read.text.sections import ENDS
from articlex.signs import signs_of
from articlex.tokens import said_twice

_BODY = Role.BODY  # see articlex.page

#: The scorer's chance, and the log-odds, from which on a line is kept. Of such lines right above kept text,
#: on every third annotated page in two flattenings, 198 of 274 are gold; with log-odds from 0.5 to 1 92 of
#: 150.
_LEAST, _LIKELY = 0.3, 1.0
#: The same for lines with less chance: 47 of 62. With log-odds from 1 to 1.5 28 of 51; with a chance from 0.1
#: to 0.2 and log-odds of 1.5 and more 18 of 40.
_LESS, _LIKELIER = 0.2, 1.5
#: The same for a line by itself between two blocks of running text, in languages other than English, whose
#: words the scorer knows less: of 101 on all annotated pages, in two flattenings, 67 are gold; in English 122
#: of 277. Questions there are likelier headings than the trees know; of other lines with odds from -0.5 to
#: 0 some are captions, which lost 0.02 in word F1 summed on every third page.
_BETWEEN, _ASKS = 0.0, -0.5
#: The reason for labels of advertisements between two paragraphs, which a heading below parts all the same.
#: Below an invitation to read another story the title of the next one stands as often.
_SET_IN = "advert-label"


def lost_headings(page: Page) -> Sequence[int]:
    """The lines that were left out and head a block of the body."""
    kept = {mark.block for mark in page.marks if mark.role is _BODY}
    chances = {mark.block: 1.0 - mark.score for mark in page.marks if _is_left_out(mark)}
    if not kept or not chances:
        return []
    first, last = min(kept), max(kept)
    set_in = _SET_IN if language_but_english(page) else None
    inside = [
        block
        for block in page.blocks[first : last + 1]
        if block.text and page.marks[block.index].reason != set_in
    ]
    between = _between_text(page, inside, kept) & chances.keys()
    likely = between.union(index for index, chance in chances.items() if chance >= _LESS)
    asked = {
        block.index
        for block, below in pairwise(inside)
        if block.index in likely and below.index in kept and _may_be_one(block)
    }
    body = [block for block in inside if block.index in kept or block.index in asked]
    if not asked or are_headings_marked(body):
        return []
    lines = [place for place, block in enumerate(body) if is_line(block)]
    places = [place for place, line in enumerate(lines) if body[line].index in asked]
    values = line_features(body, lines, best_value(page, Field.TITLE), places)
    odds = line_odds("headings", values).tolist()
    least = {index: _LIKELY if chance >= _LEAST else _LIKELIER for index, chance in chances.items()}
    least |= {index: _ASKS if asks(page.blocks[index].text) else _BETWEEN for index in between}
    found = [(body[lines[place]].index, odd) for place, odd in zip(places, odds, strict=True)]
    return [index for index, odd in found if odd > least[index]]


def _is_left_out(mark: Mark) -> bool:
    """Whether the scorer left a block out."""
    return mark.stage == "body" and mark.reason == "not-main-content"


def _between_text(page: Page, inside: Sequence[Block], kept: set[int]) -> set[int]:
    """The blocks left out alone between two blocks of running text, on a page that is not in English."""
    if not language_but_english(page):
        return set()
    prose = signs_of(page).prose
    text = {block.index for block in inside if block.index in kept and prose[block.index]}
    return {
        block.index
        for above, block, below in zip(inside, inside[1:], inside[2:], strict=False)
        if above.index in text
        and below.index in text
        and block.index not in kept
        # The label of an advertisement may have a second line: "SCROLL TO CONTINUE".
        and not (block.text.isupper() and page.marks[block.index - 1].reason == _SET_IN)
    }


def _may_be_one(block: Block) -> bool:
    """Whether a block is a short line that does not end as sentences do, and does not stand in for a
    picture."""
    is_short = len(block.text) <= LONGEST and block.text[-1] not in ENDS and is_line(block)
    return is_short and not said_twice(block.text)
