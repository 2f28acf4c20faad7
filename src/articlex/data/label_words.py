"""Finding words of a list in a text, without a pattern of all of them: compiling one takes milliseconds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from articlex.memoize import memoized
from articlex.regex import regex

#: Where a word may begin: behind no letter. (A digit before it is the end of a date that lost its space.)
_STARTS = regex(r"(?:(?<!\w)|(?<=\d))[^\W\d_]")

#: Texts whose fold is remembered: each byline is asked for several kinds of words.
_REMEMBERED = 256


class Words(NamedTuple):
    """Case-folded words and phrases by their first two characters, the longest first."""

    by_start: dict[str, tuple[str, ...]]

    def at(self, folded: str, start: int = 0) -> int:
        """Length of the longest word that begins at ``start`` of a folded text; 0 if none does."""
        for word in self.by_start.get(folded[start : start + 2], ()):
            if folded.startswith(word, start):
                return len(word)
        for word in self.by_start.get(folded[start : start + 1], ()):
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
    """``text`` case-folded, each character in its place: those that would become two are kept."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(each if len(each := character.casefold()) == 1 else character for character in text)


def word_starts(text: str) -> list[int]:
    """Where words begin in ``text``."""
    return [match.start() for match in _STARTS.finditer(text)]
