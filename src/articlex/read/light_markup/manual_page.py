"""Unix manual pages, as ``man`` prints them, to Markdown
(https://man7.org/linux/man-pages/man7/man-pages.7.html)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.punctuation import SENTENCE_ENDS
from articlex.read.light_markup.markdown_rows import defined, fenced, led
from articlex.read.light_markup.translation import PLAIN
from articlex.read.text.lines import ESCAPES, Line, measured, split_lines
from articlex.read.text.measures import columns
from articlex.read.text.scripts import is_unspaced
from articlex.read.text.wrapping.join import Joints, join
from articlex.regex import regex

#: "LS(1)", which is at both ends of the header line; the gaps in a footer line that may lack it.
_NAME = regex(r"[^\s()][^()]{0,80}\([0-9n]\w{0,11}\)")
_GAP = "   "
#: What separates name and description, "ls - list directory contents"; characters of the longest line.
_DASHES, _LONGEST_TITLE = (" - ", " – ", " — "), 300
#: Fewest columns by which text is indented below the name of a section; fewest sections of a page.
_SET_IN, _LEAST_SECTIONS = 3, 2
_BULLET = regex(r"([•·*+o-]|\d{1,3}[.)]) +(?=\S)")
#: A term that is explained on the same line.
_TAGGED = regex(r"(\S+(?: \S+){0,5}) {2,}(?=\S)")
#: With fewer spaces than this a last line is no sentence, whatever sign ends it.
_FEW_WORDS = 5
#: Most terms in a row that share one explanation.
_MOST_TERMS = 8
#: Columns for a character of a script without spaces, and the full stop behind it, which begins no line.
_LEAST_ROOM = 4
_DEEPEST = 6


def manual_page(rows: Sequence[str]) -> str | None:
    """The Markdown of a manual page, which opens with a header line that has its name twice; else None."""
    head = next((row for row in (ESCAPES.sub("", row).strip() for row in rows) if row), "")
    found = _NAME.match(head)
    if not found or found.end() == len(head) or not head.endswith(found[0]):
        return None
    first, *lines = split_lines("\n".join(rows))
    lines = _without_edges(lines, " ".join(found[0].casefold().split()))
    sections = [place for place, line in enumerate(lines) if not line.indent]
    if len(sections) < _LEAST_SECTIONS or sections[0] or sections[1] == 1 or lines[1].indent < _SET_IN:
        return None
    page = _Page(first.width, {line.indent for line in lines})
    title, start = join(lines[1 : sections[1]], first.width, Joints()), sections[1]
    if len(title) > _LONGEST_TITLE or not any(dash in title for dash in _DASHES):
        title, start = found[0], 0
    return PLAIN.document(title, {}, page.sections(lines[start:], lines[1].indent))


def _without_edges(lines: list[Line], name: str) -> list[Line]:
    """``lines`` without the headers and footers of sheets, which have the page's ``name`` at one end."""
    if lines and not lines[-1].indent and _GAP in lines[-1].raw:
        lines = lines[:-1]
    return [line for line in lines if line.indent or not _is_edge(line.text.casefold(), name)]


def _is_edge(text: str, name: str) -> bool:
    return text != name and (text.startswith(name) or text.endswith(name))


def _end(lines: Sequence[Line], start: int, least: int) -> int:
    """The place behind the lines from ``start`` on that are indented by ``least`` columns or more."""
    places = range(start, len(lines))
    return next((place for place in places if lines[place].indent < least), len(lines))


def _text(text: str) -> str:
    return PLAIN.marked(text)


class _Head(NamedTuple):
    """What begins an item or an explanation: the bullet, number or term (``sign``) with the column of the
    text behind it, or terms on lines of their own ("" and 0); and the place of the line below."""

    sign: str
    column: int
    end: int


class _Page:
    """Makes Markdown of lines of a page that is ``width`` columns wide and whose lines have ``indents``."""

    def __init__(self, width: int, indents: set[int]) -> None:
        self.width, self.indents = width, indents

    def sections(self, lines: Sequence[Line], base: int) -> Iterator[str]:
        """The Markdown of sections, whose text is indented by ``base`` columns, their headings by fewer."""
        start = 0
        while start < len(lines):
            line, end = lines[start], _end(lines, start, base)
            if end == start:
                end = start + 1
                yield from ("", f"{'###' if line.indent else '##'} {_text(line.text)}", "")
            else:
                yield from self.shown(lines[start:end], base)
            start = end

    def shown(self, lines: Sequence[Line], base: int, depth: int = 0) -> list[str]:
        """The Markdown of ``lines``, of which plain paragraphs are indented by ``base`` columns."""
        rows: list[str] = []
        place = 0
        while place < len(lines):
            line = lines[place]
            if line.indent > base and depth < _DEEPEST:
                end = _end(lines, place, base + 1)
                inner = lines[place:end]
                code = self._is_code(inner)
                rows += fenced(_written(inner)) if code else self.shown(inner, _least(inner), depth + 1)
            elif depth < _DEEPEST and (head := self._head(lines, place)):
                end = _end(lines, head.end, base + 1)
                inner = [*_behind_sign(line, head.column), *lines[head.end : end]]
                made = self.shown(inner, _least(inner), depth + 1)
                rows += _set_off(head.sign, [line.text for line in lines[place : head.end]], made)
            else:
                end = place + 1
                while end < len(lines) and not lines[end].gap and not self._head(lines, end):
                    end += 1
                rows += self._paragraph(lines[place:end])
            place = end
        return rows

    def _head(self, lines: Sequence[Line], place: int) -> _Head | None:
        """What begins an item or an explanation at ``place``; None for text."""
        line = lines[place]
        text, following = line.raw.lstrip(), lines[place + 1] if place + 1 < len(lines) else None
        deeper = following.indent if following and following.indent > line.indent else 0
        alone = not following or following.gap or following.indent < line.indent
        if found := _BULLET.match(text):
            column = line.indent + found.end()
            if column == deeper or alone:
                return _Head(found[1] if found[1][0].isdigit() else "-", column, place + 1)
        if found := _TAGGED.match(text):
            column = line.indent + found.end()
            if column == deeper or (alone and column in self.indents):
                return _Head(found[1], column, place + 1)
        for end in range(place + 1, min(len(lines), place + 1 + _MOST_TERMS)):
            if lines[end].gap or lines[end].indent < line.indent or self._wraps(lines[end - 1], lines[end]):
                return None
            if lines[end].indent > line.indent:
                return _Head("", 0, end)
        return None

    def _wraps(self, line: Line, following: Line) -> bool:
        """Whether a line has no room for the first word of the next: it may have been wrapped."""
        word = following.text.split(" ", 1)[0]
        needed = _LEAST_ROOM if is_unspaced(word[0]) else 1 + columns(word)
        return line.width + needed > self.width

    def _is_code(self, lines: Sequence[Line]) -> bool:
        """Whether indented lines are code: none was wrapped, the first is no item, no sentence ends them."""
        if any(self._wraps(line, other) for line, other in pairwise(lines) if not other.gap):
            return False
        if lines[0].text[0] == "-" or _BULLET.match(lines[0].text):
            return False
        return lines[-1].text[-1] not in SENTENCE_ENDS or lines[-1].text.count(" ") < _FEW_WORDS

    def _paragraph(self, lines: Sequence[Line]) -> list[str]:
        """A paragraph; if most of its lines were not wrapped, with line breaks where they end."""
        full = sum(self._wraps(line, other) for line, other in pairwise(lines))
        if 2 * full < len(lines) - 1:
            return ["", *(f"{_text(line.text)}\\" for line in lines[:-1]), _text(lines[-1].text), ""]
        return ["", _text(join(lines, self.width, Joints())), ""]


def _least(lines: Sequence[Line]) -> int:
    return min((line.indent for line in lines), default=0)


def _written(lines: Sequence[Line]) -> list[str]:
    """The lines as written, with the blank ones between them."""
    return [
        row for place, line in enumerate(lines) for row in (*([""] * line.gap if place else ()), line.raw)
    ]


def _behind_sign(line: Line, column: int) -> list[Line]:
    """The text from ``column`` on, behind the sign of an item or a term, as a line; none for column 0."""
    rest = line.raw.lstrip()[column - line.indent :] if column else ""
    return [measured(line.number, " " * column + rest, " ".join(rest.split()), 0)] if rest else []


def _set_off(sign: str, terms: Sequence[str], made: Sequence[str]) -> list[str]:
    """A list item behind ``sign``, or terms above their explanation; ``made`` is the text as Markdown."""
    if sign == "-" or sign[:1].isdigit():
        return ["", *led(f"{sign} ", made, " " * (len(sign) + 1)), ""]
    return defined(_text(sign) if sign else ", ".join(map(_text, terms)), made)
