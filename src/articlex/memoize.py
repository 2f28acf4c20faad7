"""Functions of a text that remember their last results, as one page calls them many times with the same text,
and tables of characters that remember what has been looked up."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from types import FunctionType
from typing import Concatenate, ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
K = TypeVar("K")

Function = Callable[Concatenate[str, P], R]
_OfText = Callable[[str], R]

#: Longest text that is remembered, in characters. Results outlive their page, and the titles of pages that
#: have a megabyte in them would stay in memory.
LONGEST = 1_000
#: Most characters that a table remembers; all of Unicode would fill 100 MB.
_MOST_CHARACTERS = 20_000


def memoized(count: int) -> Callable[[Function[P, R]], Function[P, R]]:
    """A decorator: the function remembers its results for the last ``count`` short texts."""

    def decorate(function: Function[P, R]) -> Function[P, R]:
        # The type of the cache allows any hashable arguments.
        remembered = cast("Function[P, R]", lru_cache(count)(function))

        @wraps(function)
        def answer(text: str, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if len(text) > LONGEST:
                return function(text, *args, **kwargs)
            return remembered(text, *args, **kwargs)

        # Nearly all functions have no other argument; without passing any on, a call takes 0.6 of the time.
        alone, remembered_alone = cast("_OfText[R]", function), cast("_OfText[R]", remembered)

        @wraps(function)
        def answer_of_text(text: str, /) -> R:
            return alone(text) if len(text) > LONGEST else remembered_alone(text)

        code = cast("FunctionType", function).__code__
        is_alone = code.co_argcount + code.co_kwonlyargcount == 1
        return cast("Function[P, R]", answer_of_text) if is_alone else answer

    return decorate


class CharacterTable(dict[K, R]):
    """What a function says of each character, looked up when that is first met; also for ``str.translate``,
    with code points for keys."""

    def __init__(self, look_up: Callable[[K], R]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, key: K) -> R:
        found = self._look_up(key)
        if len(self) < _MOST_CHARACTERS:
            self[key] = found
        return found
