"""The day in the page's address: /2024/05/06/, /2024-05-06-, /20240506/."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

from articlex.addresses import split_address
from articlex.dates.fold import fold
from articlex.dates.lexicon import lexicon
from articlex.metadata.evidence import Evidence, Source, canonical_address
from articlex.page import Fact, Field
from articlex.regex import regex

REASONS = {"url-day": "The path of the page's address contains the day."}

_PATHS = (
    regex(r"/((?:19|20)[0-9]{2})[/_-]?([01][0-9])[/_-]?([0-3][0-9])(?=[/_.-]|\Z)"),
    regex(r"/((?:19|20)[0-9]{2})/([0-9]{1,2})/([0-9]{1,2})(?=/|\Z)"),
    regex(r"[_-]((?:19|20)[0-9]{2})[_-]?([01][0-9])[_-]?([0-3][0-9])(?=[/_.-]|\Z)"),
)

#: Characters of a path that are read; real ones are shorter.
_MOST_PATH = 2_000

#: "/2024/may/06/", in any language.
_NAMED = regex(r"/((?:19|20)[0-9]{2})/([^\W\d_]{3,12})/([0-3]?[0-9])(?=/|\Z)")


def state(evidence: Evidence) -> Iterator[Fact]:
    """The day in the first address that has one: the caller's, the canonical one, that of OpenGraph."""
    for address in (evidence.url, canonical_address(evidence.markup), evidence.meta("og:url")):
        day = day_in_address(address or "")
        if day:
            for fact in evidence.claims("url", "url-day").date(Field.DATE_PUBLISHED, day, 0.85):
                yield fact._replace(raw=address or "")
            return


def day_in_address(address: str) -> str:
    """``YYYY-MM-DD`` from the path of ``address``, "" if there is none.

    >>> day_in_address("https://example.org/2024/05/06/a-headline")
    '2024-05-06'
    """
    path = split_address(address).path[:_MOST_PATH]
    return next(_days(unquote(path)), "")


def _days(path: str) -> Iterator[str]:
    """The days in ``path``; a number may look like one that does not exist."""
    for pattern in _PATHS:
        for match in pattern.finditer(path):
            yield from _day(match[1], int(match[2]), match[3])
    for match in _NAMED.finditer(path):
        yield from _day(match[1], lexicon().month(fold(match[2]), ""), match[3])


def _day(year: str, month: int, day: str) -> Iterator[str]:
    try:
        yield date(int(year), month, int(day)).isoformat()
    except ValueError:
        return


SOURCE = Source("dates-url", state, REASONS)
