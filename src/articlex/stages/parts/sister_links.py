"""Links to sister pages in raw page text: runs of lines that are the headline but for their ends.

The page was made for many towns, signs or dates: "Plumber in Oldbury", "Plumber in Tarrant".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.page import Block
from articlex.tokens import common_prefix, fold

#: Fewest words in common with the headline, most words behind those, and lines of the shortest run.
_LEAST_COMMON, _MOST_OTHER, _LEAST_LINES = 2, 4, 5
#: Characters of the longest line.
_LONGEST = 90


def sister_links(blocks: Sequence[Block], title: str) -> Iterator[Block]:
    """The blocks of runs of lines that all begin as ``title`` does and go on differently."""
    words = fold(title).split()
    first = words[0][0] if words else ""
    run: list[tuple[Block, list[str]]] = []
    for block in blocks:
        said = fold(block.text).split() if _may_begin(block.text, first) else []
        if said and common_prefix(said, words) >= _LEAST_COMMON and said != words:
            run.append((block, said))
        elif run:
            yield from _sisters(run, words)
            run = []
    yield from _sisters(run, words)


def _sisters(run: Sequence[tuple[Block, list[str]]], words: Sequence[str]) -> Iterator[Block]:
    """The blocks of a long enough run, if all lines differ and their ends and the title's are short."""
    if len({tuple(said) for _, said in run}) < max(_LEAST_LINES, len(run)):
        return
    common = min(common_prefix(said, words) for _, said in run)
    if all(0 < len(said) - common <= _MOST_OTHER for said in (words, *(said for _, said in run))):
        yield from (block for block, _ in run)


def _may_begin(text: str, first: str) -> bool:
    """Whether a line is short and may begin with the letter ``first``. Most lines begin with another one, and
    to fold them all takes long."""
    if not 0 < len(text) <= _LONGEST:
        return False
    letter = text[0]
    return letter.casefold() == first or not (letter.isascii() and letter.isalnum())
