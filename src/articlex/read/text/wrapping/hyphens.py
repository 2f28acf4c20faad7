"""Hyphens at the ends of hard-wrapped lines: those of hyphenation, and those that belong to a compound.

The page decides: the word or the compound occurs elsewhere on it, or far more lines end in a hyphen than
compounds would explain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from articlex.read.text.lines import Line
from articlex.read.text.wrapping.pairs import is_hyphenated
from articlex.read.text.wrapping.paragraphs import flows
from articlex.regex import regex

_WORD = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: The same for lower-case ASCII, in a third of the time.
_ASCII_WORD = regex(r"[a-z]+(?:-[a-z]+)*")
_LAST = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*-$")
#: No word is longer.
_LONGEST = 60

#: A page is hyphenated if so many of its wrapped lines (FEWEST if it has no compounds), such a share of them,
#: and so many for each compound inside its lines end in a hyphen. Of 290 pages wrapped at 66 columns, whose
#: compounds may be broken, none seems hyphenated; with 2, 3 and 4 ends 7, 0 and 0 would. On hyphenated pages
#: 96 % of the words are whole again, 99.5 % if every line has a hyphen; half of the compounds lose theirs.
_MIN_ENDS = 3
_FEWEST = 2
_MIN_SHARE = 0.05
_PER_COMPOUND = 0.25


class Hyphens(NamedTuple):
    """What a page shows of hyphens: whether words are ``parted`` at the ends of its lines, the words and
    compounds elsewhere on it, and the first parts of those compounds; all casefolded."""

    parted: bool = False
    words: frozenset[str] = frozenset()
    firsts: frozenset[str] = frozenset()


def hyphens_of(lines: Sequence[Line], widths: Sequence[int]) -> Hyphens:
    """What ``lines``, wrapped at ``widths``, show of hyphens; on most pages no line ends in one."""
    places = [
        place
        for place, (line, following) in enumerate(pairwise(lines))
        if line.text[-1] == "-" and is_hyphenated(line, following) and flows(line, following, widths[place])
    ]
    if not places:
        return Hyphens()
    known: set[str] = set()
    compounds: list[str] = []
    for words in _whole_words(lines, frozenset(places)):
        known.update(words)
        compounds += [word for word in words if "-" in word]
    ends = sum(not _is_compound(lines[place].text, lines[place + 1].text, known) for place in places)
    least = _MIN_ENDS if compounds else _FEWEST
    parted = ends >= max(least, _PER_COMPOUND * len(compounds))
    parted = parted and ends >= _MIN_SHARE * sum(map(flows, lines, lines[1:], widths))
    return Hyphens(parted, frozenset(known), frozenset(word.partition("-")[0] for word in compounds))


def parts_word(text: str, following: str, hyphens: Hyphens) -> bool:
    """Whether the hyphen at the end of ``text`` is one of hyphenation, in a word that ``following`` ends."""
    last, first = _last(text), _first(following)
    if last + first in hyphens.words:
        return True
    if not hyphens.parted or _is_compound(text, following, hyphens.words):
        return False
    return "-" not in last and "-" not in first and last not in hyphens.firsts


def _is_compound(text: str, following: str, words: Set[str]) -> bool:
    return f"{_last(text)}-{_first(following)}" in words


def _last(text: str) -> str:
    match = _LAST.search(text, max(0, len(text) - _LONGEST))
    return match[0][:-1].casefold() if match else ""


def _first(text: str) -> str:
    match = _WORD.match(text)
    return match[0].casefold() if match else ""


def _whole_words(lines: Sequence[Line], places: frozenset[int]) -> Iterator[list[str]]:
    """The words of each of ``lines``, but for those around the breaks behind ``places``."""
    for place, line in enumerate(lines):
        text = line.text.casefold()
        words = (_ASCII_WORD if text.isascii() else _WORD).findall(text)
        yield words[place - 1 in places : len(words) - (place in places)]
