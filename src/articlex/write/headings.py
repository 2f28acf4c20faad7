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

    Without a title the levels stay as on the page. A heading that repeats the title is not printed again.
    """

    __slots__ = ("_shift", "_title")

    def __init__(self, body: Iterable[Block], title: str | None) -> None:
        self._title = fold(title or "")
        stated = (b for b in body if b.kind is _HEADING and b.level)
        levels = [block.level for block in stated if fold(block.text) != self._title]
        self._shift = 2 - min(levels) if levels and self._title else 0

    def level(self, block: Block) -> int:
        """The level at which to print ``block``, from 1 to 6; 0 for a heading that repeats the title."""
        if self._title and fold(block.text) == self._title:
            return 0
        return min(6, max(2 if self._title else 1, block.level + self._shift))


def headings_of(article: Article) -> Headings:
    """The levels of the headings of ``article``. What is in a <summary> is printed as such, and is none."""
    return Headings(without_summaries(article.body, article.page.nodes), article.title)


def without_title(body: Sequence[Block], title: str | None) -> Sequence[Block]:
    """The body without its first paragraph if that only repeats the title."""
    key = fold(title or "")
    for place, block in enumerate(body):
        if block.text:
            is_title = bool(key) and block.kind is Kind.PARAGRAPH and fold(block.text) == key
            return (*body[:place], *body[place + 1 :]) if is_title and len(body) > 1 else body
    return body
