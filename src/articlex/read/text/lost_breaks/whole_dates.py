"""Dates stand in one line: "6 May 2024" is not parted, though a figure may begin or end a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from articlex.dates import find_dates
from articlex.dates.fold import plain
from articlex.read.text.lost_breaks.pieces import GLUED, SURE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Words of a date before a gap in it, and behind it, at most; and how near a figure is.
_BEFORE, _BEHIND, _NEAR = 4, 5, 2


def with_dates_whole(
    words: Sequence[str], between: Sequence[int], odds: NDArray[np.float64], limit: float
) -> NDArray[np.float64]:
    """The log-odds of the gaps between ``words`` that a line ended there, below ``limit`` inside dates.

    ``between`` says what is before each word, as :mod:`articlex.read.text.lost_breaks.pieces` has it.
    """
    told = odds.copy()
    for gap in (odds > limit).nonzero()[0].tolist():
        behind = gap + 1
        near = words[max(0, behind - _NEAR) : behind + _NEAR]
        if any(map(str.isdigit, "".join(near))):
            first = max(0, behind - _BEFORE)
            before = _text(words[first:behind], between[first:behind]).lstrip()
            text = before + _text(words[behind : behind + _BEHIND], between[behind : behind + _BEHIND])
            edge = len(plain(before))
            if any(found.start < edge < found.end for found in find_dates(text)):
                told[gap] = -SURE
    return told


def _text(words: Sequence[str], between: Sequence[int]) -> str:
    return "".join(word if gap == GLUED else f" {word}" for word, gap in zip(words, between, strict=True))
