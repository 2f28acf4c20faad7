"""Signatures of posts behind the line that mail and forums have above them: dashes, a row of underscores."""

from __future__ import annotations

from articlex.page import Block, Kind, Page, Role
from articlex.regex import regex
from articlex.signs.dated_lines import is_dated_line

_BODY = Role.BODY  # see articlex.page
_KINDS = frozenset({Kind.PARAGRAPH, Kind.DEFINITION})

#: The line above a signature, in the block of that: of mail (RFC 3676; blanks at its end are lost) and of
#: vBulletin; and dashes before its first words. Of every second page of the corpora one keeps such a block,
#: and it is none of their threads.
_ABOVE = regex(r"(?:\A|\n)(?:_{10,}+|--)\n")
_BEGIN = "-- "
#: What a block has in it that the pattern fits. Nearly none has.
_ENDS = ("--\n", "__\n")
#: Characters of the longest name above the line, and lines that are read of the head of the next post.
_NAME, _HEAD = 40, 6


def signature_lines(page: Page, is_thread: bool) -> list[int]:
    """The kept blocks that are signatures by the line above them. On a page that is not known as a thread the
    head of the next post, with its day, has to stand below one of them."""
    found = [
        block
        for block, mark in zip(page.blocks, page.marks, strict=True)
        if mark.role is _BODY and is_signature(block)
    ]
    if found and (is_thread or any(_ends_post(page, block) for block in found)):
        return [block.index for block in found]
    return []


def is_signature(block: Block) -> bool:
    """Whether a block is a signature, perhaps behind the name of who wrote the post."""
    if block.kind not in _KINDS:
        return False
    if block.text.startswith(_BEGIN):
        return True
    above = _ABOVE.search(block.text) if any(end in block.text for end in _ENDS) else None
    return above is not None and above.start() <= _NAME


def _ends_post(page: Page, block: Block) -> bool:
    """Whether the next block with text has a line with a day among its first."""
    below = next((each for each in page.blocks[block.index + 1 :] if each.text), None)
    return below is not None and any(map(is_dated_line, below.text.split("\n", _HEAD)[:_HEAD]))
