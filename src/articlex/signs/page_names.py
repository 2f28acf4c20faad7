"""Names of pages, as menus have them: how long they are."""

from __future__ import annotations

from articlex.page import Block
from articlex.tokens import width

#: The width of the longest name of a page in a menu, and that of one in Chinese or Japanese.
LONGEST_NAME, _EAST_ASIAN = 32, 22


def is_longer_than_name(block: Block) -> bool:
    """Whether a block, or each of its links, is longer than the name of a page."""
    size, letters = width(block.text), len(block.text)
    return size > (_EAST_ASIAN if size > 1.5 * letters else LONGEST_NAME) * max(1, block.links)
