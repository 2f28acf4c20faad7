"""Prints made into HTML, whose lines are elements placed one by one: the lines of each paragraph are joined.

pdftohtml states the place of a line in its style, pdf2htmlEX in classes whose rules stand in a style sheet.
Where the place is not known, all there is to go by is how full the lines are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.punctuation import BULLETS, SENTENCE_ENDS
from articlex.read.html.attributes import is_placed_line, is_printed_line
from articlex.read.html.element_text import text_below
from articlex.read.html.inline import is_wide
from articlex.read.html.tree import Element, has_tail
from articlex.read.text.wrapping.hyphens import WORD, Hyphens, parts_word
from articlex.regex import regex

_PLACE = regex(r"(?<![\w-])(top|left): ?(-?\d{1,6}(?:\.\d{1,9})?)p[tx]")
_RULE = regex(r"\.([xy][0-9a-f]{1,6})\{(?:left|bottom):(-?\d{1,6}(?:\.\d{1,9})?)px")
_CLASS = regex(r"(?:ff|fs)[0-9a-f]{1,4}")
_ENDS = SENTENCE_ENDS | {":"}
_BULLETED = regex(rf"(?:[{BULLETS}–—-]|\(?\w{{1,3}}[.)])\s")

#: The fewest lines of a sheet, and of a type for the length of its full lines to be known.
_FEWEST, _FEWEST_OF_TYPE = 5, 4
#: The quantile of the lengths of a type's lines that counts as that of a full one: a few are longer.
_LONGEST = 0.9
#: A line counts as full from this share of that length on, and if it ends a sentence, from this.
_FULL, _FULL_SENTENCE = 0.75, 0.9
#: The greatest distance of lines in a paragraph, in usual ones, and the points by which it may be indented.
_MOST_LEADING, _SET_IN = 1.45, 5.0
#: Lines of the longest paragraph.
_MOST_LINES = 500
#: Lines ending in a hyphen from which on a print is known to part words.
_FEWEST_PARTED = 3


class _Line(NamedTuple):
    """A line: its text, its type (classes), and its place from the top left, None if unknown."""

    element: Element
    text: str
    type: str
    top: float | None
    left: float | None


class _Measures(NamedTuple):
    """Characters of a full line and the distance of lines, by type; and how words are parted."""

    full: dict[str, float]
    leading: dict[str, float]
    hyphens: Hyphens


def join_printed_lines(root: Element) -> None:
    """Join the lines of each paragraph in the tree of a page that may be a print."""
    rules = {
        found[1]: float(found[2])
        for style in root.iter("style")
        for found in _RULE.finditer(style.text or "")
    }
    sheets = [
        lines for sheet in root.iter("div", "body") if len(lines := list(_lines(sheet, rules))) >= _FEWEST
    ]
    measures = _measures(sheets)
    for lines in sheets:
        last, joined = lines[0], 1
        for before, line in pairwise(lines):
            if joined < _MOST_LINES and _runs_on(before, line, measures):
                joined += 1
                is_hyphenated = before.text[-1] == "-" and line.text[0].islower()
                _join(
                    last.element, line, is_hyphenated and parts_word(before.text, line.text, measures.hyphens)
                )
            else:
                last, joined = line, 1


def _lines(sheet: Element, rules: dict[str, float]) -> Iterator[_Line]:
    """The lines right inside an element; ``rules`` has the places of pdf2htmlEX's classes."""
    for child in sheet:
        style, stated = child.get("style") or "", child.get("class") or ""
        if child.tag not in ("p", "div") or not stated:
            continue
        is_placed, classes = is_placed_line(style), stated.split()
        text = text_below(child) if is_placed or is_printed_line(stated) else ""
        if not text:
            continue
        if is_placed:
            place = dict(_PLACE.findall(style.lower()))
            top, left = place.get("top"), place.get("left")
            yield _Line(child, text, classes[0], float(top) if top else None, float(left) if left else None)
        else:
            y, x = (
                next((rules[name] for name in classes if name[0] == axis and name in rules), None)
                for axis in "yx"
            )
            name = " ".join(filter(_CLASS.fullmatch, classes))
            yield _Line(child, text, name, None if y is None else -y, x)


def _measures(sheets: Sequence[Sequence[_Line]]) -> _Measures:
    """What the lines of all sheets tell of the print."""
    sizes: dict[str, list[int]] = {}
    distances: dict[str, Counter[int]] = {}
    words: set[str] = set()
    parted = 0
    for lines in sheets:
        for line in lines:
            sizes.setdefault(line.type, []).append(len(line.text))
            words.update(WORD.findall(line.text.casefold()))
        for before, line in pairwise(lines):
            parted += before.text[-1] == "-" and line.text[0].islower()
            if before.type == line.type and before.top is not None and line.top is not None:
                distances.setdefault(line.type, Counter())[round(line.top - before.top)] += (
                    line.top > before.top
                )
    full = {
        name: float(sorted(found)[int(_LONGEST * len(found))])
        for name, found in sizes.items()
        if len(found) >= _FEWEST_OF_TYPE
    }
    leading = {name: float(found.most_common(1)[0][0]) for name, found in distances.items()}
    firsts = frozenset(word.partition("-")[0] for word in words if "-" in word)
    return _Measures(full, leading, Hyphens(parted >= _FEWEST_PARTED, frozenset(words), firsts))


def _runs_on(before: _Line, line: _Line, measures: _Measures) -> bool:
    """Whether a line continues the paragraph of the line before, with no text between them."""
    if any(has_tail(each.element) for each in (before, line)):
        return False
    if before.type != line.type or not _is_below(before, line, measures.leading.get(line.type, 0.0)):
        return False
    if line.text[0] in BULLETS:
        return False
    ends = before.text[-1] in _ENDS
    if line.text[0].islower() and not ends:
        return True
    full = measures.full.get(line.type)
    return full is not None and len(before.text) >= full * (_FULL_SENTENCE if ends else _FULL)


def _is_below(before: _Line, line: _Line, leading: float) -> bool:
    """Whether a line stands where the next one of the same paragraph would."""
    if before.top is not None and line.top is not None:
        if not 0 < line.top - before.top <= _MOST_LEADING * leading:
            return False
        # Less than half a line below: a raised sign, or a second column.
        if line.top - before.top < leading / 2:
            return False
    if before.left is None or line.left is None:
        return True
    return line.left <= before.left + _SET_IN or _BULLETED.match(before.text) is not None


def _join(element: Element, line: _Line, parted: bool) -> None:
    """Move a line to the end of a paragraph, without the hyphen there if that ``parted`` a word."""
    holder, name = _end_of(element)
    text = (getattr(holder, name) or "").rstrip()
    if text.endswith("\u00ad"):
        parted, text = True, text.removesuffix("\u00ad") + "-"
    is_one_word = parted or (text[-1:] == "-" and line.text[0].islower())
    is_unspaced = bool(text) and is_wide(text[-1]) and is_wide(line.text[0])
    text = text.removesuffix("-") if parted else text
    setattr(holder, name, text)
    space = "" if is_one_word or is_unspaced else " "
    begin = space + (line.element.text or "").lstrip()
    if len(element):
        element[-1].tail = (element[-1].tail or "") + begin
    else:
        element.text = (element.text or "") + begin
    for child in list(line.element):
        element.append(child)
    around = line.element.getparent()
    if around is not None:
        around.remove(line.element)


def _end_of(element: Element) -> tuple[Element, str]:
    """Where the text of an element ends: an element, and "text" or "tail" of it."""
    while len(element):
        last = element[-1]
        if has_tail(last) or not text_below(last):
            return last, "tail"
        element = last
    return element, "text"
