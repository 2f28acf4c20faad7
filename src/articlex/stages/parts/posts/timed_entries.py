"""The times above the entries of a live report or a programme, and the headlines between them and the text.

A line that is nothing but a time of day says little of itself, and the scorer leaves it out; but without it
nobody can tell when what is kept below it was said. No page of the corpora is such a report.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.page import Block, Page, Role
from articlex.regex import LETTER, regex
from articlex.stages.parts.left_out import NAMELESS

#: A time of day, with "a.m.", "Uhr" or "น." behind it perhaps.
_TIME = regex(r"\(?[0-2]?\d\s?[:：hH]\s?[0-5]\d(?:\s?[^\W\d_]{1,4}\.?(?:\s?[^\W\d_]\.)?)?\)?")
_MOST_CHARS = 14
#: Times above kept text, at least: with fewer, one may be the day's.
_LEAST = 3
#: Bytes of the longest headline of an entry.
_HEADLINE = 200


def timed_entries(page: Page) -> Iterator[int]:
    """Indices of the left-out times, and of the left-out headlines below times, right above kept text."""
    blocks = [block for block in page.blocks if block.text]
    entries = [head for place in range(len(blocks)) if (head := _head(page, blocks, place))]
    if len(entries) >= _LEAST:
        yield from (block.index for head in entries for block in head if page.role(block.index) in NAMELESS)


def is_time(text: str) -> bool:
    """Whether a block is nothing but a time of day."""
    return 0 < len(text) <= _MOST_CHARS and _TIME.fullmatch(text) is not None


def _head(page: Page, blocks: list[Block], place: int) -> list[Block]:
    """The time at ``place`` and the headline below it, if there is one and kept text follows; else []."""
    if not is_time(blocks[place].text):
        return []
    for end in range(place + 1, min(place + 3, len(blocks))):
        if page.role(blocks[end].index) is Role.BODY:
            return blocks[place:end]
        if not _may_be_headline(page, blocks[end]):
            break
    return []


def _may_be_headline(page: Page, block: Block) -> bool:
    """Whether a left-out block may be the headline of an entry."""
    is_short = len(block.text.encode()) <= _HEADLINE and LETTER.search(block.text) is not None
    return is_short and not block.links and page.role(block.index) in NAMELESS
