"""Lists as they are around articles, teasers and comments of readers, put together from the corpora.

The corpora have few short articles among long lists of others, and on such pages the scorer took the lists
for content. Here titles and openings of other articles become teasers, and posts of forums comments, with the
parts and in the order that sites give them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from articlex.language import detect
from articlex_lab.corpora.annotated import Record

if TYPE_CHECKING:
    from babel import Locale

#: The parts of an item.
TITLE, LEAD, DAY, MORE, NAME, POST = "title", "lead", "day", "more", "name", "post"

#: What is before the items of a list in raw page text.
BULLETS = ("", "", "", "* ", "• ", "- ", "» ")

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
_COMMENT_LENGTHS = (1, 2, 3, 5, 8, 15, 25, 40)
#: The most items of a list with leads.
_MOST_WITH_LEADS = 40

#: Shares of the lists that are comments, of the teasers that end in a link to more, and of the leads that end
#: at a full stop or the like.
_COMMENTS_SHARE, _MORE_SHARE, _SENTENCE_SHARE = 0.2, 0.2, 0.5

#: Share of the lists that are about the subject of the article itself.
_OWN_SHARE = 0.5

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

#: The most characters of a heading, and the most headings from one page.
_MOST_HEADING, _HEADINGS_OF_A_PAGE = 45, 12

#: Articles, pages or names that a language has to have; with fewer English ones are taken.
_LEAST_OTHERS = 12


Item = TypeVar("Item")


class Part(NamedTuple):
    """A part of an item: which one it is ("title", ...), and its text."""

    what: str
    text: str


class Other(NamedTuple):
    """An article of which teasers are made."""

    name: str
    title: str
    opening: str


class Stock(NamedTuple):
    """What lists are made of, by language."""

    others: Mapping[str, Sequence[Other]]
    posts: Mapping[str, Sequence[str]]
    #: Headings of pages, which become entries of menus and headings of widgets.
    headings: Mapping[str, Sequence[str]]
    #: Pages whose chrome is put on others.
    pages: Mapping[str, Sequence[Record]]


def is_ideographic(text: str) -> bool:
    """Whether ``text`` is mostly Chinese or Japanese."""
    return len(_IDEOGRAPH.findall(text[:500])) > 50


def language(record: Record) -> str:
    """The code of the language of the gold text, "en" where it is not detected."""
    detected = detect(record.text or "")
    return detected.codes[0] if detected and detected.codes else "en"


def stock(records: Iterable[Record]) -> Stock:
    """What the pages of ``records`` give: articles, posts of forums, headings, and the pages themselves."""
    others: dict[str, list[Other]] = {}
    posts: dict[str, list[str]] = {}
    headings: dict[str, list[str]] = {}
    pages: dict[str, list[Record]] = {}
    for record in records:
        key = language(record)
        lines = [line.strip() for line in (record.text or "").split("\n")]
        pages.setdefault(key, []).append(record)
        if record.kind == "forum":
            posts.setdefault(key, []).extend(line for line in lines if 20 < len(line) < 500)
        short = [line for line in lines if 3 < len(line) <= _MOST_HEADING and line[0].isalpha()]
        headings.setdefault(key, []).extend(short[:_HEADINGS_OF_A_PAGE])
        paragraphs = [line for line in lines if len(line) > 60]
        title = record.title or next((line for line in lines if 15 < len(line) <= 60), "")
        if record.kind == "article" and title and paragraphs:
            other = Other(record.name, title.strip()[:140], paragraphs[0])
            others.setdefault(key, []).append(other)
    return Stock(others, posts, headings, pages)


def stocked_language(stocked: Mapping[str, Sequence[Item]], key: str) -> str:
    """The language ``key``, or English where there is little in ``key``."""
    return key if len(stocked.get(key, ())) >= _LEAST_OTHERS else "en"


def some_of(stocked: Mapping[str, Sequence[Item]], key: str) -> Sequence[Item]:
    """What is stocked in the language ``key``, or in English where that is little."""
    return stocked.get(stocked_language(stocked, key), ())


def sample_of(items: Iterable[Item], counts: Sequence[int], chance: random.Random) -> list[Item]:
    """Some of ``items``, as many as one of ``counts`` says or as there are."""
    every = list(items)
    return chance.sample(every, min(chance.choice(counts), len(every)))


@cache
def locale_of(key: str) -> Locale:
    """The locale of a language, the English one where CLDR does not have it."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(key)
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en")


def another(record: Record, have: Stock, chance: random.Random) -> Record | None:
    """A page in the same language, or an English one where there are few; None if it is the page itself."""
    pages = some_of(have.pages, language(record))
    other = chance.choice(pages) if pages else None
    return None if other is None or other.name == record.name else other


def make_list(
    record: Record,
    have: Stock,
    chance: random.Random,
    most: int = 80,
    own: Sequence[str] = (),
    comments: bool = False,
) -> list[list[Part]]:
    """The items, up to ``most``, of a list that could be on the page of ``record``: teasers, or ``comments``.

    ``own`` are paragraphs that were cut from the article of the page. In some lists teasers begin with them,
    and comments where the language has no posts: lists around an article often share its subject and its
    words.
    """
    key = stocked_language(have.others, language(record))
    others = have.others.get(key, ())
    if own and chance.random() < _OWN_SHARE:
        others = [_related(other, chance.choice(own), chance) for other in others]
    day = chance.choice(_DAYS)
    if comments or (record.kind == "article" and chance.random() < _COMMENTS_SHARE):
        posts = have.posts.get(key) or [_lead(other.opening, chance) for other in others[:_MOST_WITH_LEADS]]
        form = chance.choice(_COMMENTS)
        chosen = chance.sample(posts, min(chance.choice(_COMMENT_LENGTHS), most, len(posts)))
        return [[_part(what, "", post, day, chance) for what in form] for post in chosen]
    form = chance.choice(_TEASERS)
    length = min(chance.choice(_LENGTHS), most, _MOST_WITH_LEADS if LEAD in form else most, len(others))
    form = (*form, MORE) if chance.random() < _MORE_SHARE else form
    teased = [other for other in chance.sample(others, length) if other.name != record.name]
    return [[_part(what, other.title, other.opening, day, chance) for what in form] for other in teased]


def _related(other: Other, paragraph: str, chance: random.Random) -> Other:
    """``other`` with ``paragraph`` as its opening, or with a title from it."""
    opening = chance.choice((paragraph, other.opening))
    title = paragraph[: chance.randint(25, 80)].rsplit(" ", 1)[0] if opening is not paragraph else other.title
    return other._replace(title=title, opening=opening)


def _part(what: str, title: str, text: str, day: str, chance: random.Random) -> Part:
    if what in (TITLE, POST):
        return Part(what, title if what == TITLE else text)
    if what == LEAD:
        return Part(what, _lead(text, chance))
    pattern = {DAY: day, MORE: chance.choice(_MORE), NAME: chance.choice(_NAMES)}[what]
    return Part(what, _filled(pattern, chance))


def random_name(chance: random.Random) -> str:
    """The name of somebody who comments."""
    return _filled(chance.choice(_NAMES), chance)


def random_day(chance: random.Random) -> str:
    """A day, a time or both, as a site prints it."""
    return _filled(chance.choice(_DAYS), chance)


def _filled(pattern: str, chance: random.Random) -> str:
    year = chance.randint(2003, 2024)
    others = {key: chance.randint(1, end) for key, end in (("d", 28), ("m", 12), ("h", 23), ("n", 59))}
    return pattern.format(y=year, **others)


def _lead(paragraph: str, chance: random.Random) -> str:
    """The opening of an article as a teaser shows it: up to the end of a sentence, or cut off."""
    most = chance.choice(_LEAD_CHARS) // (2 if is_ideographic(paragraph * 4) else 1)
    if len(paragraph) <= most:
        return paragraph
    ends = [match.end() for match in _SENTENCE_END.finditer(paragraph) if match.end() > 30]
    if ends and chance.random() < _SENTENCE_SHARE:
        return paragraph[: max([end for end in ends if end <= 1.3 * most], default=ends[0])].strip()
    return paragraph[:most].rsplit(" ", 1)[0] + chance.choice(_CUTS)
