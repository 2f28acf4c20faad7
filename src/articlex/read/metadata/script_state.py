"""What scripts and attributes of a page state by the name of a key: embedded state, dataLayer, ``data-*``.

Analytics and page frameworks write "publishedAt": "2024-05-06T08:00:00Z" or ``data-published="1714982400"``
into a page whose <meta> elements say nothing. Only keys are read that say by their name what they hold, and
only the text around them: the objects that they belong to may be those of other pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.page import Fact, Field
from articlex.read.metadata.dates import DateStater
from articlex.read.metadata.evidence import Evidence, Source
from articlex.regex import regex

REASONS = {
    "state-published": "A script or attribute states one day of publication.",
    "state-listed": "Scripts or attributes state several days of publication; this is the first one.",
    "state-created": "A script or attribute states when something was created.",
    "state-author": "A key of a script that describes the page names the author.",
}

NAME = "script"

#: Parts of keys that are looked for first, as that costs next to nothing.
_PROBES = (
    *("ublish", "ubDate", "ubdate", "ub_date", "ostDate"),
    *("reatedAt", "reated_at", "reated-timestamp", "-utime"),
)
#: Places of one probe that are read, and days.
_MOST_PLACES, _MOST_DAYS = 80, 12
#: Characters before a probe at which its key may begin, and behind it in which the value ends.
_BEFORE, _BEHIND = 24, 90

_QUOTE = r"""(?:\\*["']|&quot;|&#34;|&#x27;|&#39;)"""
_PUBLISHED = (
    r"(?:date[-_]?published|(?:article|content|page|post|story|first|original|initial)?[-_]?(?:"
    r"publish(?:ed)?(?:[-_]?(?:at|on|date|time|datetime|timestamp|date[-_]?time))?|publication[-_]?date|pub[-_]?date)"
    r"|pagePostDate|post[-_]?date)"
)
_CREATED = r"(?:created(?:[-_]?(?:at|date|time|timestamp))?|utime)"
_DATE = regex(
    rf"(?i)(?<![a-z0-9])(?:(?P<published>{_PUBLISHED})|(?P<created>{_CREATED})){_QUOTE}?\s*[:=]\s*"
    rf"(?:{_QUOTE}\s*(?P<text>[^\"'&<>\\]{{6,40}}?)\s*{_QUOTE}|(?P<number>1[0-9]{{9}}(?:[0-9]{{3}})?)(?![0-9]))"
)
#: Keys by which tag managers and page frameworks describe the page itself.
_AUTHOR = regex(
    r"""(?i)(?<![a-z0-9])(?:pagePostAuthor|(?:article|content|page|post|story)[-_]?author(?:[-_]?names?)?)"""
    rf"""{_QUOTE}\s*:\s*{_QUOTE}(?P<text>[^"'&<>\\]{{2,80}}?){_QUOTE}"""
)


def state(evidence: Evidence) -> Iterator[Fact]:
    """The days and authors that keys of scripts and attributes state."""
    source = _without_json_ld(evidence)
    days: dict[str, dict[str, Fact]] = {"published": {}, "created": {}}
    stater = DateStater(NAME, evidence)
    for kind, raw in _values(source):
        found = days[kind]
        if len(found) < _MOST_DAYS:
            for fact in stater.state(Field.DATE_PUBLISHED, raw, f"state-{kind}", 0.39):
                found.setdefault(str(fact.value)[:10], fact)
    several = len(days["published"]) > 1
    for fact in days["published"].values():
        yield fact._replace(reason="state-listed") if several else fact
        break
    yield from list(days["created"].values())[:1]
    yield from _authors(evidence, source)


def _without_json_ld(evidence: Evidence) -> str:
    """The page without its JSON-LD, of which other sources tell whose dates it states."""
    source = evidence.markup.source
    for text in evidence.markup.json_ld:
        source = source.replace(text, "", 1) if text else source
    return source


def _values(source: str) -> Iterator[tuple[str, str]]:
    """("published" | "created", value) of each key, in no certain order."""
    last = -1
    for place in sorted(_places(source, _PROBES)):
        if place < last:
            continue
        match = _DATE.search(source, max(0, place - _BEFORE), place + _BEHIND)
        if match:
            last = match.end()
            yield "published" if match["published"] else "created", match["text"] or match["number"]


def _places(source: str, probes: tuple[str, ...]) -> Iterator[int]:
    for probe in probes:
        place, left = source.find(probe), _MOST_PLACES
        while place >= 0 and left:
            yield place
            place, left = source.find(probe, place + 1), left - 1


def _authors(evidence: Evidence, source: str) -> Iterator[Fact]:
    """The author that the page's own description in a script names, if it names one alone."""
    names: dict[str, None] = {}
    for place in _places(source, ("Author", "_author", "-author")):
        match = _AUTHOR.search(source, max(0, place - _BEFORE), place + _BEHIND + 40)
        if match and match.start() <= place + 8:
            names[match["text"].strip()] = None
        if len(names) > 1:
            return
    claim = evidence.claims(NAME, "state-author")
    yield from claim.stated_authors([(name, None) for name in names], 0.38)


SOURCE = Source(NAME, state, REASONS)
