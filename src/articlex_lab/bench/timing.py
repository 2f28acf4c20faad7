"""Processor time of calls, and the bare parse that the times of a page are put in ratio to."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import import_module
from typing import TypeVar

Result = TypeVar("Result")

#: A first measurement shorter than this many seconds is repeated and the shorter one counts.
_REPEAT_BELOW = 0.1


def bare_parse(page: bytes) -> object:
    """The tree that lxml makes of the HTML of a page, and nothing more."""
    etree = import_module("lxml.etree")
    return etree.fromstring(page or b"<p>", etree.HTMLParser(huge_tree=True))


def seconds(call: Callable[[], object]) -> float:
    """Processor seconds of a call, the shorter of two when it is short."""
    return timed(call)[0]


def timed(
    call: Callable[[], Result], outside: Callable[[Result], float] = lambda _: 0.0
) -> tuple[float, Result]:
    """The :func:`seconds` of a call, and its result.

    ``outside`` says of the result how many seconds another process took for it.
    """
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        result = call()
        best = min(best, time.process_time() - start + outside(result))
        if best > _REPEAT_BELOW:
            break
    return best, result
