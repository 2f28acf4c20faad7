"""Runs of neighbouring blocks that are little but links: menus and lists of other stories without a name."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.page import Block, Page
from articlex.signs.reading import Signs

#: Share of its characters from which on a block is a link.
LINKED = 0.8
#: A block between two links that is no longer than this (a date, a number, a sign) does not part them.
MAX_BETWEEN = 16
#: Running text, in bytes, that makes the links around it links to other pages. On pages with less the links
#: may be what the page is for.
LONG_TEXT = 1500
#: Links of the shortest menu in one line, and bytes of UTF-8 of each with the signs behind it.
MIN_LINKS, MAX_LINK = 4, 24


def link_runs(page: Page, signs: Signs) -> Iterator[list[int]]:
    """Indices of the links of each run outside the text, for a page with a long text."""
    first, last = signs.core
    if last < 0 or signs.prose_before[last + 1] - signs.prose_before[first] < LONG_TEXT:
        return
    for blocks in (page.blocks[:first], page.blocks[last + 1 :]):
        run: list[int] = []
        apart = 0
        for block in blocks:
            if is_link(block):
                run.append(block.index)
                apart = 0
            elif block.text:
                apart += 1
                if apart > 1 or len(block.text) > MAX_BETWEEN:
                    if run:
                        yield run
                    run = []
        if run:
            yield run


def is_link(block: Block) -> bool:
    """Whether a block is little but links; headings and addresses written out (references) are not."""
    is_linked = block.links > 0 and block.link_chars >= LINKED * len(block.text)
    return is_linked and not block.level and not block.text.startswith(("http:", "https:"))


def is_link_row(block: Block) -> bool:
    """Whether a block is several short links and no word between them: a menu in one line, as pages had them
    before style sheets, "[Home] [News] [Links] [Guestbook]"."""
    if block.links < MIN_LINKS or block.level or len(block.text.encode()) > MAX_LINK * block.links:
        return False
    between = "".join(run.text for run in block.runs if run.href is None and run.src is None)
    return not any(map(str.isalnum, between))
