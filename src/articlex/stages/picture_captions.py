"""Captions that a class alone calls so: MediaWiki's "thumbcaption", WordPress's "wp-caption-text", ..."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.page import Block, Kind, Page, Role

_CAPTION = "caption"
#: Characters of the longest caption, and the share of them that links may have.
_MOST, _LINKED = 300, 0.5
#: Elements around a caption of which one has the class, and blocks of the box that holds it and its picture.
_MOST_AROUND, _MOST_IN_BOX = 3, 4


def picture_captions(page: Page) -> Iterator[int]:
    """The blocks right behind a kept picture that were left out and are its caption by the class."""
    for picture in page.blocks[:-1]:
        if picture.kind is not Kind.IMAGE or page.role(picture.index) is not Role.BODY:
            continue
        block = page.blocks[picture.index + 1]
        if _may_be_caption(page, block) and _is_called_caption(page, block) and _in_box(page, picture, block):
            yield block.index


def _may_be_caption(page: Page, block: Block) -> bool:
    is_short = 0 < len(block.text) <= _MOST and block.link_chars <= _LINKED * len(block.text)
    return is_short and block.kind is Kind.PARAGRAPH and page.role(block.index) is Role.BOILERPLATE


def _is_called_caption(page: Page, block: Block) -> bool:
    """Whether an element around a block that holds no other text has "caption" as or in its class."""
    place = block.node
    for _ in range(_MOST_AROUND):
        node = page.nodes[place]
        if node.parent < 0 or node.last - node.first > 1:
            return False
        if any(word.endswith(_CAPTION) for word in node.words):
            return True
        place = node.parent
    return False


def _in_box(page: Page, picture: Block, block: Block) -> bool:
    """Whether the innermost element around a picture and the block behind it holds little else."""
    place = picture.node
    while place > 0 and page.nodes[place].last <= block.index:
        place = page.nodes[place].parent
    around = page.nodes[place]
    return place > 0 and around.last - around.first <= _MOST_IN_BOX
