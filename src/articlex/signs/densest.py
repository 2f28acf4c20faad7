"""The stretch of a page with the most running text for the other blocks in it (Kadane's algorithm)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Stretch(NamedTuple):
    """The places ``first`` to ``last`` (included)."""

    first: int
    last: int


def densest(found: Iterable[tuple[int, int]], cost: int) -> Stretch | None:
    """The stretch with the largest sum; None if nothing counts.

    ``found`` are (place, gain) in order of place; each place between them costs ``cost``.
    """
    best = total = start = 0
    last = -1
    stretch: Stretch | None = None
    for place, size in found:
        total -= cost * (place - last - 1)
        if total <= 0:
            total, start = 0, place
        total += size
        if total > best:
            best, stretch = total, Stretch(start, place)
        last = place
    return stretch
