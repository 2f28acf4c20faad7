"""The last year that is believed of a page: the rule "no later than next year, unless the page says so".

Extraction has no clock, so the same page gives the same article whenever it is read. "Next year" is the year
after the reference date where the caller gives one. Without it, it is the year after that of this release;
and a page that is younger says so itself: two places that state dates independently of each other (a
<meta>, a JSON-LD script, a <time>, a copyright notice, a short line with a date) agree on a later year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from articlex.dates.value import LAST_YEAR, LATEST_YEAR
from articlex.page import Block, Markup
from articlex.regex import regex

#: Places that have to state a later year.
MIN_PLACES = 2
#: A dateline or a copyright notice is no longer.
_MAX_LINE = 60

_DAY = regex(r"(?<![0-9])(2[01][0-9]{2})-?[01][0-9]-?[0-3][0-9](?![0-9])")
_YEAR = regex(r"(?<![0-9])2[01][0-9]{2}(?![0-9])")
#: A year with a day beside it: "6 May 2031", "May 6, 2031", "06.05.2031", "2031年5月6日".
_BESIDE = regex(r"[0-9]{1,2}[^0-9]{1,16}2[01][0-9]{2}(?![0-9])|(?<![0-9])2[01][0-9]{2}[^0-9]{1,3}[0-9]{1,2}")


def latest_year(markup: Markup, blocks: Sequence[Block], reference: date | None) -> int:
    """The last year in which a date of the page may lie."""
    if reference is not None:
        return reference.year + 1
    places: dict[int, int] = {}
    for years in _places(markup, blocks):
        for year in years:
            if LATEST_YEAR < year <= LAST_YEAR:
                places[year] = places.get(year, 0) + 1
    return max((year for year, times in places.items() if times >= MIN_PLACES), default=LATEST_YEAR)


def _places(markup: Markup, blocks: Sequence[Block]) -> Iterator[set[int]]:
    """The years that each place states."""
    yield {int(year) for _, content in markup.metas if "-" in content for year in _DAY.findall(content)}
    yield {int(year) for script in markup.json_ld for year in _DAY.findall(script)}
    yield {
        int(year) for note in markup.annotations if note.name == "time" for year in _DAY.findall(note.value)
    }
    notices: set[int] = set()
    lines: set[int] = set()
    for block in blocks:
        text = block.text
        if 7 < len(text) <= _MAX_LINE and "2" in text and (years := _YEAR.findall(text)):
            if "©" in text:
                notices.update(map(int, years))
            elif _BESIDE.search(text):
                lines.update(map(int, years))
    yield notices
    yield lines
