"""The processor time of calls, and the bare parse to which the times of a page are put in ratio."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import import_module
from typing import TypeVar

Result = TypeVar("Result")

#: A call that takes less than so many seconds is timed twice, and the shorter time counts.
_REPEAT_BELOW = 0.1


def bare_parse(page: bytes) -> object:
    """Parse the HTML of a page with lxml, and do nothing else."""
    etree = import_module("lxml.etree")
    return etree.fromstring(page or b"<p>", etree.HTMLParser(huge_tree=True))


def seconds(call: Callable[[], object]) -> float:
    """The processor seconds of a call; of a short one the best of two."""
    return timed(call)[0]


def timed(
    call: Callable[[], Result], outside: Callable[[Result], float] = lambda _: 0.0
) -> tuple[float, Result]:
    """The :func:`seconds` of a call, and its result.

    ``outside`` of the result are the seconds that another process spent on it; they are added.
    """
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        result = call()
        best = min(best, time.process_time() - start + outside(result))
        if best > _REPEAT_BELOW:
            break
    return best, result
