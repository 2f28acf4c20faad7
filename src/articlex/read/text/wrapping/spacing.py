"""Texts with a blank line behind each line, where a program has written its line breaks twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articlex.read.text.lines import Line
from articlex.read.text.wrapping.pairs import runs_on
from articlex.read.text.wrapping.paragraphs import VERSE, flows, page_width

#: Lines of the shortest such text, and the share of the full lines in which a sentence goes on. Where each
#: line is a block with a blank one behind it, none of them does.
_LEAST, _MIN_GOING_ON = 6, 0.5


def single_spaced(lines: list[Line]) -> list[Line]:
    """``lines`` with one blank line less before each, if all have one and they are wrapped without it."""
    if len(lines) < _LEAST or any(not line.gap for line in lines[1:]):
        return lines
    closer = [line._replace(gap=max(0, line.gap - 1)) for line in lines]
    width = page_width(closer)
    return closer if width >= VERSE and _goes_on(closer, width) else lines


def _goes_on(lines: Sequence[Line], width: int) -> bool:
    """Whether the sentence goes on behind so many of the full lines."""
    full = [(line, following) for line, following in pairwise(lines) if flows(line, following, width)]
    return sum(runs_on(line, following) for line, following in full) >= max(1, _MIN_GOING_ON * len(full))
