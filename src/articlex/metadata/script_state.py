"""Dates and authors that scripts and attributes state under telling keys: embedded state, dataLayer,
``data-*``.

Analytics and page frameworks write "publishedAt": "2024-05-06T08:00:00Z" or ``data-published="1714982400"``
into pages whose <meta> elements state no day. On other pages they are not searched, as that takes time: of
the 174 pages of the corpora with both, such a key is never the only one with the right day.

Only keys are read whose name says what they hold. "createdAt" does not: of 48 pages without a better source
it was right on 6, and 32 have no day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from articlex.facts import RECORD, day_of
from articlex.markup import SHARED_TITLES
from articlex.metadata.evidence import Evidence, RawNames, Source
from articlex.metadata.state_record import ADDRESSES, MODIFIED, PUBLISHED, TITLES, Record, state_record
from articlex.page import Fact, Field
from articlex.regex import regex

REASONS = {
    "state-published": "A script or attribute states one day of publication.",
    "state-listed": "Scripts or attributes state several days of publication; this is the first one.",
    "state-author": "A key of a script that describes the page names the author.",
    RECORD: "The object of the embedded state that holds the text says it.",
}

NAME = "script"

#: Names of <meta> that state the day of publication, and the author, on nearly all pages whose <meta> do.
_DATED = (
    *("article:published_time", "datepublished", "date", "dc.date", "parsely-pub-date"),
    *("pubdate", "publishdate", "og:published_time", "dcterms.date"),
)
_SIGNED = ("author", "article:author", "parsely-author", "dc.creator", "twitter:data1", "byl")

#: A part of all keys, which is searched for first: a literal takes a tenth of the time of a pattern, and one
#: search for both two thirds of two searches.
_DATE_PROBE, _AUTHOR_PROBE = "ublish", "uthor"
_PROBES = regex("u(?:blish|thor)")
#: Places of a probe that are read, at most.
_MOST_PLACES = 80
#: A script with JSON-LD, which is left out: other sources tell whose dates it states.
_JSON_LD = regex(r"(?i)<script\b[^<>]{0,300}?ld\+json[^<]*+(?:<(?!/script)[^<]*+)*+")
#: Characters before a probe in which its key begins, and behind it in which the value ends.
_BEFORE, _BEHIND = 24, 120

_QUOTE = r"""(?:\\*["']|&quot;|&#34;|&#x27;|&#39;)"""
#: The rest of a key behind a probe, and the beginning of a value that may be a date or a name.
_FOLLOWS = regex(rf"[A-Za-z_-]{{0,24}}{_QUOTE}?\s*[:=]\s*(?:{_QUOTE}\s*[^\s\"'&\\]|1[0-9]{{9}})")
_DATE = regex(
    r"(?i)(?<![a-z0-9])(?:date[-_]?published|(?:article|content|page|post|story|first|original|initial)?[-_]?"
    r"(?:publish(?:ed)?(?:[-_]?(?:at|on|date|time|datetime|timestamp|date[-_]?time))?|publish[-_]?date))"
    rf"{_QUOTE}?\s*[:=]\s*(?:{_QUOTE}\s*([^\"'&<>\\]{{6,40}}?)\s*{_QUOTE}"
    r"|(1[0-9]{9}(?:[0-9]{3})?)(?![0-9]))"
)
#: Keys with which tag managers and page frameworks describe the page itself.
_AUTHOR = regex(
    r"(?i)(?<![a-z0-9])(?:pagePostAuthor|(?:article|content|page|post|story)[-_]?author(?:[-_]?names?)?)"
    rf"{_QUOTE}\s*:\s*{_QUOTE}([^\"'&<>\\]{{2,80}}?){_QUOTE}"
)


def state(evidence: Evidence) -> Iterator[Fact]:
    """The day and the author by keys of scripts and attributes, if nothing better states them; and the facts
    of the record that holds the text."""
    article, page = evidence.linked.article, evidence.linked.page
    is_dated = evidence.meta(*_DATED) or article.get("datePublished") or page.get("datePublished")
    is_signed = evidence.meta(*_SIGNED) or article.get("author") or article.get("creator")
    source = evidence.markup.source
    places = _places("" if is_dated and is_signed else source)
    # JSON-LD is left out below, but most pages have no such key at all.
    if not is_dated and any(_keys(source, _DATE_PROBE, places[_DATE_PROBE], _DATE)):
        yield from _days(evidence, _JSON_LD.sub("", source))
    if not is_signed:
        yield from _authors(evidence, places[_AUTHOR_PROBE][:_MOST_PLACES])
    if record := state_record(evidence):
        yield from _of_record(evidence, record)


def _of_record(evidence: Evidence, record: Record) -> Iterator[Fact]:
    """The facts of the record of the embedded state that holds the text of the page."""
    claims, names = evidence.claims(NAME, RECORD), map(RawNames, record.writers())
    yield from claims.stated_authors(names, 0.47)
    # The title in the head of a page is better.
    if not evidence.markup.title and not evidence.meta(*SHARED_TITLES):
        yield from claims.stated_title(record.text(TITLES), 0.40)
        yield from claims.stated_address(Field.URL, record.text(ADDRESSES), 0.4)
    for field, keys in ((Field.DATE_PUBLISHED, PUBLISHED), (Field.DATE_MODIFIED, MODIFIED)):
        for value in record.dates(keys):
            yield from claims.date(field, value, 0.6)


def _places(source: str) -> dict[str, list[int]]:
    """The offsets of each probe in the source of a page."""
    places: dict[str, list[int]] = {_DATE_PROBE: [], _AUTHOR_PROBE: []}
    for found in _PROBES.finditer(source):
        places[found[0]].append(found.start())
    return places


def _days(evidence: Evidence, source: str) -> Iterator[Fact]:
    """The first day that scripts state under a key of publication; the reason says if they state several."""
    days: dict[str, Fact] = {}
    claim = evidence.claims(NAME, "state-published")
    places = _places(source)[_DATE_PROBE][:_MOST_PLACES]
    for key in _keys(source, _DATE_PROBE, places, _DATE):
        for fact in claim.date(Field.DATE_PUBLISHED, key, 0.39):
            days.setdefault(day_of(fact), fact)
    for fact in list(days.values())[:1]:
        yield fact._replace(reason="state-listed") if len(days) > 1 else fact


def _authors(evidence: Evidence, places: Sequence[int]) -> Iterator[Fact]:
    """The author by keys that describe the page itself, if all of them agree."""
    names = set(_keys(evidence.markup.source, _AUTHOR_PROBE, places, _AUTHOR))
    if len(names) == 1:
        yield from evidence.claims(NAME, "state-author").stated_authors([RawNames(names.pop())], 0.38)


def _keys(source: str, probe: str, places: Sequence[int], pattern: re.Pattern[str]) -> Iterator[str]:
    """The values of the keys that match ``pattern`` and have ``probe`` at one of ``places``, in page
    order."""
    last = 0
    for place in places:
        if _FOLLOWS.match(source, place + len(probe)):
            match = pattern.search(source, max(last, place - _BEFORE), place + _BEHIND)
            if match:
                last = match.end()
                yield next(filter(None, match.groups()), "")


SOURCE = Source(NAME, state, REASONS)
