"""The letters of an archive of mail in raw page text: their heads, and what stands below the last of them.

Archives set a rule below a letter, and below the last one the rest of the thread and how to answer. The
fields of a head are those of RFC 5322, the same in all languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import dropwhile, takewhile

from articlex.page import Block, Kind, Mark, Page, Role
from articlex.read.text.around.mail import SENT_FIELDS
from articlex.regex import regex
from articlex.signs.stamps import holds_stamp

_SENDER, _DAYS = "From: ", ("Date: ", "@ ")
_NAMES = rf"(?:{SENT_FIELDS}|List-\w+)"
_FIELD, _NEXT = regex(rf"(?i:{_NAMES}): ?\S"), regex(rf"\s{_NAMES}: ")
#: Any field, one that a program has added too.
_ANY_FIELD = regex(r"[A-Z][A-Za-z-]{1,30}: ?\S")
_BEGINS_WITH_DAY = regex(r"(?:@ )?\d{4}-\d\d-\d\d +\d?\d:\d\d ")
#: Blocks of the longest head, and characters of the longest field.
_MOST_FIELDS, _LONGEST = 12, 400
_KEPT = Role.BODY


def letter_marks(page: Page) -> Iterator[Mark]:
    """The kept fields of the heads of letters, and the kept blocks below the rule that ends the last one."""
    heads = [block.index for block in page.blocks if _is_sender(page, block)]
    for block in (block for head in heads for block in _fields(page, head)):
        if page.role(block.index) is _KEPT:
            yield Mark(block.index, Role.BOILERPLATE, "post-head", 0.7)
    for block in _below(page, heads[-1]) if heads else ():
        if page.role(block.index) is _KEPT:
            yield Mark(block.index, Role.BOILERPLATE, "below-letters", 0.7)


def _is_sender(page: Page, block: Block) -> bool:
    """Whether a block says who sent a letter and when, or another field of the same head says when."""
    if not block.text.startswith(_SENDER) or len(block.text) > _LONGEST:
        return False
    if holds_stamp(block.text):
        return True
    above = reversed(page.blocks[max(0, block.index - _MOST_FIELDS) : block.index])
    below = page.blocks[block.index + 1 : block.index + _MOST_FIELDS]
    around = (each for side in (above, below) for each in takewhile(partial(_is_of_head, page), side))
    return any(each.text.startswith(_DAYS) and holds_stamp(each.text) for each in around)


def _is_of_head(page: Page, block: Block) -> bool:
    """Whether a block may be of the head of a letter; its subject may be without a label, as the title."""
    is_field = len(block.text) <= _LONGEST and _ANY_FIELD.match(block.text) is not None
    return is_field or block.text.startswith(_DAYS) or page.role(block.index) is Role.TITLE


def _fields(page: Page, head: int) -> Iterator[Block]:
    """The fields of a head from that of the sender on; the subject may be without its label, as the title.
    Above that of the sender may stand when the letters around it were sent."""
    for block in page.blocks[head - 1 : max(head - _MOST_FIELDS, 0) : -1]:
        if not _BEGINS_WITH_DAY.match(block.text):
            break
        yield block
    for block in page.blocks[head : head + _MOST_FIELDS]:
        if _is_field(block.text) or _BEGINS_WITH_DAY.match(block.text):
            yield block
        elif page.role(block.index) is not Role.TITLE:
            return


def _is_field(text: str) -> bool:
    """Whether a line is one field; where each block has a line, a letter is one with its head."""
    return len(text) <= _LONGEST and _FIELD.match(text) is not None and not _NEXT.search(text)


def _below(page: Page, head: int) -> Iterator[Block]:
    """What stands below the first rule that has kept text between it and the head above."""
    body = dropwhile(partial(_is_of_head, page), page.blocks[head:])
    is_told = False
    for block in body:
        if is_told and block.kind is Kind.RULE:
            yield from page.blocks[block.index :]
            return
        is_told = is_told or (bool(block.text) and page.role(block.index) is _KEPT)
