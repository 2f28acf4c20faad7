"""Headings of a wiki in raw page text: behind each stands, without a blank, the label of a button.

MediaWiki prints "History[edit]", "Geschichte[Bearbeiten | Quelltext bearbeiten]" and the like. No other
lines end with one label that stands nowhere else: signs of footnotes are figures, a remark follows a
sentence, and what programs write in brackets stands inside of lines too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from articlex.page import Block, Kind
from articlex.read.text.headings import SETEXT
from articlex.read.text.lines import Line
from articlex.read.text.marks.markdown import ADDRESS
from articlex.regex import regex

#: A letter, or a sign of a vowel of India and its neighbours, which is none for regular expressions.
_LETTER = r"(?:[^\W\d_]|[\u0900-\u17ff])"
_WORDS = rf"{_LETTER}[^\[\]\d_]{{0,58}}{_LETTER}"
_HEADING = rf"[„“«\"(]?[^\W_][^\[\]=;{{}}$\\]{{0,118}}(?:\d|{_LETTER})[)“”»\"!?]?"
#: inscriptis sets off each of the inline elements that the label is made of.
LABELLED = regex(rf"({_HEADING})(\[ ?{_WORDS} ?\]| \[ {_WORDS} \])")
#: The same where a program has made Markdown of the page: each word is a link, or two are.
LINK = rf"\[([^\[\]\d]{{2,60}})\]\({ADDRESS}(?: \"[^\"]*\")?\)"
LINKED = regex(rf"([^\n]*[^\s\\]) ?\\?\[ ?{LINK}(?: ?\| ?{LINK})? ?\\?\]")
#: Without brackets, as on narrow screens: one link or two behind the heading.
BUTTONS = regex(rf"([^\n]*?[^\s\\#]) ?{LINK}(?: {LINK})?")
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
        _as(line, headings[place])._replace(gap=max(line.gap, 1)) if place in headings else line
        for place, line in enumerate(lines)
    ]
    return shown, {lines[place].number for place in headings}


def without_edit_links(lines: list[Line]) -> list[Line]:
    """``lines`` of Markdown without the labels behind headings or below them, which are links there."""
    lines = _without_lines(lines)
    found = {
        place: match
        for place, line in enumerate(lines)
        if line.text[-1] in "])" and _is_heading(lines, place) and (match := _labelled(line.text))
    }
    times = Counter(match.group(2, 3) for match in found.values())
    label, most = times.most_common(1)[0] if times else ((), 0)
    texts = {place: match[1] for place, match in found.items() if match.group(2, 3) == label}
    # Buttons lead to a section each; a word that ends two headings may be a link to one page.
    if most < MIN_HEADINGS or len({lines[place].text[len(text) :] for place, text in texts.items()}) < most:
        return lines
    return [_as(line, texts[place]) if place in texts else line for place, line in enumerate(lines)]


def _labelled(text: str) -> re.Match[str] | None:
    """A heading with links behind it, by the words of which it is known whether they are labels."""
    return (LINKED if text[-1] == "]" else BUTTONS).fullmatch(text) if "](" in text else None


def _as(line: Line, text: str) -> Line:
    """``line`` with ``text`` alone: what is taken away says nothing of the width of the page."""
    return line._replace(text=text, raw=text, width=line.indent + line.measure(text))


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
