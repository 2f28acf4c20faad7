"""Cards of other stories below the text, each with a title and its lead.

The lead of another story reads like a paragraph, so no run of short lines holds it. Comments are paragraphs
with short lines between them too, but those are names and days, and none is as long as a title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.page import Block, Role
from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.signs.page_names import is_longer_than_name
from articlex.signs.prose import STOPS
from articlex.signs.runs import runs
from articlex.signs.stamps import holds_stamp
from articlex.stages.parts.leftovers.dropped import SINGLE, Dropped, Found
from articlex.tokens import width

#: Leads of the fewest cards, and most blocks with text between two of them.
_LEAST, _APART = 3, 5
#: Bytes and width of the shortest lead, and the width of the longest title.
_LEAD, _WIDE, _TITLE = 90, 100, 150
#: Blocks above the first lead in which its title may stand.
_ABOVE = 3
#: Roles of what may be part of a card.
_MAYBE_CARD = frozenset({None, Role.NAV, Role.RELATED})
_NO_TITLE = STOPS | set(COLONS)


def cards(dropped: Dropped) -> Found:
    """Each block of three or more cards in a row below the text."""
    below = [block for block in dropped.page.blocks[dropped.last + 1 :] if block.text]
    for run in _runs(dropped, below):
        first = next(
            (place for place in range(run[0], max(-1, run[0] - _ABOVE - 1), -1) if _is_title(below[place])),
            run[0],
        )
        for block in below[first : run[-1] + 1]:
            if dropped.roles[block.index] in _MAYBE_CARD:
                yield block.index, Role.RELATED, "card"


def _runs(dropped: Dropped, below: Sequence[Block]) -> Iterator[list[int]]:
    """The places of the leads of each row of cards among the blocks ``below`` the text."""
    leads = (
        place
        for place, block in enumerate(below)
        if _is_lead(block) and dropped.roles[block.index] in _MAYBE_CARD
    )
    return runs(leads, lambda before, after: _goes_on(dropped, below[before + 1 : after]), _LEAST)


def _goes_on(dropped: Dropped, between: Sequence[Block]) -> bool:
    """Whether the blocks between two leads are few, and one may be the title of the second."""
    if len(between) > _APART or not any(map(_is_title, between)):
        return False
    roles = {dropped.roles[block.index] for block in between}
    return roles <= _MAYBE_CARD | SINGLE | {Role.TAGS, Role.SHARE}


def _is_lead(block: Block) -> bool:
    text = block.text
    return len(text.encode()) >= _LEAD and width(text) >= _WIDE and text[-1] in SENTENCE_ENDS


def _is_title(block: Block) -> bool:
    text = block.text
    return (
        is_longer_than_name(block)
        and width(text) <= _TITLE
        and text[-1] not in _NO_TITLE
        and not holds_stamp(text)
    )
