"""Whether a name has a given name in it, by the lists of ``data/given_names.txt``."""

from __future__ import annotations

from functools import cache

from articlex.data import read_data
from articlex.dates.fold import fold

#: Characters of the longest surname that stands before the given name without a space.
_LONGEST_SURNAME = 4


@cache
def _list(kind: str) -> frozenset[str]:
    """The names of one kind. Apart, because most pages need those of one script alone."""
    start = f"{kind}\t"
    lines = (line for line in read_data("given_names.txt").splitlines() if line.startswith(start))
    return frozenset(next(lines).removeprefix(start).split())


def _is_given(word: str) -> bool:
    return word in _list("given-ascii" if word.isascii() else "given-other")


def givenness(name: str) -> str:
    """ "first" if ``name`` begins as a person's name does, "other" if it has a given name later, else "none".

    >>> givenness("Ann Example"), givenness("Key Features"), givenness("山田太郎")
    ('first', 'none', 'first')
    """
    words = fold(name.replace("-", " ")).split()
    if words and _is_given(words[0].strip(".")):
        return "first"
    if (
        len(name) <= 8
        and not name.isascii()
        and any(
            name[:size] in _list("surname") for size in range(1, min(_LONGEST_SURNAME, len(name) - 1) + 1)
        )
    ):
        return "first"
    return "other" if any(map(_is_given, words[1:])) else "none"
