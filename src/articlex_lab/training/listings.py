"""Lists of what stands around other articles: teasers and readers' comments, put together from the corpora.

The scorer meets few short articles that stand among long lists of other ones, and on pages like that it took
the lists for content. Such pages are made here from what the corpora have: titles and openings of other
articles as teasers, posts of forums as comments, in the many shapes that sites give them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from articlex_lab.corpora import Record

#: What the parts of an item are.
TITLE, LEAD, DAY, MORE, NAME, POST = "title", "lead", "day", "more", "name", "post"

_TEASERS: tuple[tuple[str, ...], ...] = (
    (TITLE,), (TITLE,), (TITLE,), (DAY, TITLE), (TITLE, DAY), (TITLE, LEAD), (TITLE, LEAD),
    (DAY, TITLE, LEAD), (TITLE, DAY, LEAD), (LEAD,),
)  # fmt: skip
_COMMENTS: tuple[tuple[str, ...], ...] = (
    (NAME, DAY, POST),
    (NAME, POST),
    (DAY, NAME, POST),
    (POST, NAME, DAY),
    (NAME, POST, DAY),
)

_LENGTHS = (3, 5, 8, 12, 20, 30, 50, 80)
_COMMENT_LENGTHS = (1, 2, 3, 5, 8, 15)
#: Items of a list whose items have leads, at most.
_MOST_WITH_LEADS = 25

#: Share of the lists that are comments, of teasers that end in a link to more, of leads that end where a
#: sentence does.
_COMMENTS_SHARE, _MORE_SHARE, _SENTENCE_SHARE = 0.2, 0.2, 0.5

_MORE = ("Read more", "More »", "...", ">>", "詳細", "Подробнее", "Lire la suite", "查看全文")
_CUTS = ("…", "...", " ...", "")
_LEAD_CHARS = (80, 120, 160, 220, 300)
_DAYS = (
    "{d:02d}.{m:02d}.{y}", "{y}-{m:02d}-{d:02d}", "{d:02d}/{m:02d}/{y}", "{h:02d}:{n:02d}",
    "{d:02d}.{m:02d}.{y} {h:02d}:{n:02d}", "{h:02d}:{n:02d} {d:02d}/{m:02d}",
)  # fmt: skip
_NAMES = (
    "anna", "Peter K.", "gast", "user{y}", "J. Miller", "Мария", "老王{d}", "sk8er_{n}", "Γιώργος", "Admin",
    "匿名", "xX{m}Xx", "Tomasz", "Lena W.", "guest {n}", "ahmed_{d}", "小明", "Jean-Luc",
)  # fmt: skip

_IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
_SENTENCE_END = re.compile(r"[.!?。！？](?:\s|$)?")

#: Others' articles that a language has to have, or English ones stand in for them.
_LEAST_OTHERS = 12


class Part(NamedTuple):
    """A piece of an item, and which one it is."""

    what: str
    text: str


class Other(NamedTuple):
    """An article of the corpora that a teaser is made of."""

    name: str
    title: str
    opening: str


class Stock(NamedTuple):
    """What lists are made of, by language."""

    others: Mapping[str, Sequence[Other]]
    posts: Mapping[str, Sequence[str]]


def is_ideographic(text: str) -> bool:
    """Whether ``text`` is mostly Chinese or Japanese."""
    return len(_IDEOGRAPH.findall(text[:500])) > 50


def language(record: Record) -> str:
    """What stands for the language of a page here: its script, else its country."""
    return "ideographic" if is_ideographic(record.text or "") else record.country or "en"


def stock(records: Iterable[Record]) -> Stock:
    """Titles and openings of the articles of ``records``, and the posts of its forums."""
    others: dict[str, list[Other]] = {}
    posts: dict[str, list[str]] = {}
    for record in records:
        lines = [line.strip() for line in (record.text or "").split("\n")]
        if record.kind == "forum":
            posts.setdefault(language(record), []).extend(line for line in lines if 20 < len(line) < 500)
        paragraphs = [line for line in lines if len(line) > 60]
        title = record.title or next((line for line in lines if 15 < len(line) <= 60), "")
        if record.kind == "article" and title and paragraphs:
            other = Other(record.name, title.strip()[:140], paragraphs[0])
            others.setdefault(language(record), []).append(other)
    return Stock(others, posts)


def make_list(record: Record, have: Stock, chance: random.Random, most: int = 80) -> list[list[Part]]:
    """The items of one list that could stand on the page of ``record``: teasers, or comments."""
    key = language(record)
    others = have.others.get(key, ())
    if len(others) < _LEAST_OTHERS:
        key, others = "en", have.others.get("en", ())
    day = chance.choice(_DAYS)
    if record.kind == "article" and chance.random() < _COMMENTS_SHARE:
        posts = have.posts.get(key, ())
        form = chance.choice(_COMMENTS)
        chosen = chance.sample(posts, min(chance.choice(_COMMENT_LENGTHS), most, len(posts)))
        return [[_part(what, "", post, day, chance) for what in form] for post in chosen]
    form = chance.choice(_TEASERS)
    length = min(chance.choice(_LENGTHS), most, _MOST_WITH_LEADS if LEAD in form else most, len(others))
    form = (*form, MORE) if chance.random() < _MORE_SHARE else form
    teased = [other for other in chance.sample(others, length) if other.name != record.name]
    return [[_part(what, other.title, other.opening, day, chance) for what in form] for other in teased]


def _part(what: str, title: str, text: str, day: str, chance: random.Random) -> Part:
    if what in (TITLE, POST):
        return Part(what, title if what == TITLE else text)
    if what == LEAD:
        return Part(what, _lead(text, chance))
    pattern = {DAY: day, MORE: chance.choice(_MORE), NAME: chance.choice(_NAMES)}[what]
    numbers = {"d": 28, "m": 12, "h": 23, "n": 59}
    return Part(
        what,
        pattern.format(
            y=chance.randint(2003, 2024), **{key: chance.randint(1, end) for key, end in numbers.items()}
        ),
    )


def _lead(paragraph: str, chance: random.Random) -> str:
    """The opening of an article as a teaser shows it: whole sentences, or cut off."""
    most = chance.choice(_LEAD_CHARS) // (2 if is_ideographic(paragraph * 4) else 1)
    if len(paragraph) <= most:
        return paragraph
    ends = [match.end() for match in _SENTENCE_END.finditer(paragraph) if match.end() > 30]
    if ends and chance.random() < _SENTENCE_SHARE:
        return paragraph[: max([end for end in ends if end <= 1.3 * most], default=ends[0])].strip()
    return paragraph[:most].rsplit(" ", 1)[0] + chance.choice(_CUTS)
