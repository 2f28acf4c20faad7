"""Headings of a wiki in raw page text: behind each stands, without a blank, the label of a button.

MediaWiki prints "History[edit]", "Geschichte[Bearbeiten | Quelltext bearbeiten]" and the like. No other
lines end with one label that stands nowhere else: signs of footnotes are figures, a remark follows a
sentence, and what programs write in brackets stands inside of lines too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articlex.page import Block, Kind
from articlex.read.text.lines import Line
from articlex.regex import regex

LABELLED = regex(r"([^\W_][^\[\]=;{}$\\]{0,118}[^\W_][)”»\"!?]?)(\[ ?[^\W\d_][^\[\]\d_]{0,58}[^\W\d_] ?\])")
#: Headings that must have the label.
MIN_HEADINGS = 2
LEVEL = 2


def without_edit_labels(lines: list[Line]) -> tuple[list[Line], set[int]]:
    """``lines`` without the labels behind headings, and the numbers of the lines that are such headings."""
    found = {
        place: match
        for place, line in enumerate(lines)
        if line.text[-1] == "]" and not line.text[0].islower() and (match := LABELLED.fullmatch(line.text))
    }
    label, times = Counter(match[2] for match in found.values()).most_common(1)[0] if found else ("", 0)
    headings = {place: match[1] for place, match in found.items() if match[2] == label}
    enough = times >= MIN_HEADINGS and len(set(headings.values())) > 1
    if not enough or sum(label in line.text for line in lines) > times:
        return lines, set()
    shown = [
        line._replace(text=headings[place], raw=headings[place], gap=max(line.gap, 1))
        if place in headings
        else line
        for place, line in enumerate(lines)
    ]
    return shown, {lines[place].number for place in headings}


def mark_headings(blocks: Sequence[Block], numbers: set[int]) -> None:
    """Make headings of the paragraphs of one line that have those numbers."""
    for block in blocks:
        if block.line in numbers and block.kind is Kind.PARAGRAPH and len(block.lines) == 1:
            block.kind, block.level = Kind.HEADING, LEVEL
