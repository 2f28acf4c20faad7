"""The day in an address: /2024/05/06/, /2024-05-06-, /20240506/."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from articlex.addresses import split_address
from articlex.dates.fold import without_accents
from articlex.dates.lexicon import lexicon
from articlex.dates.value import DateValue, build
from articlex.regex import regex

_PATHS = (
    regex(r"/((?:19|20)[0-9]{2})[/_-]?([01][0-9])[/_-]?([0-3][0-9])(?=[/_.-]|\Z)"),
    regex(r"/((?:19|20)[0-9]{2})/([0-9]{1,2})/([0-9]{1,2})(?=/|\Z)"),
    regex(r"[_-]((?:19|20)[0-9]{2})[_-]?([01][0-9])[_-]?([0-3][0-9])(?=[/_.-]|\Z)"),
)

#: Characters of a path that are read; real ones are shorter.
_MOST_PATH = 2_000

#: "/2024/may/06/", in any language.
_NAMED = regex(r"/((?:19|20)[0-9]{2})/([^\W\d_]{3,12})/([0-3]?[0-9])(?=/|\Z)")


def day_in_address(address: str) -> DateValue | None:
    """The day in the path of ``address``, None if there is none.

    >>> day_in_address("https://example.org/2024/05/06/a-headline").iso()
    '2024-05-06'
    """
    path = unquote(split_address(address).path[:_MOST_PATH])
    # A number may look like a day that does not exist.
    values = (build(year, month, day) for year, month, day in _days(path) if day)
    return next(filter(None, values), None)


def _days(path: str) -> Iterator[tuple[int, int, int]]:
    """Year, month and day of what looks like a day in ``path``."""
    for pattern in _PATHS:
        for match in pattern.finditer(path):
            yield int(match[1]), int(match[2]), int(match[3])
    for match in _NAMED.finditer(path):
        yield int(match[1]), lexicon().month(without_accents(match[2]), ""), int(match[3])
