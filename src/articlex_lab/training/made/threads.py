"""Threads of a board, put together from the corpora: posts, replies, and what boards print around each.

The corpora have few threads. On the worst of them short replies are lost, and buttons and counters of posts
are taken for text. Here posts are lines of gold texts, many of them cut to a few words, among names, ranks,
counters, buttons, quotations and signatures from ``boards.toml``.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from articlex_lab.corpora.annotated import Record
from articlex_lab.training.made.listings import Stock, is_ideographic, language

#: How many posts a thread has, and how many paragraphs the first post and a long reply have.
_POSTS = (2, 3, 4, 6, 8, 10, 15, 20)
_OPENING, _SEVERAL = (1, 6), (2, 4)

#: Shares of the replies of a few words, and of one paragraph; the others are long.
_SHORT_SHARE, _ONE_SHARE = 0.45, 0.35
_SHORT_WORDS, _SHORT_IDEOGRAPHS = (1, 12), (2, 20)

#: Share of the threads that have a certain part (numbers, buttons, ...); and share of the posts that have a
#: quotation or a signature where the thread has them.
_PART_SHARE, _POST_SHARE = 0.5, 0.4
#: Share of the buttons that have a count.
_COUNTED_SHARE = 0.15

#: The least and the most characters of a line that may be said, and the fewest lines that make a thread.
_LEAST, _MOST, _LEAST_SAID = 15, 900, 8

_NUMBERS = ("#{}", "{}", "{}#", "No. {}", "Post {}")
_MONTHS = tuple("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())
_SENTENCE_END = re.compile(r"(?<=[.!?。！？;])\s*")


class Post(NamedTuple):
    """A post and what is around it; only ``paragraphs`` are main content."""

    name: str
    about: list[str]
    day: str
    number: str
    quote: list[str]
    paragraphs: list[str]
    signature: str
    buttons: list[str]


class Thread(NamedTuple):
    """A thread; ``before`` and ``after`` are lines of the board above and below all posts."""

    title: str
    posts: list[Post]
    before: list[str]
    after: list[str]

    @property
    def text(self) -> str:
        """The gold text."""
        return "\n".join([self.title, *(line for post in self.posts for line in post.paragraphs)])


def make_thread(record: Record, have: Stock, chance: random.Random) -> Thread | None:
    """A thread made of the text of ``record``; None where there is too little text."""
    said = _said(record, have, chance)
    if len(said) < _LEAST_SAID:
        return None
    board = _Board(language(record), chance)
    posts: list[Post] = []
    for _ in range(chance.choice(_POSTS)):
        posts.append(board.post(posts, _paragraphs(said, not posts, chance)))
    title = _flat(record.title or said[0])[:140]
    return Thread(title, posts, board.around(), board.around())


@cache
def _boards() -> Mapping[str, Any]:
    return tomllib.loads((Path(__file__).with_name("boards.toml")).read_text("utf-8"))


class _Board:
    """One board: which parts its posts have, and how it words them."""

    def __init__(self, key: str, chance: random.Random) -> None:
        boards = _boards()
        self.chance = chance
        languages = [value for value in boards.values() if isinstance(value, dict)]
        self.words = boards[key] if key in boards else chance.choice(languages)
        self.signatures: list[str] = boards["signatures"]
        self.day: str = chance.choice(boards["days"])
        self.buttons = self._some("buttons", 5)
        self.about = self._some("about", 4)
        self.number = chance.choice(_NUMBERS)
        parts = ("number", "buttons", "quote", "signature", "about", "rank")
        self.parts = {part for part in parts if chance.random() < _PART_SHARE}
        self.names = [self.filled(chance.choice(boards["names"])) for _ in range(chance.randint(2, 8))]

    def post(self, before: Sequence[Post], paragraphs: list[str]) -> Post:
        """The next post of a thread, after the posts ``before``."""
        chance, parts = self.chance, self.parts
        ranks = [chance.choice(self.words["ranks"])] if "rank" in parts else []
        quote: list[str] = []
        if before and "quote" in parts and chance.random() < _POST_SHARE:
            quoted = chance.choice(before)
            quote = [self.filled(self.words["wrote"], quoted.name), quoted.paragraphs[0]]
        signed = "signature" in parts and chance.random() < _POST_SHARE
        return Post(
            name=chance.choice(self.names),
            about=[*ranks, *(self.filled(line) for line in self.about if "about" in parts)],
            day=self.filled(self.day),
            number=self.number.format(len(before) + 1) if "number" in parts else "",
            quote=quote,
            paragraphs=paragraphs,
            signature=chance.choice(self.signatures) if signed else "",
            buttons=[self._counted(button) for button in self.buttons if "buttons" in parts],
        )

    def around(self) -> list[str]:
        """Some lines above or below all posts."""
        return [self.filled(line) for line in self._some("around", 4)]

    def filled(self, line: str, name: str = "") -> str:
        """``line`` with the name and random numbers, days and places in place of ``{name}``, ``{year}``,
        ..."""
        pick = self.chance.randint
        return line.format(
            name=name,
            year=pick(2003, 2024),
            few=pick(1, 12),
            day=pick(1, 28),
            hour=pick(0, 23),
            minute=pick(1, 59),
            count=f"{pick(1, 9999):,}",
            month=self.chance.choice(_MONTHS),
            place=self.chance.choice(_boards()["places"]),
        )

    def _some(self, what: str, most: int) -> list[str]:
        lines = self.words[what]
        return self.chance.sample(lines, self.chance.randint(1, min(most, len(lines))))

    def _counted(self, button: str) -> str:
        if self.chance.random() >= _COUNTED_SHARE:
            return button
        return self.chance.choice(("{} ({})", "{} {}")).format(button, self.chance.randint(1, 99))


def _said(record: Record, have: Stock, chance: random.Random) -> Sequence[str]:
    """The lines that people may say: of the page, and of up to two other pages in its language."""
    pages = have.pages.get(language(record), ())
    others = chance.sample(pages, min(len(pages), chance.randint(0, 2)))
    lines = (_flat(line) for page in (record, *others) for line in (page.text or "").split("\n"))
    return [line for line in lines if _LEAST <= len(line) <= _MOST]


def _paragraphs(said: Sequence[str], first: bool, chance: random.Random) -> list[str]:
    """The paragraphs of one post."""
    if first:
        start = chance.randrange(len(said))
        return list(said[start : start + chance.randint(*_OPENING)])
    kind = chance.random()
    if kind < _SHORT_SHARE:
        return [_few_words(chance.choice(said), chance)]
    if kind < _SHORT_SHARE + _ONE_SHARE:
        return [_sentences(chance.choice(said), chance)]
    return [_sentences(line, chance) for line in chance.sample(said, chance.randint(*_SEVERAL))]


def _flat(line: str) -> str:
    return " ".join(line.split())


def _sentences(line: str, chance: random.Random) -> str:
    """Up to three sentences of a line."""
    parts = [part for part in _SENTENCE_END.split(line) if part]
    start = chance.randrange(len(parts))
    return " ".join(parts[start : start + chance.randint(1, 3)])


def _few_words(line: str, chance: random.Random) -> str:
    """The first words of a sentence of the line, mostly with an end of its own."""
    sentence = _sentences(line, chance)
    if is_ideographic(sentence * 60):
        return sentence[: chance.randint(*_SHORT_IDEOGRAPHS)]
    words = sentence.split()[: chance.randint(*_SHORT_WORDS)]
    return " ".join(words) + chance.choice(("", ".", "!", "?"))
