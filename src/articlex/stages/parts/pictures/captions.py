"""Captions told by their class: MediaWiki's "thumbcaption", WordPress's "wp-caption-text", and those of
tables, which journals have in an element before the table. Who took a picture is told without a class, and so
is what shares an element inside the text with a picture alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.bylines.picture_credits import credits_picture
from articlex.page import Block, Kind, Page, Role
from articlex.signs.named_captions import GALLERY, is_called_caption
from articlex.signs.photographs import PHOTOGRAPH

_BODY, _IMAGE, _PARAGRAPH = Role.BODY, Kind.IMAGE, Kind.PARAGRAPH  # see articlex.page

#: Where a caption stands: behind its picture, before its table.
_SIDES = {Kind.IMAGE: 1, Kind.TABLE: -1}
#: Characters of the longest caption, and of the longest credit.
_MOST, _CREDIT = 300, 120
#: The highest link density of a caption.
_LINKED = 0.5
#: Blocks of the largest box with a caption and its picture.
_MOST_IN_BOX = 4
#: Bytes of UTF-8 of the shortest caption without a class, and texts beside a picture: a caption and a credit.
#: Shorter ones are labels of buttons and badges.
_LEAST, _MOST_TEXTS = 25, 2
#: What a credit in a box with a picture may have been taken for.
_LEFT_OUT = frozenset({Role.BOILERPLATE, Role.LEGAL})
#: What a picture of the article stands beside, and what stands between that and a picture below the headline.
_TEXT, _BYLINES = frozenset({Role.BODY, Role.TITLE}), frozenset({Role.BYLINE, Role.DATE})


def picture_captions(page: Page) -> Iterator[int]:
    """Indices of blocks that were left out right behind a kept picture, or before a kept table, and are its
    caption by class or by the element around both, or say who took the picture."""
    yield from sorted({*_beside(page), *_boxed(page)})


def _beside(page: Page) -> Iterator[int]:
    """The captions right beside their pictures or tables, by class, and the credits."""
    for shown in page.blocks:
        if shown.kind not in _SIDES or page.role(shown.index) is not _BODY:
            continue
        place = shown.index + _SIDES[shown.kind]
        if not 0 <= place < len(page.blocks):
            continue
        block = page.blocks[place]
        if not _may_be_caption(page, block):
            continue
        is_called = is_called_caption(block, page.nodes) and _in_box(page, shown, block)
        if is_called or (shown.kind is _IMAGE and _is_credit(block)):
            yield block.index


def _may_be_caption(page: Page, block: Block) -> bool:
    """Whether a block that was left out is short, and text or an item of a gallery."""
    is_short = 0 < len(block.text) <= _MOST and block.link_chars <= _LINKED * len(block.text)
    is_text = block.kind is Kind.PARAGRAPH or (
        block.kind is Kind.LIST_ITEM and GALLERY in page.nodes[block.node].words
    )
    return is_short and is_text and page.role(block.index) is Role.BOILERPLATE


def _boxed(page: Page) -> Iterator[int]:
    """The texts that share an element with a kept picture alone, or a paragraph with one left out, if text
    that is kept stands beside that element."""
    for shown in page.blocks:
        if shown.kind is _IMAGE and page.role(shown.index) is _BODY:
            texts = _texts_below(page, shown)
        elif shown.kind is _PARAGRAPH and shown.runs and PHOTOGRAPH.search(shown.runs[0].src or ""):
            texts = [shown]
        else:
            continue
        if texts and texts[0].index and _are_captions(page, texts) and _is_amid_text(page, texts):
            yield from (text.index for text in texts if page.role(text.index) is Role.BOILERPLATE)


def _texts_below(page: Page, shown: Block) -> list[Block]:
    """The texts behind a picture in the smallest element that has any; [] if there are others in it."""
    for node in page.around(shown):
        if node.parent <= 0 or node.last - node.first > _MOST_IN_BOX:
            break
        texts = [block for block in page.blocks[node.first : node.last] if block.text]
        if texts:
            return texts if len(texts) <= _MOST_TEXTS and texts[0].index > shown.index else []
    return []


def _are_captions(page: Page, texts: Sequence[Block]) -> bool:
    """Whether ``texts`` are short paragraphs without links, left out, one of them of several words."""
    is_long = any(len(text.text.encode()) >= _LEAST for text in texts)
    return is_long and all(
        text.kind is _PARAGRAPH
        and any(map(str.isalpha, text.text))
        and not text.link_chars
        and len(text.text) <= _MOST
        and page.role(text.index) in _LEFT_OUT
        for text in texts
    )


def _is_amid_text(page: Page, texts: Sequence[Block]) -> bool:
    """Whether the nearest text of the page behind ``texts``, or before them but for day and author, is the
    article's, and a text before them is."""
    above_them, below_them = range(texts[0].index - 1, -1, -1), range(texts[-1].index + 1, len(page.blocks))
    before = (page.role(index) for index in above_them if page.blocks[index].text)
    behind = (page.role(index) for index in below_them if page.blocks[index].text)
    above = next((role for role in before if role not in _BYLINES), None)
    return above in _TEXT or (next(behind, None) is Role.BODY and not _TEXT.isdisjoint(before))


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
