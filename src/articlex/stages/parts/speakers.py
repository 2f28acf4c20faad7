"""Who said what is quoted: a name, an office or a place right below a quotation, as of a customer.

Such lines look like bylines, and the scorer leaves them out below quotations that it keeps.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from articlex.bylines.picture_credits import credits_picture
from articlex.page import Block, Node, Page
from articlex.page_kinds import page_kind
from articlex.punctuation import CLOSES
from articlex.regex import regex
from articlex.stages.parts.left_out import NAMELESS, may_be_kept

#: Names of elements around a quotation, or its speaker.
_NAMES = frozenset({"quote", "quotes", "quoted", "blockquote", "testimonial", "testimonials"})
_QUOTATION = "blockquote"
#: What is pressed.
_BUTTONS = frozenset({"button", "a"})
#: What opens a quotation, and a line behind a dash.
_OPENS = "\"'“„«»”「『‘"
_DASHED = regex(r"[—–―‒-]\s?\w")

#: Characters of the longest line, bytes of the shortest quotation, blocks with text in the largest element
#: around both, and lines from a quotation to the last one below it. Of 66 lines below kept quotations that
#: are gold 62 are gold themselves; of 22 below others two.
_LINE, _QUOTED, _MOST, _LINES = 120, 60, 6, 3


def speakers_left_out(page: Page) -> Iterator[tuple[int, int]]:
    """The lines without a link that were left out below a quotation in a small element, each with that.

    A quotation is named so, or in quotation marks, or the line begins with a dash.
    """
    if page_kind(page).kind == "forum":
        return
    texts = [block for block in page.blocks if block.text]
    for place, block in enumerate(texts):
        if may_be_kept(page, block, NAMELESS) and _may_be_speaker(block):
            quotation = _above(texts[max(0, place - _LINES) : place])
            if quotation is not None and _are_together(page, quotation, block):
                yield block.index, quotation.index


def _may_be_speaker(block: Block) -> bool:
    """Whether a block is a line of words, no button and no credit of a picture."""
    if len(block.text) > _LINE or block.tag in _BUTTONS or not any(map(str.isalpha, block.text)):
        return False
    return not credits_picture(block.text)


def _above(before: Sequence[Block]) -> Block | None:
    """The nearest block long enough for a quotation, with none but short lines behind it."""
    for block in reversed(before):
        if len(block.text) > _LINE or len(block.text.encode()) >= _QUOTED:
            return block
    return None


def _are_together(page: Page, quotation: Block, line: Block) -> bool:
    """Whether a small element holds both, and one of them shows that the first is a quotation."""
    around = next(node for node in page.around(line) if node.first <= quotation.index)
    if sum(1 for block in page.blocks[around.first : around.last] if block.text) > _MOST:
        return False
    if _DASHED.match(line.text) or _is_in_marks(quotation.text):
        return True
    nodes = (*_up_to(page, quotation, around), *_up_to(page, line, around), around)
    return any(node.tag == _QUOTATION or not _NAMES.isdisjoint(node.words) for node in nodes)


def _up_to(page: Page, block: Block, around: Node) -> Iterator[Node]:
    """The elements around a block inside ``around``."""
    return takewhile(lambda node: node is not around, page.around(block))


def _is_in_marks(text: str) -> bool:
    return text[0] in _OPENS and text.rstrip(".,")[-1:] in CLOSES
