"""Verse: a stanza becomes one block, with line breaks between its lines, as it is on an HTML page.

A menu has short lines below each other too. So several stanzas must follow each other, with lines of similar
length, of which most, and the last one of each stanza, end with a pause (a comma, a full stop, ...).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from articlex.page import Block, Kind, Run, Style
from articlex.read.text.wrapping.pairs import PAUSES

#: Characters of the longest line; lines of the longest and the shortest stanza; stanzas of the shortest poem.
_LONGEST, _MOST, _FEWEST, _LEAST_STANZAS = 70, 20, 3, 2
#: Smallest share of lines that end with a pause; the longest line of a stanza over its shortest.
_LEAST_PAUSES, _MOST_TIMES = 0.5, 3
_BREAK = Run("\n", Style.BREAK)


def with_stanzas(blocks: Sequence[Block]) -> list[Block]:
    """``blocks`` with each stanza as one block, and indices counted anew."""
    shown: list[Block] = []
    poem: list[Sequence[Block]] = []
    for group in (*_groups(blocks), ()):
        if _may_be_stanza(group):
            poem.append(group)
            continue
        shown += map(_stanza, poem) if _is_verse(poem) else (block for each in poem for block in each)
        poem = []
        shown += group
    return [replace(block, index=index) for index, block in enumerate(shown)] if shown != blocks else shown


def _groups(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """Runs of blocks with no blank line between them."""
    start = 0
    for end in range(1, len(blocks) + 1):
        if end == len(blocks) or blocks[end].gap:
            yield blocks[start:end]
            start = end


def _may_be_stanza(group: Sequence[Block]) -> bool:
    if not _FEWEST <= len(group) <= _MOST or not all(map(_may_be_line, group)):
        return False
    texts = {block.text for block in group}
    alike = max(map(len, texts)) <= _MOST_TIMES * min(map(len, texts))
    return alike and len(texts) == len(group) and group[-1].text[-1] in PAUSES


def _may_be_line(block: Block) -> bool:
    alone = block.kind is Kind.PARAGRAPH and not block.within and len(block.lines) == 1
    return alone and len(block.text) <= _LONGEST


def _is_verse(poem: Sequence[Sequence[Block]]) -> bool:
    texts = [block.text for stanza in poem for block in stanza]
    pauses = sum(text[-1] in PAUSES for text in texts)
    # A line that comes back may be a refrain, if the poem is long enough to have one.
    distinct = len(set(texts)) == len(texts) or len(poem) > _LEAST_STANZAS
    return len(poem) >= _LEAST_STANZAS and pauses >= _LEAST_PAUSES * len(texts) and distinct


def _stanza(lines: Sequence[Block]) -> Block:
    runs = [run for line in lines for run in (_BREAK, *line.runs)][1:]
    return replace(
        lines[0],
        text="\n".join(line.text for line in lines),
        runs=tuple(runs),
        links=sum(line.links for line in lines),
        link_chars=sum(line.link_chars for line in lines),
        lines=tuple(raw for line in lines for raw in line.lines),
    )
