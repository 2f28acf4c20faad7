"""What a crawler writes above a page: its title, address and day, and a line that ends it.

Readers that turn pages into Markdown put such lines there: "Title: ...", "URL Source: https://...",
"Markdown Content:". The last one has no value, or is a rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from articlex.read.text.headings import RULE
from articlex.read.text.lines import Line
from articlex.regex import regex

_ENTRY = regex(r"([^\W\d_][\w \-]{0,23}):(?: (.*))?")
_ADDRESS = regex(r"https?://\S+\Z")
_TITLE = "title"
#: Lines of the longest record, and entries of the shortest.
_MOST, _LEAST = 10, 2


class Record(NamedTuple):
    """The title and the address that a record states, and the places of its lines that say nothing else."""

    title: str = ""
    url: str | None = None
    places: frozenset[int] = frozenset()


def crawl_record(lines: Sequence[Line]) -> Record:
    """The record above a page; an empty one if there is none that has a title, an address and an end."""
    title, url, places = "", None, set[int]()
    for place, line in enumerate(lines[:_MOST]):
        found = _ENTRY.fullmatch(line.text)
        if found is None or not found[2]:
            is_end = place >= _LEAST and (found is not None or RULE.match(line.text) is not None)
            whole = is_end and title and url
            places.update((place, *_once_more(lines, place + 1, title)))
            return Record(title, url, frozenset(places)) if whole else Record()
        label, value = found[1].casefold(), found[2]
        if label == _TITLE and not title:
            title = value
            places.add(place)
        elif url is None and _ADDRESS.match(value):
            url = value
            places.add(place)
    return Record()


def _once_more(lines: Sequence[Line], start: int, title: str) -> tuple[int, ...]:
    """The places of the title and a rule below it, of whatever length, with which one crawler begins each
    text: it is that of the window, and the page's headline is still to come."""
    twice = len(lines) > start + 1 and lines[start].text == title and RULE.match(lines[start + 1].text)
    return (start, start + 1) if twice else ()
