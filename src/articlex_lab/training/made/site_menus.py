"""Menus of a whole site, as documentation prints them above each page: the titles of all pages, this one
included.

In raw page text such a menu can only be told from the text by what it says: it is a long run of short lines,
one of which is the headline, which is printed again above the text.
"""

from __future__ import annotations

import random

from articlex_lab.corpora.annotated import Record
from articlex_lab.training.made.listings import BULLETS, Stock, language, sample_of, some_of

#: Share of the pages that get a menu, by kind; other kinds get none.
_SHARES = {"documentation": 0.7, "article": 0.3, "service": 0.15}

#: How many entries a menu has.
_ENTRIES = (6, 10, 15, 25, 40, 70, 110)

#: A draw from 0 to 1: below the first the entries are titles, from the second on headings of pages, between
#: both.
_TITLES, _HEADINGS = 0.4, 0.7

#: Share of the menus that are printed once more for narrow screens, and of those that stand below the text.
_TWICE_SHARE, BELOW_SHARE = 0.15, 0.2


def site_menu(record: Record, have: Stock, chance: random.Random) -> list[str]:
    """The lines of a menu for the page of ``record``; none for most pages."""
    if chance.random() >= _SHARES.get(record.kind, 0.0):
        return []
    key = language(record)
    draw = chance.random()
    titles = [other.title for other in some_of(have.others, key)] if draw < _HEADINGS else []
    headings = list(some_of(have.headings, key)) if draw >= _TITLES else []
    entries = sample_of([*titles, *headings], _ENTRIES, chance)
    if record.title:
        entries.insert(chance.randint(0, len(entries)), record.title.strip())
    bullet = chance.choice(BULLETS)
    lines = [bullet + entry for entry in entries]
    return lines * 2 if chance.random() < _TWICE_SHARE else lines
