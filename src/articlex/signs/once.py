"""Values that several stages need, computed once for a page and remembered with its signs."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from articlex.page import Page

R = TypeVar("R")

#: Marks, facts and value for a function that was not asked yet.
_NOTHING = (None, None, None)


class Memory(dict[Callable[[Page], Any], Any]):
    """What was computed for one page, by the function that did. It is empty in a copy of the page, also in
    one sent to another process: functions that are wrapped cannot be pickled."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type[Memory], tuple[()]]:
        return Memory, ()


def once_a_page(read: Callable[[Page], R]) -> Callable[[Page], R]:
    """Make ``read`` run once for each page.

    Only for what depends on the page as the reader left it: its blocks, its markup, its address. Marks and
    facts change from stage to stage.
    """

    @wraps(read)
    def answer(page: Page) -> R:
        if page.signs is None:
            return read(page)
        memory = page.signs.memory
        if read not in memory:
            memory[read] = read(page)
        return cast("R", memory[read])

    return answer


def once_a_stage(read: Callable[[Page], R]) -> Callable[[Page], R]:
    """Make ``read`` run anew only when the marks or facts of the page have changed, as several parts of one
    stage ask for the same value."""

    @wraps(read)
    def answer(page: Page) -> R:
        if page.signs is None:
            return read(page)
        marks, facts, value = page.signs.memory.get(read, _NOTHING)
        if marks is not page.marks or facts is not page.facts:
            value = read(page)
            page.signs.memory[read] = (page.marks, page.facts, value)
        return cast("R", value)

    return answer
