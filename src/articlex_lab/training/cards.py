"""Cards of other stories below the text, as magazines and newsletters print them in raw page text.

Each is a section, a title, a lead of whole sentences and who wrote it when, two to six of them without a
heading: nothing but the repetition tells them from the text, which they outweigh where it is short.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from articlex_lab.corpora import Record
from articlex_lab.training.listings import Other, Stock, language, random_name, some_of

#: Share of the pages with cards, by kind, and how many there are.
_SHARES = {"article": 0.25, "service": 0.1, "documentation": 0.05}
_CARDS = (2, 3, 3, 4, 5, 6)

#: Share of the sections with a heading.
_HEADED_SHARE = 0.4

SECTION, TITLE, LEAD, SIGNED = "section", "title", "lead", "signed"
_FORMS = (
    (SECTION, TITLE, LEAD, SIGNED),
    (SECTION, TITLE, LEAD, SIGNED),
    (TITLE, LEAD, SIGNED),
    (SECTION, TITLE, SIGNED, LEAD),
    (SECTION, TITLE, LEAD),
    (SIGNED, TITLE, LEAD),
    (TITLE, SIGNED),
)

#: Who wrote a story and when, and how long it takes to read.
_SIGNATURES = (
    "{day}", "{day}", "By {name} {day}", "{name} {day}", "{name} — {day}", "{day} {n} min read",
    "{day} — {n} min read", "{day} • {n} min", "{name} · {day} · {n} min read",
)  # fmt: skip
_DAYS = ("d MMM y", "dd MMM y", "d MMMM y", "MMM d, y", "MMMM d, y", "long", "medium")
#: Days from the first of the stories to the last, at most, and of their years.
_YEARS, _APART = (2012, 2025), 90

#: Characters of a lead: whole sentences, or cut off.
_LEADS = (90, 150, 220, 300, 400)
_MOST_SECTION = 24


def cards(record: Record, have: Stock, chance: random.Random, spaced: bool) -> list[str]:
    """The lines of cards for the page of ``record``, with blank ones between their parts where the page is
    ``spaced``; none on most pages."""
    if chance.random() >= _SHARES.get(record.kind, 0.0):
        return []
    key = language(record)
    others = [other for other in some_of(have.others, key) if other.name != record.name]
    sections = [text for text in some_of(have.headings, key) if len(text) <= _MOST_SECTION]
    chosen = chance.sample(others, min(chance.choice(_CARDS), len(others)))
    gap = [""] if spaced else []
    lines = [*gap, chance.choice(sections)] if sections and chance.random() < _HEADED_SHARE else []
    form, signature, days = chance.choice(_FORMS), chance.choice(_SIGNATURES), _days(key, chance)
    names = [random_name(chance) for _ in range(3)]
    for other in chosen:
        for what in form:
            if what == SECTION and sections:
                lines += [*gap, chance.choice(sections)]
            elif what == SIGNED:
                text = signature.format(day=next(days), name=chance.choice(names), n=chance.randint(1, 12))
                lines += [*gap, text]
            elif what in (TITLE, LEAD):
                lines += [*gap, other.title if what == TITLE else _lead(other, chance)]
    return lines


def _lead(other: Other, chance: random.Random) -> str:
    most = chance.choice(_LEADS)
    text = " ".join(other.opening.split())
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + chance.choice(("…", "...", ""))


def _days(key: str, chance: random.Random) -> Iterator[str]:
    """Days one before the other, as the language writes them, or English."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        locale = Locale.parse(key)
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    form = chance.choice(_DAYS)
    day = date(chance.randint(*_YEARS), chance.randint(1, 12), chance.randint(1, 28))
    while True:
        yield format_date(day, form, locale=locale)
        day -= timedelta(chance.randint(1, _APART))
