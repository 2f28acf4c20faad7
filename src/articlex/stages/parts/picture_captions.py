"""Captions told by their class: MediaWiki's "thumbcaption", WordPress's "wp-caption-text", and those of
tables, which journals have in an element before the table. Who took a picture is told without a class."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from articlex.bylines.picture_credits import credits_picture
from articlex.page import Block, Kind, Page, Role

_BODY, _IMAGE = Role.BODY, Kind.IMAGE  # see articlex.page

_CAPTION = "caption"
#: MediaWiki's galleries are lists, of which each item has a picture and the element with this class.
_GALLERY = "gallerytext"
#: Where a caption stands: behind its picture, before its table.
_SIDES = {Kind.IMAGE: 1, Kind.TABLE: -1}
#: Characters of the longest caption, its highest link density, and characters of the longest credit.
_MOST, _LINKED, _CREDIT = 300, 0.5, 120
#: One of so many elements around a caption has the class; blocks of the largest box with it and its picture.
_MOST_AROUND, _MOST_IN_BOX = 3, 4


def picture_captions(page: Page) -> Iterator[int]:
    """Indices of blocks that were left out right behind a kept picture, or before a kept table, and are its
    caption by class or say who took the picture."""
    for shown in page.blocks:
        if shown.kind not in _SIDES or page.role(shown.index) is not _BODY:
            continue
        place = shown.index + _SIDES[shown.kind]
        if not 0 <= place < len(page.blocks):
            continue
        block = page.blocks[place]
        if not _may_be_caption(page, block):
            continue
        is_called = _is_called_caption(page, block) and _in_box(page, shown, block)
        if is_called or (shown.kind is _IMAGE and _is_credit(block)):
            yield block.index


def _may_be_caption(page: Page, block: Block) -> bool:
    """Whether a block that was left out is short, and text or an item of a gallery."""
    is_short = 0 < len(block.text) <= _MOST and block.link_chars <= _LINKED * len(block.text)
    is_text = block.kind is Kind.PARAGRAPH or (
        block.kind is Kind.LIST_ITEM and _GALLERY in page.nodes[block.node].words
    )
    return is_short and is_text and page.role(block.index) is Role.BOILERPLATE


def _is_called_caption(page: Page, block: Block) -> bool:
    """Whether an element around a block that holds no other text has "caption" as or in its class."""
    for node in islice(page.around(block), _MOST_AROUND):
        if node.parent < 0 or node.last - node.first > 1:
            return False
        if any(word.endswith(_CAPTION) or word == _GALLERY for word in node.words):
            return True
    return False


def _is_credit(block: Block) -> bool:
    """Whether a paragraph says who took a picture and no more. A link in it may lead to pictures."""
    if block.kind is not Kind.PARAGRAPH or block.links or len(block.text) > _CREDIT:
        return False
    return credits_picture(block.text)


def _in_box(page: Page, shown: Block, block: Block) -> bool:
    """Whether the innermost element around a picture or table and the block beside it holds little else."""
    first, last = sorted((shown.index, block.index))
    place = shown.node
    while place > 0 and not page.nodes[place].first <= first <= last < page.nodes[place].last:
        place = page.nodes[place].parent
    around = page.nodes[place]
    return place > 0 and around.last - around.first <= _MOST_IN_BOX
