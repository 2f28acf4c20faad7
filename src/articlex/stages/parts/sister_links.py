"""Runs of lines of raw page text that say the headline with another end: links to the sister pages of one
that is made for many towns, signs or dates, "Plumber in Oldbury", "Plumber in Tarrant"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.page import Block
from articlex.tokens import fold

#: Words that all lines begin with, words that follow, and lines of a run.
_LEAST_COMMON, _MOST_OTHER, _LEAST_LINES = 2, 4, 5
#: Characters of a line at most.
_LONGEST = 90


def sister_links(blocks: Sequence[Block], title: str) -> Iterator[Block]:
    """The blocks of runs of lines that all begin as ``title`` does, and none of which goes on like it."""
    words = fold(title).split()
    first = words[0][0] if words else ""
    run: list[tuple[Block, list[str]]] = []
    for block in blocks:
        said = fold(block.text).split() if _may_begin(block.text, first) else []
        if _common(said, words) >= _LEAST_COMMON and said != words:
            run.append((block, said))
        else:
            yield from _sisters(run, words)
            run = []
    yield from _sisters(run, words)


def _sisters(run: Sequence[tuple[Block, list[str]]], words: Sequence[str]) -> Iterator[Block]:
    """The blocks of a run of several lines whose ends differ, and are as short as that of the title."""
    if len({tuple(said) for _, said in run}) < max(_LEAST_LINES, len(run)):
        return
    common = min(_common(said, words) for _, said in run)
    if all(0 < len(said) - common <= _MOST_OTHER for said in (words, *(said for _, said in run))):
        yield from (block for block, _ in run)


def _may_begin(text: str, first: str) -> bool:
    """Whether a line is short and its first letter may be that of the title: most begin with another one, and
    it takes long to fold them all."""
    if not 0 < len(text) <= _LONGEST:
        return False
    letter = text[0]
    return letter.casefold() == first or not (letter.isascii() and letter.isalnum())


def _common(said: Sequence[str], words: Sequence[str]) -> int:
    """The number of words with which both begin."""
    count = 0
    for one, other in zip(said, words, strict=False):
        if one != other:
            break
        count += 1
    return count
