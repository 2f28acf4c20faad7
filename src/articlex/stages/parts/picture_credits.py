"""Who took a picture, said in a paragraph of its own right beside it: "Photo: Bo Sample"."""

from __future__ import annotations

from collections.abc import Iterable

from articlex.bylines.picture_credits import credits_picture
from articlex.page import Block, Kind, Page

_PARAGRAPH, _IMAGE = Kind.PARAGRAPH, Kind.IMAGE  # see articlex.page

#: Characters of the longest credit.
_MOST = 120


def is_credit(block: Block) -> bool:
    """Whether a paragraph says who took a picture and no more. A link in it may lead to pictures."""
    if block.kind is not _PARAGRAPH or block.links or not 0 < len(block.text) <= _MOST:
        return False
    return credits_picture(block.text)


def credits_beside(page: Page, chosen: Iterable[int], dropped: Iterable[int]) -> frozenset[int]:
    """The ``chosen`` paragraphs that say who took the picture right before or behind them, unless that
    picture is ``dropped``."""
    blocks, without = page.blocks, frozenset(dropped)
    pictures = [
        block.index
        for block in blocks
        if block.kind is _IMAGE and not block.text and block.index not in without
    ]
    beside = {index + step for index in pictures for step in (-1, 1)}
    return frozenset(index for index in beside.intersection(chosen) if is_credit(blocks[index]))
