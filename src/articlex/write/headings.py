"""The levels of the body's headings below the headline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from articlex.page import Block, Kind
from articlex.tokens import fold
from articlex.write.structure import without_summaries

if TYPE_CHECKING:
    from articlex.article import Article

_HEADING = Kind.HEADING  # see articlex.page


class Headings:
    """The levels of one article's headings: the highest in the body becomes level 2, below the title.

    Without a title the levels stay as on the page. A heading that repeats the title is not printed again,
    unless one of ``several`` articles may be called as their file is.
    """

    __slots__ = ("_repeated", "_shift", "_top")

    def __init__(self, body: Iterable[Block], title: str | None, *, several: bool = False) -> None:
        key = fold(title or "")
        self._repeated = "" if several else key
        self._top = 2 if key else 1
        stated = (b for b in body if b.kind is _HEADING and b.level)
        levels = [block.level for block in stated if not key or fold(block.text) != self._repeated]
        self._shift = 2 - min(levels) if levels and key else 0

    def level(self, block: Block) -> int:
        """The level at which to print ``block``, from 1 to 6; 0 for a heading that repeats the title."""
        if self._repeated and fold(block.text) == self._repeated:
            return 0
        return min(6, max(self._top, block.level + self._shift))


def headings_of(article: Article) -> Headings:
    """The levels of the headings of ``article``. What is in a <summary> is printed as such, and is none."""
    body = without_summaries(article.body, article.page.nodes)
    return Headings(body, article.title, several=article.page.collection)


def without_title(body: Sequence[Block], title: str | None) -> Sequence[Block]:
    """The body without its first paragraph if that only repeats the title."""
    key = fold(title or "")
    for place, block in enumerate(body):
        if block.text:
            is_title = bool(key) and block.kind is Kind.PARAGRAPH and fold(block.text) == key
            return (*body[:place], *body[place + 1 :]) if is_title and len(body) > 1 else body
    return body
