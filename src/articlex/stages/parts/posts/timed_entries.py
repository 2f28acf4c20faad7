"""The times above the entries of a live report or a programme, and the headlines between them and the text;
and the places in a recording above the titles of its chapters.

A line that is nothing but a time of day says little of itself, and the scorer leaves it out; but without it
nobody can tell when what is kept below it was said. No page of the corpora is such a report.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.page import Block, Page, Role
from articlex.regex import LETTER, regex
from articlex.signs import once_a_page, signs_of
from articlex.stages.parts.left_out import NAMELESS

#: A time of day, with "a.m.", "Uhr" or "น." behind it perhaps.
_TIME = regex(r"\(?[0-2]?\d\s?[:：hH]\s?[0-5]\d(?:\s?[^\W\d_]{1,4}\.?(?:\s?[^\W\d_]\.)?)?\)?")
_MOST_CHARS = 14
#: A place in a recording: "33:55", "1:04:20".
_PLACE = regex(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)")
#: Times above kept text, at least: with fewer, one may be the day's.
_LEAST = 3
#: Bytes of the longest headline of an entry.
_HEADLINE = 200


def timed_entries(page: Page) -> Iterator[int]:
    """Indices of the left-out times, and of the left-out headlines below times, right above kept text."""
    short = (index for index in signs_of(page).with_digits if len(page.blocks[index].text) <= _MOST_CHARS)
    if sum(1 for _ in short) < _LEAST:  # as on most pages
        return
    blocks = [block for block in page.blocks if block.text]
    stamps = {place for place, block in enumerate(blocks) if is_time(block.text)} | _chapters(blocks)
    entries = [head for place in sorted(stamps) if (head := _head(page, blocks, place))]
    if len(entries) >= _LEAST:
        yield from (block.index for head in entries for block in head if page.role(block.index) in NAMELESS)


@once_a_page
def times_of_day(page: Page) -> list[int]:
    """Indices of the blocks that are nothing but a time of day."""
    return [index for index in signs_of(page).with_digits if is_time(page.blocks[index].text)]


def is_time(text: str) -> bool:
    """Whether a block is nothing but a time of day."""
    return 0 < len(text) <= _MOST_CHARS and _TIME.fullmatch(text) is not None


def _chapters(blocks: list[Block]) -> set[int]:
    """The places, in ``blocks``, of the lines that are places in a recording: from its start on, each later
    than the one before. The lengths of several recordings begin with none, and come in any order."""
    found: set[int] = set()
    chapters: list[int] = []
    latest = 0
    for place, block in enumerate(blocks):
        seconds = _seconds(block.text)
        if seconds is None:
            continue
        if seconds and (not chapters or seconds <= latest):
            chapters = []
            continue
        chapters = [*chapters, place] if seconds else [place]
        latest = seconds
        if len(chapters) >= _LEAST:
            found.update(chapters)
    return found


def _seconds(text: str) -> int | None:
    """The place in a recording that a block is nothing but, in seconds from its start, else None."""
    match = _PLACE.fullmatch(text) if len(text) <= _MOST_CHARS else None
    if match is None:
        return None
    hours, minutes, seconds = match.groups("0")
    return 3600 * int(hours) + 60 * int(minutes) + int(seconds)


def _head(page: Page, blocks: list[Block], place: int) -> list[Block]:
    """The time at ``place`` and the headline below it, if there is one and kept text follows; else []."""
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
