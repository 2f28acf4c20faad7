"""Links in a block, and runs of neighbouring blocks that are little but links: menus, lists of stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlex.page import Block, Page
from articlex.signs.reading import Signs

#: Link density from which on a block is a link.
_LINKED = 0.8
#: One block between two links does not end a run if it is as short as this: a date, a number, a sign.
_MAX_BETWEEN = 16
#: Bytes of running text from which on the links around it lead to other pages. On a page with less, the links
#: may be what the page is for.
_LONG_TEXT = 1500
#: Links of the shortest menu in one line, and bytes of UTF-8 for each link with the signs behind it.
_MIN_LINKS, _MAX_LINK = 4, 24
#: Characters of the longest name that a link prints.
_MAX_NAME = 60


def link_runs(page: Page, signs: Signs, above: bool = True) -> Iterator[list[int]]:
    """The indices of each run of links above (unless told not to) and below the text; none on a page whose
    text is short."""
    first, last = signs.core
    if last < 0 or signs.prose_before[last + 1] - signs.prose_before[first] < _LONG_TEXT:
        return
    if above:
        yield from _runs(page.blocks[:first])
    yield from _runs(page.blocks[last + 1 :])


def _runs(blocks: Iterable[Block]) -> Iterator[list[int]]:
    """Runs of links, with at most one short block between two of them."""
    run: list[int] = []
    between = 0
    for block in blocks:
        if block.links and _is_link(block):
            run.append(block.index)
            between = 0
        elif block.text:
            between += 1
            if run and (between > 1 or len(block.text) > _MAX_BETWEEN):
                yield run
                run = []
    if run:
        yield run


def _is_link(block: Block) -> bool:
    """Whether a block is little but links. Headings are none, nor are written-out addresses (references)."""
    is_linked = block.links > 0 and block.link_chars >= _LINKED * len(block.text)
    return is_linked and not block.level and not block.text.startswith(("http:", "https:"))


def leads_into_page(block: Block) -> bool:
    """Whether a block is a link to a place on its own page, as in its contents."""
    if block.links != 1 or block.link_chars != len(block.text):
        return False
    return all(run.href.startswith("#") and len(run.href) > 1 for run in block.runs if run.href)


def linked_names(block: Block) -> Iterator[tuple[str, str]]:
    """(text, address) of each link of a block whose text is not longer than a name. Runs with the same
    address are one link; a picture ends it."""
    text, last = "", None
    for run in (*block.runs, None):
        href = run.href if run is not None and run.src is None else None
        if href != last or href is None:
            if last is not None and 1 < len(text := text.strip()) <= _MAX_NAME:
                yield text, last
            text, last = "", href
        if run is not None and href is not None:
            text += run.text


def is_link_row(block: Block) -> bool:
    """Whether a block is a menu in one line, as before style sheets: "[Home] [News] [Links] [Guestbook]".

    Such a row is several short links without a word between them.
    """
    if block.links < _MIN_LINKS or block.level or len(block.text.encode()) > _MAX_LINK * block.links:
        return False
    between = "".join(run.text for run in block.runs if run.href is None and run.src is None)
    return not any(map(str.isalnum, between))
