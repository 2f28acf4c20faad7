"""The sender of a message, as the header above it says in a mail archive: ``From:`` beside ``Date:``.

Fields: RFC 5322, 3.6. People whom the message quotes, answers or greets did not write it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from articlex.authors.gathering import Authors
from articlex.page import Block, Page
from articlex.read.text.around.mail import SENT_FIELDS
from articlex.regex import regex
from articlex.signs import headline_block

_SENDER = regex(r"From: ?\S")
_OTHER = regex(rf"(?:{SENT_FIELDS}|Sent): ?\S")
_FIELD = regex(r"[A-Z][A-Za-z-]{1,30}:")
#: Blocks above and below that of the sender in which other fields stand, how many of these there are at
#: least, and blocks from the top that may be the sender's.
_NEAR, _LEAST, _FIRST = 3, 2, 80


def not_sent(page: Page, candidates: Sequence[Authors]) -> set[int]:
    """The indices of the candidates that no markup states and that did not send the message, if it is one."""
    sender = sender_block(page)
    if not any(sender in candidate.blocks for candidate in candidates):
        return set()
    others = (place for place, candidate in enumerate(candidates) if sender not in candidate.blocks)
    return {place for place in others if not candidates[place].facts}


def sender_block(page: Page) -> int:
    """The block with the ``From:`` of the first header; -1 where the page begins with no header."""
    blocks, headline = page.blocks[:_FIRST], headline_block(page)
    for block in blocks:
        if block.text.startswith("From:") and _SENDER.match(block.text):
            above = blocks[max(0, block.index - _NEAR) : block.index][::-1]
            below = blocks[block.index + 1 : block.index + _NEAR + 1]
            if _fields(above, headline) + _fields(below, headline) >= _LEAST:
                return block.index
    return -1


def _fields(blocks: Sequence[Block], headline: int) -> int:
    """How many fields of the same header stand on one side of the sender; another ``From:`` or a text ends
    it. The headline is the subject of the first header, which programs print without "Subject:"."""
    header = takewhile(
        lambda block: (
            block.index == headline or (_FIELD.match(block.text) and not block.text.startswith("From:"))
        ),
        blocks,
    )
    return sum(block.index == headline or _OTHER.match(block.text) is not None for block in header)
