"""Headings of raw page text that the scorer left out, as they are short and have no mark."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articlex.facts import best_value
from articlex.lost_marks.features import is_line, line_features
from articlex.lost_marks.headings import LONGEST, are_headings_marked
from articlex.lost_marks.trees import line_odds
from articlex.page import Block, Field, Mark, Page, Role
from articlex.read.text.sections import ENDS

_BODY = Role.BODY  # see articlex.page

#: The scorer's chance, and the log-odds, from which on a line is kept. Of such lines right above kept text,
#: on every third annotated page in two flattenings, 198 of 274 are gold; with log-odds from 0.5 to 1 92 of
#: 150.
_LEAST, _LIKELY = 0.3, 1.0
#: The same for lines with less chance: 47 of 62. With log-odds from 1 to 1.5 28 of 51; with a chance from 0.1
#: to 0.2 and log-odds of 1.5 and more 18 of 40.
_LESS, _LIKELIER = 0.2, 1.5


def lost_headings(page: Page) -> Sequence[int]:
    """The lines that were left out and head a block of the body."""
    kept = {mark.block for mark in page.marks if mark.role is _BODY}
    nearly = {mark.block: 1.0 - mark.score for mark in page.marks if _is_nearly_kept(mark)}
    if not kept or not nearly:
        return []
    first, last = min(kept), max(kept)
    inside = [block for block in page.blocks[first : last + 1] if block.text]
    asked = {
        block.index
        for block, below in pairwise(inside)
        if block.index in nearly and below.index in kept and _may_be_one(block)
    }
    body = [block for block in inside if block.index in kept or block.index in asked]
    if not asked or are_headings_marked(body):
        return []
    lines = [place for place, block in enumerate(body) if is_line(block)]
    places = [place for place, line in enumerate(lines) if body[line].index in asked]
    values = line_features(body, lines, best_value(page, Field.TITLE), places)
    odds = line_odds("headings", values).tolist()
    found = [(body[lines[place]].index, odd) for place, odd in zip(places, odds, strict=True)]
    return [index for index, odd in found if odd > (_LIKELY if nearly[index] >= _LEAST else _LIKELIER)]


def _is_nearly_kept(mark: Mark) -> bool:
    is_by_scorer = mark.stage == "body" and mark.reason == "not-main-content"
    return is_by_scorer and 1.0 - mark.score >= _LESS


def _may_be_one(block: Block) -> bool:
    """Whether a block is a short line that does not end as sentences do."""
    return len(block.text) <= LONGEST and block.text[-1] not in ENDS and is_line(block)
