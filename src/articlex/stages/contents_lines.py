"""A table of contents in raw page text: a run of numbered lines, each of which stands below once more, as a
heading.

A wiki prints one behind its first paragraphs, where a list of the text's own might stand. On 5 corpora 12 of
13 such runs were not in the gold text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.page import Block, Kind
from articlex.regex import regex
from articlex.tokens import fold

#: "2.1 History", as a line or an item whose number html2text has left in the text.
_ENTRY = regex(r"(\d{1,3}(?:\.\d{1,3}){0,5})[.)]? (\S.*)")
#: Entries, and characters of one.
_LEAST, _LONGEST = 2, 150
#: Words of the line above that names the table.
_NAME_WORDS = 4


def contents_lines(blocks: Sequence[Block]) -> Iterator[int]:
    """The blocks of numbered tables of contents, with the line above that names them."""
    for block in blocks:
        if block.text[:1] == "1" and (entries := _entries(blocks, block.index)):
            if _is_name(blocks, block.index - 1):
                yield block.index - 1
            yield from range(block.index, block.index + entries)


def _entries(blocks: Sequence[Block], start: int) -> int:
    """How many entries of a table begin at ``start``; 0 if none does, or their headings are not below."""
    titles: list[str] = []
    for block in blocks[start:]:
        match = _ENTRY.fullmatch(block.text) if len(block.text) <= _LONGEST else None
        if not match or (not titles and match[1] != "1"):
            break
        titles.append(fold(match[2]))
    below = iter(blocks[start + len(titles) :])
    found = sum([any(fold(block.text) == title for block in below) for title in titles])
    return len(titles) if found == len(titles) >= _LEAST else 0


def _is_name(blocks: Sequence[Block], index: int) -> bool:
    """Whether the line above a table may be its name, "Contents": it is short and no sentence."""
    if index < 0:
        return False
    block = blocks[index]
    is_short = block.text.count(" ") < _NAME_WORDS and block.text[-1:].isalpha()
    return is_short and block.kind in (Kind.HEADING, Kind.PARAGRAPH)
