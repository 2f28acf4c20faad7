"""The sender of a message, as the header above it says in a mail archive: ``From:`` beside ``Date:``.

Fields: RFC 5322, 3.6. Whom the message quotes, answers or greets is not who wrote it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from articlex.authors.gathering import Authors
from articlex.page import Block, Page
from articlex.regex import regex
from articlex.signs import headline_block

_SENDER = regex(r"From: ?\S")
_OTHER = regex(r"(?:Date|Subject|To|Cc|Reply-To|In-Reply-To|Message-ID|Sent): ?\S")
_FIELD = regex(r"[A-Z][A-Za-z-]{1,30}:")
#: Blocks around the sender's in which another field stands, other fields, and blocks that are looked at.
_NEAR, _LEAST, _FIRST = 3, 2, 80


def not_sent(page: Page, candidates: Sequence[Authors]) -> set[int]:
    """The places of the candidates that nothing states and are not the sender of the message."""
    sender = sender_block(page)
    if not any(sender in candidate.blocks for candidate in candidates):
        return set()
    others = (place for place, candidate in enumerate(candidates) if sender not in candidate.blocks)
    return {place for place in others if not candidates[place].facts}


def sender_block(page: Page) -> int:
    """The block of the first header's ``From:``; -1 if the page begins with none."""
    blocks, headline = page.blocks[:_FIRST], headline_block(page)
    for block in blocks:
        if block.text.startswith("From:") and _SENDER.match(block.text):
            above = blocks[max(0, block.index - _NEAR) : block.index][::-1]
            below = blocks[block.index + 1 : block.index + _NEAR + 1]
            if _fields(above, headline) + _fields(below, headline) >= _LEAST:
                return block.index
    return -1


def _fields(blocks: Sequence[Block], headline: int) -> int:
    """How many fields of the same header stand on one side of the sender: another sender begins another, and
    a text ends it. The headline is the subject of the first header, without its name."""
    header = takewhile(
        lambda block: (
            block.index == headline or (_FIELD.match(block.text) and not block.text.startswith("From:"))
        ),
        blocks,
    )
    return sum(block.index == headline or _OTHER.match(block.text) is not None for block in header)
