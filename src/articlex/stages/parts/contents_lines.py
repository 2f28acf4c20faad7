"""Tables of contents in raw page text: runs of numbered lines that all come again below, as headings.

A wiki prints one behind its first paragraphs, where a list of the text might stand. In five corpora 12 of 13
such runs are not in the gold text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from articlex.page import Block, Kind
from articlex.regex import regex
from articlex.tokens import fold

#: "2.1 History": a line, or an item of a list with the number that html2text leaves in its text.
_ENTRY = regex(r"(\d{1,3}(?:\.\d{1,3}){0,5})[.)]? (\S.*)")
_FIRST = "1"
#: Entries of the shortest table, and characters of the longest entry.
_LEAST, _LONGEST = 2, 150
#: The line above that names the table has fewer words.
_NAME_WORDS = 4


def contents_lines(blocks: Sequence[Block]) -> Iterator[int]:
    """Indices of the blocks of numbered tables of contents, each with the line above that names it."""
    places: dict[str, list[int]] = {}
    for end, entries in _runs(blocks):
        if not places:
            for block in blocks:
                places.setdefault(fold(block.text), []).append(block.index)
        count = _standing_below([fold(entry.title) for entry in entries], end, places)
        starts = range(end - count, end - _LEAST + 1)
        start = next((at for at in starts if entries[at - end].number == _FIRST), end)
        if start < end and _is_name(blocks, start - 1):
            yield start - 1
        yield from range(start, end)


class _Entry(NamedTuple):
    """The parts of a numbered line: "2.1", "History"."""

    number: str
    title: str


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[int, list[_Entry]]]:
    """(end, entries) of the runs of numbered lines, one of which has the number 1."""
    entries: list[_Entry] = []
    for block in (*blocks, None):
        # Called for lines with a number alone, as few are.
        if entry := _entry(block.text) if block and block.text[:1].isdecimal() else None:
            entries.append(entry)
        elif entries:
            if len(entries) >= _LEAST and any(entry.number == _FIRST for entry in entries):
                yield block.index if block else len(blocks), entries
            entries = []


def _entry(text: str) -> _Entry | None:
    found = _ENTRY.fullmatch(text) if len(text) <= _LONGEST else None
    return _Entry(*found.groups()) if found else None


def _standing_below(titles: Sequence[str], end: int, places: Mapping[str, Sequence[int]]) -> int:
    """How many of the last ``titles`` come again, in their order, at or behind ``end``."""
    limit = None
    for count, title in enumerate(reversed(titles)):
        found = places.get(title, ())
        at = (len(found) if limit is None else bisect_left(found, limit)) - 1
        if at < 0 or found[at] < end:
            return count
        limit = found[at]
    return len(titles)


def _is_name(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line above a table may be its name, "Contents": it is short and no sentence."""
    if index < 0:
        return False
    block = blocks[index]
    is_short = block.text.count(" ") < _NAME_WORDS and block.text[-1:].isalpha()
    return is_short and block.kind in (Kind.HEADING, Kind.PARAGRAPH)
