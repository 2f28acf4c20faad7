"""The letters of a page that shows them as archives of mail do: sender and day, and what was written below.

(:mod:`articlex.read.html.code.letters` reads these two lines off the head of a letter.)
"""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block, Kind

_CODE = Kind.CODE  # see articlex.read.html.assembly

SENDER, DAY = "From: ", "Date: "


def letters(blocks: Sequence[Block]) -> list[int]:
    """The places of the senders of letters; day and letter are the next two blocks of the same element."""
    codes = [block.index for block in blocks if block.kind is _CODE]
    return [index - 2 for index in codes if index > 1 and _is_letter(*blocks[index - 2 : index + 1])]


def _is_letter(sender: Block, day: Block, letter: Block) -> bool:
    is_inside = sender.node == day.node == letter.node
    return is_inside and sender.text.startswith(SENDER) and day.text.startswith(DAY)
