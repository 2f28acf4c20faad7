"""The stretch of a page with the most running text for the other blocks in it (Kadane's algorithm)."""

from __future__ import annotations

from collections.abc import Iterable


def densest(found: Iterable[tuple[int, int]], cost: int) -> tuple[int, int] | None:
    """First and last place of the stretch with the largest sum; None if nothing counts.

    ``found`` are (place, gain) in order of place; each place between them costs ``cost``.
    """
    best = total = start = 0
    last = -1
    stretch: tuple[int, int] | None = None
    for place, size in found:
        total -= cost * (place - last - 1)
        if total <= 0:
            total, start = 0, place
        total += size
        if total > best:
            best, stretch = total, (start, place)
        last = place
    return stretch
