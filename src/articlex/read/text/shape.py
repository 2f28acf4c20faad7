"""What a recogniser of raw page text says: the lines up to ``end`` are one block of a certain kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from articlex.page import Kind, Table
from articlex.read.text.lines import Line


class Shape(NamedTuple):
    """One block that lines make up by their shape. ``end`` is the place of the first line after it."""

    kind: Kind
    end: int
    text: str
    level: int = 0
    table: Table | None = None
    language: str = ""
    href: str | None = None


#: Looks at the lines from a place on; None when they have not its shape. A recogniser that says None has
#: looked at a bounded number of lines, or at a run that it will not look at again.
Recogniser = Callable[[Sequence[Line], int], Shape | None]
