"""Finding the words of a list in a text without a pattern of all of them, which takes milliseconds to
compile."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from articlex.memoize import memoized
from articlex.regex import regex

#: Where a word may begin: not behind a letter. (A digit before it ends a date that lost its space.)
_STARTS = regex(r"(?:(?<!\w)|(?<=\d))[^\W\d_]")

#: Size of the cache of folded texts: each byline is searched for several kinds of words.
_REMEMBERED = 256


class Words(NamedTuple):
    """Case-folded words and phrases by their first two characters (or their only one), longest first."""

    by_start: dict[str, tuple[str, ...]]

    def at(self, folded: str, start: int = 0) -> int:
        """The length of the longest word that begins at ``start`` of a folded text; 0 if none does."""
        for size in (2, 1):
            for word in self.by_start.get(folded[start : start + size], ()):
                if folded.startswith(word, start):
                    return len(word)
        return 0


def word_table(found: Iterable[str]) -> Words:
    """The words of ``found`` as a table."""
    table: dict[str, list[str]] = {}
    for word in sorted(found, key=lambda word: (-len(word), word)):
        table.setdefault(word[:2], []).append(word)
    return Words({start: tuple(same) for start, same in table.items()})


@memoized(_REMEMBERED)
def fold_in_place(text: str) -> str:
    """``text`` case-folded with the same length: characters that would become two are kept."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(each if len(each := character.casefold()) == 1 else character for character in text)


def word_starts(text: str) -> list[int]:
    """The offsets in ``text`` at which words begin."""
    return [match.start() for match in _STARTS.finditer(text)]
