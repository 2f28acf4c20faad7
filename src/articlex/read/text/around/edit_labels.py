"""Headings of a wiki in raw page text: the label of an edit button follows each without a space.

MediaWiki prints "History[edit]", "Geschichte[Bearbeiten | Quelltext bearbeiten]" and the like. No other label
ends several lines and occurs nowhere else: footnote markers are figures, a remark in brackets follows a
sentence, and what programs write in brackets occurs inside of lines too.
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

_PARAGRAPH = Kind.PARAGRAPH  # see articlex.page

#: A letter, or a vowel sign of South and Southeast Asia, which is no letter for regular expressions.
_LETTER = r"(?:[^\W\d_]|[\u0900-\u17ff])"
_WORDS = rf"{_LETTER}[^\[\]\d_]{{0,58}}{_LETTER}"
_HEADING = rf"[„“«\"(]?[^\W_][^\[\]=;{{}}$\\]{{0,118}}(?:\d|{_LETTER})[)“”»\"!?]?"
#: inscriptis has spaces between the inline elements that the label is made of.
_LABELLED = regex(rf"({_HEADING})(\[ ?{_WORDS} ?\]| \[ {_WORDS} \])")
#: The same in Markdown, where the label is a link, or two.
_LINK = rf"\[([^\[\]\d]{{2,60}})\]\({ADDRESS}(?: \"[^\"]*\")?\)"
_LABEL_LINKS = rf"\\?\[ ?{_LINK}(?: ?\| ?{_LINK})? ?\\?\]"
_LINKED = regex(rf"([^\n]*[^\s\\]) ?{_LABEL_LINKS}")
#: Without brackets, as MediaWiki has it on narrow screens.
_BUTTONS = regex(rf"([^\n]*?[^\s\\#]) ?{_LINK}(?: {_LINK})?")
#: On a line of its own below the heading.
_LABEL = regex(_LABEL_LINKS)
#: Fewest headings that have the label.
_MIN_HEADINGS = 2
_LEVEL = 2


def without_edit_labels(lines: list[Line]) -> tuple[list[Line], set[int]]:
    """``lines`` without the labels behind headings, and the numbers of the lines that these headings are."""
    found = {
        place: match
        for place, line in enumerate(lines)
        if line.text[-1] == "]" and not line.text[0].islower() and (match := _LABELLED.fullmatch(line.text))
    }
    label, times = Counter(match[2] for match in found.values()).most_common(1)[0] if found else ("", 0)
    headings = {place: match[1] for place, match in found.items() if match[2] == label}
    enough = times >= _MIN_HEADINGS and len(set(headings.values())) > 1
    if not enough or sum(label in line.text for line in lines) > times:
        return lines, set()
    shown = [
        _as(line, headings[place])._replace(gap=max(line.gap, 1)) if place in headings else line
        for place, line in enumerate(lines)
    ]
    return shown, {lines[place].number for place in headings}


def without_edit_links(lines: list[Line]) -> list[Line]:
    """``lines`` of Markdown without the labels behind headings or right below them."""
    lines = _without_lines(lines)
    found = {
        place: match
        for place, line in enumerate(lines)
        if line.text[-1] in "])" and _is_heading(lines, place) and (match := _labelled(line.text))
    }
    times = Counter(match.group(2, 3) for match in found.values())
    label, most = times.most_common(1)[0] if times else ((), 0)
    texts = {place: match[1] for place, match in found.items() if match.group(2, 3) == label}
    # Each button links to a section of its own; a word that ends two headings may link to one page.
    if most < _MIN_HEADINGS or len({lines[place].text[len(text) :] for place, text in texts.items()}) < most:
        return lines
    return [_as(line, texts[place]) if place in texts else line for place, line in enumerate(lines)]


def _labelled(text: str) -> re.Match[str] | None:
    """A match for a heading and the links behind it; groups 2 and 3 are the words of these."""
    return (_LINKED if text[-1] == "]" else _BUTTONS).fullmatch(text) if "](" in text else None


def _as(line: Line, text: str) -> Line:
    """``line`` with ``text`` instead, and its width: what was taken away says nothing of the page's width."""
    return line._replace(text=text, raw=text, width=line.indent + line.measure(text))


def _without_lines(lines: list[Line]) -> list[Line]:
    """``lines`` of Markdown without the labels on lines of their own right below headings."""
    found = {
        place: match.group(1, 2)
        for place, line in enumerate(lines)
        if line.text[-1] == "]"
        and place
        and (_is_heading(lines, place - 1) or SETEXT.match(lines[place - 1].text))
        and (match := _LABEL.fullmatch(line.text))
    }
    label, most = Counter(found.values()).most_common(1)[0] if found else ((), 0)
    if most < _MIN_HEADINGS:
        return lines
    return [line for place, line in enumerate(lines) if found.get(place) != label]


def _is_heading(lines: Sequence[Line], place: int) -> bool:
    if lines[place].text[0] == "#":
        return True
    return place + 1 < len(lines) and not lines[place + 1].gap and bool(SETEXT.match(lines[place + 1].text))


def mark_headings(blocks: Sequence[Block], numbers: set[int]) -> None:
    """Make headings of the one-line paragraphs whose lines have those numbers."""
    for block in blocks:
        if block.line in numbers and block.kind is _PARAGRAPH and len(block.lines) == 1:
            block.kind, block.level = Kind.HEADING, _LEVEL
