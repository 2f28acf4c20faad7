"""Numbered lines of raw page text that the scorer left out of a sequence: steps, headings of a countdown.

They are short, and nothing but their number says what they are; where it goes on from that of a line that is
kept, they are what that is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from articlex.page import Block, Kind, Page, Role
from articlex.regex import regex

#: A number with its sign before some text, as "1. Leave early", "#10: The pier", "2、".
_NUMBERED = regex(r"(#\s?|№\s?)?(\d{1,3})\s?([.)、．）。:：]|[-–—](?=\s))\s*+[^\W\d]")
#: What begins such a line.
_SIGNS = "#№"
#: Blocks with text from one line of a sequence to the next.
_FAR = 40
#: Lines of the shortest sequence, and its least share that is kept. Of three lines left out of sequences of
#: four, two are gold. From a half on the pages that differ gain 0.046, 0.025 and 0.018 in word F1 summed in
#: three flattenings; from a third on 0.050, 0.028 and 0.115.
_LEAST, _SHARE = 5, 0.33

_Sequence = list[int]


def numbered_lines(page: Page, blocks: Sequence[Block], kept: Collection[int]) -> Iterator[int]:
    """The indices of the lines left out of sequences of which at least a third is kept.

    ``blocks`` are those with text, ``kept`` the indices of those of the body. On the annotated pages 62 of 72
    such lines are gold in the mixture of flattenings, and 34 of 34 on half of them by ``innerText``; of items
    of lists, which are left, fewer than half.
    """
    for places in _sequences(blocks):
        held = sum(blocks[place].index in kept for place in places)
        if held >= _SHARE * len(places):
            lines = (blocks[place] for place in places)
            yield from (line.index for line in lines if is_left_out(page, line) and _is_line(line))


def _sequences(blocks: Sequence[Block]) -> Iterator[_Sequence]:
    """The places of the lines of each sequence that counts up or down by one, all with the same sign."""
    open_at: dict[tuple[str, int, int], _Sequence] = {}
    found: list[_Sequence] = []
    for place, block in enumerate(blocks):
        line = (block.lines[0] if block.lines else block.text).lstrip()
        if not (line[:1].isdecimal() or line[:1] in _SIGNS):
            continue
        match = _NUMBERED.match(line)
        if match is None:
            continue
        sign, number = f"{match[1]}{match[3]}", int(match[2])
        for step in (1, -1):
            sequence = open_at.pop((sign, step, number), None)
            if sequence is None or place - sequence[-1] > _FAR:
                sequence = []
                found.append(sequence)
            sequence.append(place)
            open_at[sign, step, number + step] = sequence
    yield from (sequence for sequence in found if len(sequence) >= _LEAST)


def is_left_out(page: Page, block: Block) -> bool:
    """Whether the body left out a block, and no other stage knows what it is."""
    mark = page.marks[block.index]
    return mark.role is Role.BOILERPLATE and mark.stage == "body"


def _is_line(block: Block) -> bool:
    """Whether a block is no item of a list."""
    return block.kind in (Kind.PARAGRAPH, Kind.HEADING)
