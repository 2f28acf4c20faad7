"""How much work a function does, without a clock: the calls in it, of Python and of C, which are the same on
every machine. What a single one does, as a search for a pattern in a long string, is not seen."""

from __future__ import annotations

from collections.abc import Callable
from cProfile import Profile
from typing import Any

#: The pages that were slow once take at most 2.42 times the calls when they are twice as long. With one call
#: more for each pair of their pieces 17 of 26 take more than this (of 200 pieces 18, of 100 pieces 12).
IN_PROPORTION = 2.6
#: Pieces of the smallest input that is counted, and of one that fills the caches.
_SIZE, _WARM = 150, 50


def growth(function: Callable[[Any], object], input_of: Callable[[int], Any]) -> float:
    """How many times the calls ``function`` makes on an input of twice the size.

    A limit on sizes may lie between the two, but not also between these and the next.
    """
    function(input_of(_WARM))
    few, more = (calls(function, input_of(size)) for size in (_SIZE, 2 * _SIZE))
    if more < IN_PROPORTION * few:
        return more / few
    return min(more / few, calls(function, input_of(4 * _SIZE)) / more)


def calls(function: Callable[[Any], object], value: Any) -> int:
    """How many calls there are in ``function(value)``."""
    profile = Profile()
    profile.runcall(function, value)
    return sum(entry.callcount for entry in profile.getstats())
