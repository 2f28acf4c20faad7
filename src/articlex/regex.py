"""Regular expressions that are compiled on first use.

To compile all patterns of the package takes longer than to read a page, and no page needs more than some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, AnyStr, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub")


class _Regex:
    """A pattern that compiles itself, and takes over the compiled one's methods, when one is first used."""

    __slots__ = ("_flags", "_source", *_METHODS)

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Called only for attributes that are not set yet.
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Like ``re.compile``, but the pattern is compiled when it is first used."""
    return cast("re.Pattern[AnyStr]", _Regex(source, flags))


def parted(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[str, re.Match[str] | None]]:
    """What stands before each match of ``pattern``, with the match; at last what is behind all, with None."""
    start = 0
    for found in pattern.finditer(text):
        yield text[start : found.start()], found
        start = found.end()
    yield text[start:], None


#: Patterns of several modules: a letter, a word, a digit and a number of any script; white space; a character
#: of Chinese or Japanese, which set no spaces between words; a year from 1900 to 2099; a character reference
#: with its semicolon.
LETTER = regex(r"[^\W\d_]")
WORD = regex(r"[^\W\d_]+")
DIGIT = regex(r"\d")
NUMBER = regex(r"\d+")
SPACES = regex(r"\s+")
UNSPACED = regex("[\u3041-\u30ff\u3400-\u9fff]")
YEAR = regex(r"(?:19|20)\d\d(?<!\d{5})(?!\d)")
REFERENCE = regex(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
