"""Counts as features. A feature is there or not, so that a number is told by the range that it falls in."""

from __future__ import annotations

from bisect import bisect_left


def binned(value: int, edges: tuple[int, ...]) -> int:
    """The first of ``edges`` that ``value`` does not exceed; a larger one counts as the last plus one."""
    place = bisect_left(edges, value)
    return edges[place] if place < len(edges) else edges[-1] + 1
