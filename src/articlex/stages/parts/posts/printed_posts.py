"""What raw page text prints around the posts of a thread: the headline again, and who wrote when.

A thread is told by the subjects of its replies, "Re: Bridge opens", which boards and archives of mail print
above each of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from articlex.page import Block, Mark, Page, Role
from articlex.regex import NUMBER
from articlex.signs import signs_of
from articlex.signs.quotations import in_quotation
from articlex.signs.replies import is_reply, replies_by_mark
from articlex.signs.stamps import holds_stamp
from articlex.tokens import fold

_TITLE = Role.TITLE  # see articlex.page

#: Replies of the shortest thread, and the share of its posts that have a line of one shape, at least.
_LEAST_REPLIES, _EACH_POST = 2, 0.8
#: How often a line of that shape stands on the page, at least.
_LEAST_LINES = 3
#: Characters of the longest one.
_LONGEST = 120


def printed_marks(page: Page) -> Iterator[Mark]:
    """Mark kept lines below the headline: subjects of replies, and if there are several of these, lines that
    date a post or that nearly each post has. (They were in place when the body was chosen.)"""
    title = next((mark.block for mark in page.marks if mark.role is _TITLE), None)
    if title is None:
        return
    key = fold(page.blocks[title].text)
    below = page.blocks[title + 1 :]
    marked = [block for block in replies_by_mark(page) if block.index > title]
    replies = [block.index for block in marked if is_reply(block.text, fold(block.text), key)]
    for index in replies:
        if _is_kept(page, page.blocks[index]):
            yield Mark(index, Role.BOILERPLATE, "reply-subject", 0.8)
    if len(replies) < _LEAST_REPLIES:
        return
    shapes = Counter(map(_shape, page.blocks))
    least = max(_LEAST_LINES, _EACH_POST * (len(replies) + 1))
    for block in below:
        if block.index in replies or not _is_kept(page, block) or not _may_head(page, block):
            continue
        if holds_stamp(block.text) or shapes[_shape(block)] >= least:
            yield Mark(block.index, Role.BOILERPLATE, "post-head", 0.7)


def _is_kept(page: Page, block: Block) -> bool:
    return page.role(block.index) is Role.BODY and not in_quotation(block)


def _may_head(page: Page, block: Block) -> bool:
    """Whether a block is a line of text, short and no sentence."""
    return 0 < len(block.text) <= _LONGEST and not signs_of(page).prose[block.index]


def _shape(block: Block) -> str:
    """A short line with 0 for each number: "2 siblings, 1 reply" → "0 siblings, 0 reply"; else ""."""
    return NUMBER.sub("0", block.text) if len(block.text) <= _LONGEST else ""
