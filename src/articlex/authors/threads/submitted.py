"""Who submitted the story that others discuss below: a line with a date near the headline names them."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import Authors
from articlex.authors.links import is_linked_person
from articlex.authors.outranking import NO_OUTRANKING, Outranking, outranking
from articlex.dates import find_dates
from articlex.dates.glued import unglued
from articlex.page import Page
from articlex.signs import headline_block

#: Blocks above and below the headline in which that line stands.
_ABOVE, _BELOW = 3, 6
#: Characters of the longest such line.
_LONGEST = 200
#: Members that classes of elements below name, at least.
_LEAST_OTHERS = 2
_CLASS = "class"


def submitter_over_posters(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Members to whom a line with a date near the headline links outrank those that only classes of elements
    below that line name, if there are two of these at least."""
    title = headline_block(page)
    beside = range(max(title - _ABOVE, 0), title + _BELOW + 1) if title >= 0 else range(0)
    near = {
        place: [index for index in each.blocks if index in beside and _is_dated(page.blocks[index].text)]
        for place, each in enumerate(candidates)
        if len(each.names) == 1 and not each.facts and is_linked_person(each)
    }
    signers = {place for place, lines in near.items() if lines}
    if not signers:
        return NO_OUTRANKING
    end = max(index for lines in near.values() for index in lines)
    others = {place for place, each in enumerate(candidates) if _is_of_posts(each, end)}
    return outranking(signers, others) if len(others) >= _LEAST_OTHERS else NO_OUTRANKING


def _is_dated(text: str) -> bool:
    """Whether a line has a date."""
    return len(text) <= _LONGEST and bool(find_dates(unglued(text)))


def _is_of_posts(candidate: Authors, end: int) -> bool:
    """Whether only classes of elements below the block ``end`` name a candidate."""
    places = [*candidate.blocks, *(fact.block for fact in candidate.facts if fact.block is not None)]
    is_class = bool(candidate.facts) and all(fact.source == _CLASS for fact in candidate.facts)
    return is_class and min(places, default=0) > end
