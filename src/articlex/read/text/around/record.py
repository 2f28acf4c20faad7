"""Labelled lines above a text: the record of a crawler, or a title.

Services that turn pages into Markdown print "Title: ...", "URL Source: https://...", "Markdown Content:"
above the text; the last line has no value, or is a rule. Others print the address alone, "URL: https://...".
Without such a record, a line with the label of a title is the headline, and the other lines are the text's
first ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from articlex.data.title_labels import TITLE_LABELS
from articlex.read.text.around.mail import FIELD, Head
from articlex.read.text.headings import RULE
from articlex.read.text.lines import Line
from articlex.regex import regex

_ENTRY = regex(r"([^\W\d_][\w \-]{0,23}):(?: (.*))?")
_ADDRESS = regex(r"https?://\S+\Z")
_TITLE = "title"
#: Lines of the longest record, and entries of the shortest.
_MOST, _LEAST = 10, 2


class Record(NamedTuple):
    """The title and the address that a record states, and the places of its lines that are not text."""

    title: str = ""
    url: str | None = None
    places: frozenset[int] = frozenset()


def crawl_record(lines: Sequence[Line]) -> Record:
    """The crawler's record above a page: a title, an address and an end, or a first line with an address."""
    title, url, places = "", None, set[int]()
    for place, line in enumerate(lines[:_MOST]):
        found = _ENTRY.fullmatch(line.text)
        if found is None or not found[2]:
            is_end = place >= _LEAST and (found is not None or RULE.match(line.text) is not None)
            whole = is_end and title and url
            places.update((place, *_once_more(lines, place + 1, title)))
            return Record(title, url, frozenset(places)) if whole else _address_above(lines)
        label, value = found[1].casefold(), found[2]
        if label == _TITLE and not title:
            title = value
            places.add(place)
        elif url is None and _ADDRESS.match(value):
            url = value
            places.add(place)
    return _address_above(lines)


def _address_above(lines: Sequence[Line]) -> Record:
    """The record that is only a label and the page's address, "URL: https://...", on the first line."""
    found = _ENTRY.fullmatch(lines[0].text) if lines else None
    is_address = found is not None and found[2] and _ADDRESS.match(found[2])
    return Record("", found[2], frozenset({0})) if found and is_address else Record()


def _once_more(lines: Sequence[Line], start: int, title: str) -> tuple[int, ...]:
    """The places of the title and the underline with which one crawler begins each text: it is the title of
    the window, and the page's headline is still to come."""
    twice = len(lines) > start + 1 and lines[start].text == title and RULE.match(lines[start + 1].text)
    return (start, start + 1) if twice else ()


def titled_head(lines: Sequence[Line]) -> Head:
    """The title above a text that begins with labelled lines: "Title: ...", "Author: ...", "Date: ...", or
    with that of a title alone which a line below prints.

    If the label occurs again, the page is a list of works, and there is none.
    """
    title, label, at = "", "", 0
    for place, line in enumerate(lines[:_MOST]):
        found = FIELD.fullmatch(line.text)
        if found is None or not found[2] or (place and line.gap > 1):
            break
        if not title and found[1].casefold() in TITLE_LABELS:
            title, label, at = found[2], line.text.removesuffix(found[2]), place
        if title and (place + 1 >= _LEAST or any(other.text == title for other in lines[1:])):
            is_list = any(other.text.startswith(label) for other in lines[at + 1 :])
            return Head() if is_list else Head(title, at)
    return Head()
