"""Sidebars of blogs, put together from the corpora: months, categories, tags, comments, last posts, a
calendar.

In raw page text a sidebar can only be told from the text by what it says. It is below the text, or above it
where the template has it on the left.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from articlex_lab.corpora.annotated import Record
from articlex_lab.training.made.listings import (
    BULLETS,
    Stock,
    is_ideographic,
    language,
    locale_of,
    random_name,
    sample_of,
    some_of,
)

#: Share of the pages with a sidebar, by kind.
_SHARES = {"article": 0.3, "listing": 0.2, "collection": 0.1, "service": 0.1}
#: Share of the sidebars that are printed above the text.
ABOVE_SHARE = 0.25

#: How many widgets a sidebar has.
_WIDGETS = (1, 2, 3, 4, 6)

#: Shares of the widgets that have a heading, and whose entries have counts: "Rain (12)".
_HEADED_SHARE, _COUNTED_SHARE = 0.85, 0.35

_MONTHS = (4, 8, 12, 24, 48, 90)
_ENTRIES = (3, 5, 8, 12, 20, 30)
_COMMENTS = (3, 5, 8)
_TAGS = (8, 15, 25, 40)

#: The most characters of a category, in letters and in ideographs; the least and the most of a tag.
_MOST_CATEGORY, _TAG = (24, 8), (3, 14)

#: What is between the tags of a cloud.
_BETWEEN_TAGS = (" ", ", ", "\n", " · ")

_COMMENT_FORMS = (
    "{name}: {title}",
    "{name} – {title}",
    "{name} » {title}",
    "{name}\n{title}",
    "{title} ({name})",
)


def sidebar(record: Record, have: Stock, chance: random.Random, spaced: bool) -> list[str]:
    """The lines of a sidebar for the page of ``record``, none for most pages; with blank lines between its
    parts where the page is ``spaced``."""
    if chance.random() >= _SHARES.get(record.kind, 0.0):
        return []
    key = language(record)
    headings = _labels(have, key)
    gap = [""] if spaced else []
    lines: list[str] = []
    for _ in range(chance.choice(_WIDGETS)):
        if headings and chance.random() < _HEADED_SHARE:
            lines += [*gap, chance.choice(headings)]
        lines += [*gap, *chance.choice(_KINDS)(record, have, key, chance)]
    return lines


def _archive(record: Record, have: Stock, key: str, chance: random.Random) -> Iterator[str]:
    """The months of a blog, the latest one first."""
    from babel.dates import format_skeleton

    locale = locale_of(key)
    last = chance.randint(2004, 2024) * 12 + chance.randint(0, 11)
    numbers = range(last, last - chance.choice(_MONTHS), -1)
    months = (date(number // 12, number % 12 + 1, 1) for number in numbers)
    return _entries((format_skeleton("yMMMM", month, locale=locale) for month in months), chance)


def _categories(record: Record, have: Stock, key: str, chance: random.Random) -> Iterator[str]:
    return _entries(sample_of(_labels(have, key), _ENTRIES, chance), chance)


def _tags(record: Record, have: Stock, key: str, chance: random.Random) -> Iterator[str]:
    """A cloud of words from titles, that of the page included."""
    least, most = _TAG
    others = " ".join(other.title for other in sample_of(some_of(have.others, key), _TAGS, chance))
    words = sorted({word for word in f"{record.title or ''} {others}".split() if least <= len(word) <= most})
    return iter(chance.choice(_BETWEEN_TAGS).join(sample_of(words, _TAGS, chance)).split("\n"))


def _comments(record: Record, have: Stock, key: str, chance: random.Random) -> Iterator[str]:
    """Who commented on what."""
    form, bullet = chance.choice(_COMMENT_FORMS), chance.choice(BULLETS)
    for other in sample_of(some_of(have.others, key), _COMMENTS, chance):
        yield from (bullet + form.format(name=random_name(chance), title=other.title)).split("\n")


def _posts(record: Record, have: Stock, key: str, chance: random.Random) -> Iterator[str]:
    """The latest posts, on some pages the page itself among them."""
    titles = [other.title for other in sample_of(some_of(have.others, key), _ENTRIES, chance)]
    if record.title and chance.random() < 0.5:
        titles.insert(0, record.title.strip())
    bullet = chance.choice(BULLETS)
    return (bullet + title for title in titles)


def _calendar(record: Record, have: Stock, key: str, chance: random.Random) -> Iterator[str]:
    """The days of a month, with a day or a week on a line."""
    days = [str(day) for day in range(1, chance.randint(28, 31) + 1)]
    step = chance.choice((1, 7))
    return (" ".join(days[first : first + step]) for first in range(0, len(days), step))


_KINDS: Sequence[Callable[[Record, Stock, str, random.Random], Iterator[str]]] = (
    _archive, _archive, _categories, _categories, _tags, _comments, _posts, _posts, _calendar,
)  # fmt: skip


def _labels(have: Stock, key: str) -> list[str]:
    """Headings of pages that could be headings of widgets, or categories."""
    return [text for text in some_of(have.headings, key) if text[-1].isalpha() and len(text) <= _most(text)]


def _most(text: str) -> int:
    return _MOST_CATEGORY[is_ideographic(text * 50)]


def _entries(names: Iterator[str] | Sequence[str], chance: random.Random) -> Iterator[str]:
    bullet, counted = chance.choice(BULLETS), chance.random() < _COUNTED_SHARE
    return (f"{bullet}{name} ({chance.randint(1, 60)})" if counted else bullet + name for name in names)
