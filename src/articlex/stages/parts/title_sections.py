"""Headings of sections that are named as the page is, and were taken for its headline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from articlex.page import Block, Kind, Page, Role
from articlex.signs import signs_of
from articlex.signs.replies import may_be_reply

#: For which a block was taken for the headline that is no exact print of it, or not the first one.
_REASONS = frozenset({"repeats-title", "close-to-title"})
#: Kept paragraphs of running text above the heading of a section, at least.
_LEAST_ABOVE = 2


def title_sections(page: Page) -> Iterator[int]:
    """The headings that repeat the title of an HTML page, or come close to it, between kept text: "The best
    kettles" heads a list below an introduction, and "What is fog?" a part of an article of that name.

    On the annotated pages 33 such headings stand above kept text; 30 are gold, the others name posts.
    """
    taken = {mark.block for mark in page.marks if mark.reason in _REASONS and mark.role is Role.TITLE}
    if not taken:
        return
    prose, above = signs_of(page).prose, 0
    for block, below in pairwise([block for block in page.blocks if block.text]):
        is_one = block.index in taken and _may_be_one(block)
        if is_one and above >= _LEAST_ABOVE and page.role(below.index) is Role.BODY:
            yield block.index
        above += prose[block.index] and page.role(block.index) is Role.BODY


def _may_be_one(block: Block) -> bool:
    """Whether a block is a heading, and no subject of a reply."""
    return block.kind is Kind.HEADING and not may_be_reply(block.text)
