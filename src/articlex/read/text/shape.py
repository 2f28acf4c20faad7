"""What a recogniser of raw page text answers: the lines up to ``end`` are one block of a certain kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from articlex.page import Kind, Table, new_tuple
from articlex.read.text.lines import Line

_PARAGRAPH = Kind.PARAGRAPH  # see articlex.page


class Shape(NamedTuple):
    """One block, as recognised in some lines. ``end`` is the place of the first line behind it."""

    kind: Kind
    end: int
    text: str
    level: int = 0
    table: Table | None = None
    language: str = ""
    href: str | None = None


def paragraph(end: int, text: str) -> Shape:
    """A paragraph, as most blocks are, in 0.6 of the time of calling the class."""
    return new_tuple(Shape, (_PARAGRAPH, end, text, 0, None, "", None))


#: Takes lines and a place among them; returns the block that begins there, or None. Before it returns None it
#: may look at a bounded number of lines only, or at a run that it refuses to look at again: else a page of
#: near misses would take quadratic time.
Recogniser = Callable[[Sequence[Line], int], Shape | None]
