"""Whether a name has a given name in it, by the lists of ``data/given_names.txt``."""

from __future__ import annotations

from functools import cache

from articlex.data import read_data
from articlex.dates.fold import fold

#: Characters of the longest surname that stands before the given name without a space.
_LONGEST_SURNAME = 4


@cache
def _lists() -> dict[str, frozenset[str]]:
    rows = (line.partition("\t") for line in read_data("given_names.txt").splitlines())
    return {kind: frozenset(words.split()) for kind, _, words in rows}


def givenness(name: str) -> str:
    """ "first" if ``name`` begins as a person's name does, "other" if it has a given name later, else "none".

    >>> givenness("Ann Example"), givenness("Key Features"), givenness("山田太郎")
    ('first', 'none', 'first')
    """
    lists = _lists()
    given = lists["given"]
    words = fold(name.replace("-", " ")).split()
    if words and words[0].strip(".") in given:
        return "first"
    if (
        len(name) <= 8
        and not name.isascii()
        and any(
            name[:size] in lists["surname"] for size in range(1, min(_LONGEST_SURNAME, len(name) - 1) + 1)
        )
    ):
        return "first"
    return "other" if any(word in given for word in words[1:]) else "none"
