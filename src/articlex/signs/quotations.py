"""What letters and threads quote of each other: lines behind ">", or in elements for quotations."""

from __future__ import annotations

from articlex.page import Block, Page, Wrap, stands_in
from articlex.punctuation import COLONS


def in_quotation(block: Block) -> bool:
    """Whether a block stands in a quotation that the reader found: an element, or lines behind ">"."""
    return stands_in(block.within, Wrap.QUOTE)


def is_quoted(block: Block) -> bool:
    """Whether a block stands in a quotation or is a single line behind the sign of one: "> Some words"."""
    return block.text.startswith(">") or in_quotation(block)


def leads_to_quotation(page: Page, block: Block) -> bool:
    """Whether a block says who wrote what is quoted below it: "On Monday, 3 May, Ann Example wrote:"."""
    below = block.index + 1
    return block.text.endswith(COLONS) and below < len(page.blocks) and is_quoted(page.blocks[below])
