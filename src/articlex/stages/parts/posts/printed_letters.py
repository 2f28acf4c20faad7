"""Letters of an archive of mail in raw page text: their heads, and what stands below the last letter.

Archives print a rule below a letter, and below the last one the rest of the thread and how to answer. The
fields of a head are those of RFC 5322, the same in all languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import dropwhile, takewhile

from articlex.page import Block, Kind, Mark, Page, Role
from articlex.read.text.around.mail import SENT_FIELDS
from articlex.regex import regex
from articlex.signs import signs_of
from articlex.signs.stamps import holds_stamp

_SENDER, _DAYS = "From: ", ("Date: ", "@ ")
_NAMES = rf"(?:{SENT_FIELDS}|List-\w+)"
_FIELD, _NEXT = regex(rf"(?i:{_NAMES}): ?\S"), regex(rf"\s{_NAMES}: ")
#: Any field, also one that a program has added.
_ANY_FIELD = regex(r"[A-Z][A-Za-z-]{1,30}: ?\S")
_BEGINS_WITH_DAY = regex(r"(?:@ )?\d{4}-\d\d-\d\d +\d?\d:\d\d ")
#: Blocks of the longest head, and characters of the longest field.
_MOST_FIELDS, _LONGEST = 12, 400
#: Rules below the text of an archive's letter, at most: they part the thread, and how to answer, from it.
_MOST_RULES = 3
_KEPT = Role.BODY


def letter_marks(page: Page) -> Iterator[Mark]:
    """Mark kept fields in the heads of letters, and kept blocks below the rule behind the last letter."""
    fields = [block for block in page.blocks if block.text.startswith(_SENDER)]
    heads = [block.index for block in fields if _is_sender(page, block)]
    for block in (block for head in heads for block in _fields(page, head)):
        if page.role(block.index) is _KEPT:
            yield Mark(block.index, Role.BOILERPLATE, "post-head", 0.7)
    for block in _below(page, heads[-1]) if heads else ():
        if page.role(block.index) is _KEPT:
            yield Mark(block.index, Role.BOILERPLATE, "below-letters", 0.7)


def _is_sender(page: Page, block: Block) -> bool:
    """Whether the field of a sender is that of a letter: it or another field of the head has the day."""
    if len(block.text) > _LONGEST:
        return False
    if holds_stamp(block.text):
        return True
    above = reversed(page.blocks[max(0, block.index - _MOST_FIELDS) : block.index])
    below = page.blocks[block.index + 1 : block.index + _MOST_FIELDS]
    around = (each for side in (above, below) for each in takewhile(partial(_is_of_head, page), side))
    return any(each.text.startswith(_DAYS) and holds_stamp(each.text) for each in around)


def _is_of_head(page: Page, block: Block) -> bool:
    """Whether a block may be a field of a head; the subject may have no label and be the title."""
    is_field = len(block.text) <= _LONGEST and _ANY_FIELD.match(block.text) is not None
    return is_field or block.text.startswith(_DAYS) or page.role(block.index) is Role.TITLE


def _fields(page: Page, head: int) -> Iterator[Block]:
    """The fields of a head from that of the sender (``head``) on, but for a subject that is the title; and
    the lines above it that say when the letters before and after this one were sent."""
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
    """Whether a line is a single field; if a letter was flattened to one line, more fields follow in it."""
    return len(text) <= _LONGEST and _FIELD.match(text) is not None and not _NEXT.search(text)


def _below(page: Page, head: int) -> Sequence[Block]:
    """What stands below the rule behind the last letter, whose head begins at ``head``: below the first rule
    behind kept text or, where rules part the sections of a newsletter, the first one behind all of it."""
    body = dropwhile(partial(_is_of_head, page), page.blocks[head:])
    kept = [block.index for block in body if block.text and page.role(block.index) is _KEPT]
    if not kept:
        return ()
    rules = [block.index for block in page.blocks[kept[0] :] if block.kind is Kind.RULE]
    prose = [index for index in kept if signs_of(page).prose[index]]
    last = prose[-1] if prose and len(rules) > _MOST_RULES else kept[0]
    end = next((rule for rule in rules if rule > last), len(page.blocks))
    return page.blocks[end:]
