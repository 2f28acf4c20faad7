"""Finding the words of a list in a text without a pattern of all of them, which takes milliseconds to
compile."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from articlex.regex import WORD


class Words(NamedTuple):
    """Case-folded words and phrases by their first two characters (or their only one), longest first."""

    by_start: dict[str, tuple[str, ...]]

    def may_begin(self, text: str) -> bool:
        """Whether a text that is not folded yet may begin with one of the words: a cheap test."""
        start = text[:2].casefold()
        return start[:2] in self.by_start or start[:1] in self.by_start

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


def fold_in_place(text: str) -> str:
    """``text`` case-folded with the same length: characters that would become two are kept."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(each if len(each := character.casefold()) == 1 else character for character in text)


def word_starts(text: str) -> list[int]:
    """The offsets in ``text`` at which words begin: letters behind no letter and no low line. (A digit before
    a word ends a date that lost its space.)"""
    starts = [match.start() for match in WORD.finditer(text)]
    return [start for start in starts if text[start - 1 : start] != "_"] if "_" in text else starts
