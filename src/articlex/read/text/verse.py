"""Verse: a stanza is one block, with line breaks between its lines, as it is on an HTML page.

Lines of a menu stand below each other too, so most lines must end as clauses do, and the last one of each
stanza, their lengths must be alike, and several stanzas follow each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from articlex.page import Block, Kind, Run, Style
from articlex.read.text.wrapping.pairs import PAUSES

#: Characters of the longest line of verse, lines of the longest and of the shortest stanza, and stanzas.
_LONGEST, _MOST, _FEWEST, _LEAST_STANZAS = 70, 20, 3, 2
#: Share of the lines that end with a pause; how many times longer one line of a stanza is than another.
_LEAST_PAUSES, _MOST_TIMES = 0.5, 3
_BREAK = Run("\n", Style.BREAK)


def with_stanzas(blocks: Sequence[Block]) -> list[Block]:
    """``blocks`` with each stanza as one, counted anew."""
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
    """The blocks between which no blank line stands."""
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
    apart = len(set(texts)) == len(texts) or len(poem) > _LEAST_STANZAS  # a refrain comes back
    return len(poem) >= _LEAST_STANZAS and pauses >= _LEAST_PAUSES * len(texts) and apart


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
