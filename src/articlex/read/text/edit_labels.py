"""Headings of a wiki in raw page text: behind each stands, without a blank, the label of a button.

MediaWiki prints "History[edit]", "Geschichte[Bearbeiten | Quelltext bearbeiten]" and the like. No other
lines end with one label that stands nowhere else: signs of footnotes are figures, a remark follows a
sentence, and what programs write in brackets stands inside of lines too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articlex.page import Block, Kind
from articlex.read.text.headings import SETEXT
from articlex.read.text.lines import Line
from articlex.read.text.markdown import ADDRESS
from articlex.regex import regex

LABELLED = regex(r"([^\W_][^\[\]=;{}$\\]{0,118}[^\W_][)”»\"!?]?)(\[ ?[^\W\d_][^\[\]\d_]{0,58}[^\W\d_] ?\])")
#: The same where a program has made Markdown of the page: each word is a link, or two are.
LINK = rf"\[([^\[\]\d]{{2,60}})\]\({ADDRESS}(?: \"[^\"]*\")?\)"
LINKED = regex(rf"([^\n]*[^\s\\]) ?\\?\[ ?{LINK}(?: ?\| ?{LINK})? ?\\?\]")
#: The same in a line of its own below the heading.
LABEL = regex(rf"\\?\[ ?{LINK}(?: ?\| ?{LINK})? ?\\?\]")
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


def without_edit_links(lines: list[Line]) -> list[Line]:
    """``lines`` of Markdown without the labels behind headings or below them, which are links there."""
    lines = _without_lines(lines)
    found = {
        place: match
        for place, line in enumerate(lines)
        if line.text[-1] == "]" and _is_heading(lines, place) and (match := LINKED.fullmatch(line.text))
    }
    times = Counter(match.group(2, 3) for match in found.values())
    label, most = times.most_common(1)[0] if times else ((), 0)
    if most < MIN_HEADINGS:
        return lines
    texts = {place: match[1] for place, match in found.items() if match.group(2, 3) == label}
    return [
        line._replace(text=texts[place], raw=texts[place]) if place in texts else line
        for place, line in enumerate(lines)
    ]


def _without_lines(lines: list[Line]) -> list[Line]:
    """``lines`` of Markdown without the labels in lines of their own right below headings."""
    found = {
        place: match.group(1, 2)
        for place, line in enumerate(lines)
        if line.text[-1] == "]"
        and place
        and (_is_heading(lines, place - 1) or SETEXT.match(lines[place - 1].text))
        and (match := LABEL.fullmatch(line.text))
    }
    label, most = Counter(found.values()).most_common(1)[0] if found else ((), 0)
    if most < MIN_HEADINGS:
        return lines
    return [line for place, line in enumerate(lines) if found.get(place) != label]


def _is_heading(lines: Sequence[Line], place: int) -> bool:
    if lines[place].text[0] == "#":
        return True
    return place + 1 < len(lines) and not lines[place + 1].gap and bool(SETEXT.match(lines[place + 1].text))


def mark_headings(blocks: Sequence[Block], numbers: set[int]) -> None:
    """Make headings of the paragraphs of one line that have those numbers."""
    for block in blocks:
        if block.line in numbers and block.kind is Kind.PARAGRAPH and len(block.lines) == 1:
            block.kind, block.level = Kind.HEADING, LEVEL
