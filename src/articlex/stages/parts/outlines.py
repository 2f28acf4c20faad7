"""Sections of raw page text whose numbered headings go on from one to the next: "1", "1.1", "1.2", "2".

No menu counts its items on two levels with text in between, so that what the scorer leaves out amid such
sections is part of the text: terms and what they mean, lines of tables, short steps.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.page import Block, Kind, Page
from articlex.regex import regex
from articlex.signs.prose import STOPS
from articlex.stages.parts.numbered_lines import is_left_out

_NUMBERED = regex(r"(\d{1,3}(?:\.\d{1,3}){0,5})[.)]?\s+(?=[^\W\d])")
#: Characters of the longest heading.
_MAX_HEADING = 120
#: Headings of the shortest outline, and its levels.
_LEAST, _LEVELS = 5, 2
#: Outlines that may go on at a time: that of the contents, that of the text, that of a list in it.
_MOST_OPEN = 8
#: Lines from one heading to the next, at most; and from the first to the last for each heading, at least: a
#: table of contents has one.
_FAR, _APART = 60, 2
#: Share of the characters of the sections that is kept, at least. With a third, manuals of a game in 18
#: languages have a word F1 of 0.900 instead of 0.742 in raw page text, with this 0.983. Of 2,766 annotated
#: pages one has eight lines more, all gold.
_SHARE = 0.15

_Number = tuple[int, ...]


class _Heading(NamedTuple):
    """The place of a numbered line, and its number."""

    place: int
    number: _Number


def outlined(page: Page, blocks: Sequence[Block], kept: Collection[int]) -> Iterator[int]:
    """The indices of the lines that the scorer left out between two headings of an outline, and of these.

    ``blocks`` are those with text, ``kept`` the indices of those of the body.
    """
    for headings in _outlines(blocks):
        sections = [
            blocks[before.place : after.place]
            for before, after in pairwise(headings)
            if after.place - before.place <= _FAR
        ]
        lines = [block for section in sections for block in section]
        size = sum(len(block.text) for block in lines)
        if sum(len(block.text) for block in lines if block.index in kept) >= _SHARE * size:
            yield from (block.index for block in lines if is_left_out(page, block))


def _outlines(blocks: Sequence[Block]) -> Iterator[list[_Heading]]:
    """The headings of each outline. A heading is part of the first one that it goes on from."""
    open_ones: list[list[_Heading]] = []
    for heading in _headings(blocks):
        outline = next((one for one in reversed(open_ones) if _goes_on(one[-1].number, heading.number)), None)
        if outline is not None:
            outline.append(heading)
        elif heading.number in ((1,), (1, 1)):
            if len(open_ones) == _MOST_OPEN:
                open_ones.remove(min(open_ones, key=len))
            open_ones.append([heading])
    for one in open_ones:
        levels = {len(heading.number) for heading in one}
        is_apart = one[-1].place - one[0].place >= _APART * len(one)
        if len(one) >= _LEAST and len(levels) >= _LEVELS and is_apart:
            yield one


def _headings(blocks: Sequence[Block]) -> Iterator[_Heading]:
    """The lines that may be numbered headings: no sentences."""
    for place, block in enumerate(blocks):
        text = block.text
        if not text[:1].isdecimal() or len(text) > _MAX_HEADING or text[-1] in STOPS:
            continue
        match = _NUMBERED.match(text) if block.kind in (Kind.PARAGRAPH, Kind.HEADING) else None
        if match:
            yield _Heading(place, tuple(map(int, match[1].split("."))))


def _goes_on(number: _Number, other: _Number) -> bool:
    """Whether the second number follows the first one in an outline: 1.2 is followed by 1.2.1, 1.3, 2 and 2.1
    (the headings of chapters may read "Chapter 2")."""
    while len(other) > 1 and other[-1] == 1:
        other = other[:-1]
        if other == number:
            return True
    depth = len(other)
    return depth <= len(number) and other == (*number[: depth - 1], number[depth - 1] + 1)
