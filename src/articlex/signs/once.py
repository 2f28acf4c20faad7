"""What later stages read off a page once: it is remembered with the signs of the page, and goes with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from articlex.page import Page

R = TypeVar("R")

#: What is remembered of a page that was not asked for.
_NOTHING = (None, None, None)


class Memory(dict[Callable[[Page], Any], Any]):
    """What has been read off one page, by the function that did. A copy of the page begins with none of it,
    nor does one in another process, which could not be sent these functions."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type[Memory], tuple[()]]:
        return Memory, ()


def once_a_page(read: Callable[[Page], R]) -> Callable[[Page], R]:
    """A function that is computed once for each page.

    For what depends on the page as it was read alone: its blocks, its markup, its address. Marks and facts
    change from stage to stage.
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
    """A function that is computed once for the marks and facts that a page has: several parts of a stage ask
    for the same."""

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
