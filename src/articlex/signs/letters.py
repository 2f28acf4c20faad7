"""What letters quote of each other in raw page text, behind signs of quotation."""

from __future__ import annotations

from articlex.page import Block, Page, Wrap
from articlex.punctuation import COLONS

_ENDS = tuple(COLONS)


def quotes_letter(page: Page, block: Block) -> bool:
    """Whether a block of a letter quotes another one, or says who wrote what is quoted below it."""
    within = any(container.wrap is Wrap.QUOTE for container in block.within)
    if within or not block.text.endswith(_ENDS) or block.index + 1 == len(page.blocks):
        return within
    return any(container.wrap is Wrap.QUOTE for container in page.blocks[block.index + 1].within)
