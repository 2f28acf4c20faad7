"""Letters as archives of mail show them: the sender, the day, and below them what was written.

(:mod:`articlex.read.html.code.letters` makes the first two lines from the head of a letter.)
"""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block, Kind

_CODE = Kind.CODE  # see articlex.page

SENDER, _DAY = "From: ", "Date: "


def letters(blocks: Sequence[Block]) -> list[int]:
    """Indices of the blocks that name a sender; the next two, in the same element, are day and letter."""
    codes = [block.index for block in blocks if block.kind is _CODE]
    return [index - 2 for index in codes if index > 1 and _is_letter(*blocks[index - 2 : index + 1])]


def _is_letter(sender: Block, day: Block, letter: Block) -> bool:
    is_inside = sender.node == day.node == letter.node
    return is_inside and sender.text.startswith(SENDER) and day.text.startswith(_DAY)
