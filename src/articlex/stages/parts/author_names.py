"""Texts that begin with the name of an author."""

from __future__ import annotations

from articlex.facts import best_fact
from articlex.page import Field, Page
from articlex.punctuation import COLONS

#: Characters of the longest note, and behind the name in the shortest: with less the line is a byline.
_MAX_CHARS, _MIN_BEYOND = 600, 12
#: Bytes of the shortest name that counts.
_MIN_NAME = 5


def author_names(page: Page) -> tuple[str, ...]:
    """The authors' names, case-folded; without names of one word in Latin script, which may be any word."""
    best = best_fact(page, Field.AUTHORS)
    names = best.value if best and isinstance(best.value, tuple) else ()
    return tuple(
        name.casefold()
        for name in names
        if len(name.encode()) >= _MIN_NAME and (" " in name or not name.isascii())
    )


def begins_with(text: str, names: tuple[str, ...]) -> bool:
    """Whether a text begins with one of the names and goes on, other than with a colon."""
    if len(text) > _MAX_CHARS:
        return False
    start = text.lstrip(" *•·–—-(（[").casefold()
    for name in names:
        if start.startswith(name) and len(start) - len(name) >= _MIN_BEYOND:
            after = start[len(name) :].lstrip()[:1]
            return after not in COLONS and not (
                after == start[len(name)] and after.isalpha() and name.isascii()
            )
    return False
