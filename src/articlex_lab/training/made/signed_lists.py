"""Lists of teasers and of comments whose items have their own bylines and days, in the language of a page."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from babel.dates import format_date

from articlex.data import read_data
from articlex_lab.corpora.annotated import Record
from articlex_lab.training.made.listings import Stock, language, locale_of, make_list, some_of

#: Share of the lists that are comments.
_COMMENTS_SHARE = 0.25

#: Share of the lists that also name the authors of the page, and share of their items that do.
_OWN_SHARE, _OWN_ITEMS_SHARE = 0.4, 0.25

#: How many items a list has.
_LENGTHS = (1, 2, 3, 4, 5, 6, 8, 12, 20)

#: The lines of an item: "by" is a name with a byline word, "name" the name alone.
_TEASER_LINES: tuple[tuple[str, ...], ...] = (
    ("title", "by"), ("title", "by", "day"), ("title", "by day"), ("title", "by | day"), ("title", "day by"),
    ("title", "name"), ("title", "name, day"), ("title", "name · day"), ("day", "title", "by"),
    ("title", "lead", "by"), ("title", "by", "lead"), ("title", "day | name", "lead"), ("title", "day"),
    ("by", "title"), ("title", "lead", "name", "day"), ("title", "lead", "day"),
)  # fmt: skip
_COMMENT_LINES: tuple[tuple[str, ...], ...] = (
    ("name", "day", "post"), ("name · day", "post"), ("name", "post"), ("by day", "post"),
    ("post", "by", "day"), ("day", "name", "post"), ("name, day", "post"),
)  # fmt: skip

_FORMATS = ("long", "medium", "short", "full", "yyyy-MM-dd", "dd.MM.yyyy", "d MMMM yyyy")


#: Names of writers by language.
Names = Mapping[str, Sequence[str]]


class Said(NamedTuple):
    """One line of an item: its parts ("title", "by | day"), and its text."""

    what: str
    text: str


def names_of(records: Iterable[Record]) -> Names:
    """The gold authors of ``records``, by language."""
    found: dict[str, dict[str, None]] = {}
    for record in records:
        for name in record.authors:
            if len(name) < 40:
                found.setdefault(language(record), {})[name] = None
    return {key: tuple(names) for key, names in found.items()}


@cache
def _bylines() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """By language the byline words before a name, and those after it."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for line in read_data("byline_words.tsv").splitlines():
        kind, word, code, *_ = line.split("\t")
        if kind in ("by", "after", "label"):
            before, after = found.setdefault(code.partition("-")[0], ([], []))
            (after if kind == "after" else before).append(word + (":" if kind == "label" else ""))
    return {code: (tuple(before), tuple(after)) for code, (before, after) in found.items()}


class _Writer:
    """Writes the names and days of one list, all in the same way."""

    def __init__(self, record: Record, names: Names, chance: random.Random) -> None:
        self.chance = chance
        self.key = language(record)
        own = {name.casefold() for name in record.authors}
        self.names = [name for name in some_of(names, self.key) if name.casefold() not in own]
        #: The authors of the page have written other stories as well, and answer comments.
        self.own = record.authors if chance.random() < _OWN_SHARE else ()
        before, after = _bylines().get(self.key, ((), ()))
        word = chance.choice(before or ("by",))
        self.pattern = f"{word[:1].upper()}{word[1:]} {{}}"
        if after and (not before or chance.random() < 0.5):
            self.pattern = f"{{}} {chance.choice(after)}"
        self.format = chance.choice(_FORMATS)
        self.latest = date(2025, 12, 31).toordinal()

    def say(self, what: str, texts: Mapping[str, str]) -> str:
        """The text of one line of an item, whose parts ``what`` names: "by | day"."""
        name = self.chance.choice(self.names) if self.names else ""
        if self.own and self.chance.random() < _OWN_ITEMS_SHARE:
            name = self.chance.choice(self.own)
        day = date.fromordinal(self.latest - self.chance.randint(0, 4000))
        said = {
            "by": self.pattern.format(name),
            "name": name,
            "day": format_date(day, self.format, locale=locale_of(self.key)),
            **texts,
        }
        if what in said:
            return said[what]
        for sign in (" | ", " · ", ", ", " "):
            if sign in what:
                return sign.join(said[part] for part in what.split(sign))
        raise ValueError(what)


def signed_list(record: Record, have: Stock, names: Names, chance: random.Random) -> list[list[Said]]:
    """The items of a list that could be on the page of ``record``, each as its lines."""
    writer = _Writer(record, names, chance)
    comments = chance.random() < _COMMENTS_SHARE
    form = chance.choice(_COMMENT_LINES if comments else _TEASER_LINES)
    rows = []
    for item in make_list(record, have, chance, chance.choice(_LENGTHS), comments=comments):
        texts = {part.what: part.text for part in item}
        title = texts.get("title") or texts.get("lead") or texts.get("post", "")
        texts = {"title": title, "lead": texts.get("lead", title), "post": texts.get("post", title)}
        rows.append([Said(what, writer.say(what, texts)) for what in form])
    return rows
