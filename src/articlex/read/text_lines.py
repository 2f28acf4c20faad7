"""The lines of raw page text: control characters out, white space measured, blank lines counted."""

from __future__ import annotations

from typing import NamedTuple

from articlex.character_classes import CharacterClasses
from articlex.regex import regex

#: Terminal escape sequences (ECMA-48) and overstrikes of typewriter output ("N\bN", "_\bx").
ESCAPES = regex(r"\x1b\[[0-?]{0,40}[ -/]{0,4}[@-~]|\x1b\][^\x07\x1b\n]{0,400}(?:\x07|\x1b\\)|[^\n]\x08")

#: Characters that show nothing: controls, zero-width spaces and joins, the soft hyphen, embeddings and
#: overrides of direction, language tags. ZWJ and ZWNJ shape letters, LRM, RLM and isolates order them:
#: they stay.
INVISIBLE = regex(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u180e\u200b\u202a-\u202e\u2060-\u2064"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
#: Line breaks that are not "\n": vertical tab, next line, line separator.
OTHER_BREAKS = regex("[\x0b\x85\u2028]")
#: What also ends a paragraph: form feed and paragraph separator.
PAGE_BREAKS = regex("[\x0c\u2029]")

#: Characters that are two columns wide, and those that have no width.
_WIDTHS = CharacterClasses(
    w="\u1100\u115f\u2e80\u303e\u3041\ua4cf\ua960\ua97c\uac00\ud7a3\uf900\ufaff"
    "\ufe30\ufe6f\uff01\uff60\uffe0\uffe6\U0001f300\U0001faff\U00020000\U0003fffd",
    z="\u0300\u036f\u0483\u0489\u0591\u05bd\u05bf\u05c7\u0610\u061a\u064b\u065f\u0670\u0670\u06d6\u06ed"
    "\u0900\u0902\u093c\u093c\u0941\u0948\u094d\u094d\u0981\u0981\u09bc\u09bc\u09c1\u09cd"
    "\u0b82\u0b82\u0bc0\u0bc0\u0bcd\u0bcd\u0e31\u0e31\u0e34\u0e3a\u0e47\u0e4e\u0eb1\u0eb1"
    "\u0eb4\u0ebc\u0ec8\u0ecd\u200c\u200f\u2066\u2069\ufe0e\ufe0f",
)
TAB = 8
#: No wrapped line is as long; the columns of longer lines are not counted.
LONGEST = 400


#: A line from all its values, in half of the time that a call of the class takes.
new_line = tuple.__new__


class Line(NamedTuple):
    """One line that is not blank. ``raw`` is the line as written but for controls and trailing space,
    ``text`` has single spaces, ``indent`` and ``width`` are in terminal columns (width with indent),
    ``gap`` is the number of blank lines before."""

    number: int
    raw: str
    text: str
    indent: int
    width: int
    gap: int


def split_lines(source: str) -> list[Line]:
    """The lines of ``source`` that show something, in order."""
    lines: list[Line] = []
    gap = 0
    for number, row in enumerate(_normalised(source).split("\n"), 1):
        pieces = PAGE_BREAKS.split(row) if "\x0c" in row or "\u2029" in row else (row,)
        for place, piece in enumerate(pieces):
            gap += place > 0
            text = " ".join(piece.split())
            if not text:
                gap += place == 0
                continue
            lines.append(measured(number, piece, text, gap))
            gap = 0
    return lines


def _normalised(source: str) -> str:
    if "\r" in source:
        source = source.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    if "\x1b" in source or "\x08" in source:
        source = ESCAPES.sub("", source)
    # A soft hyphen that ends a line is a hyphen that the join may remove.
    source = source.replace("\xad\n", "\u2010\n")
    return OTHER_BREAKS.sub("\n", INVISIBLE.sub("", source))


def measured(number: int, piece: str, text: str, gap: int) -> Line:
    """The line that ``piece`` is, ``text`` being the same with single spaces."""
    if piece == text:
        return new_line(Line, (number, text, text, 0, columns(text), gap))
    raw = piece.rstrip()
    lead = raw[: len(raw) - len(raw.lstrip())]
    indent = len(lead) if not lead.strip(" ") else _lead_columns(lead)
    body = raw[len(lead) :]
    return new_line(Line, (number, raw, text, indent, indent + columns(body.expandtabs(TAB)), gap))


def _lead_columns(lead: str) -> int:
    column = 0
    for char in lead:
        if char == "\t":
            column += TAB - column % TAB
        else:
            column += 2 if char == "\u3000" else 1
    return column


def columns(text: str) -> int:
    """Terminal columns of ``text``: East Asian wide characters take two, combining marks none (UAX #11)."""
    if text.isascii() or len(text) > LONGEST:
        return len(text)
    return len(text) + _WIDTHS.count("w", text) - _WIDTHS.count("z", text)
