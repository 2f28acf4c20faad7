"""Moves the asterisks of bold text back to its words, on pages of Markdown, where a break separates them.

html2text prints what it finds: if a bold element ends with a line break, the closing asterisks begin the next
line, or are alone on one; if it begins with a break, the opening ones end the line above; around several
paragraphs it has asterisks before the first and behind the last one only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlex.read.text.lines import Line, with_text
from articlex.read.text.marks.markdown import with_code
from articlex.regex import regex

_MARK = "**"
_MARKS = regex(r"(?<![\\*])(?:\*\*){1,2}(?!\*)")
#: How a line begins that is no paragraph.
_SIGNS = regex(r"[#>|+-]|\*(?!\*)|\d{1,3}[.)] ")
#: A mark that begins a line with no word right behind.
_HEAD = regex(r"\*\*(?= |\Z)")
#: The colon that html2text sets off from bold text by a space; the same behind other words, and one without.
_SET_OFF = regex(r"(?<=[^\s*])\*\* (?=[:;](?: |\Z))")
_SPACED_COLON, _CLOSE_COLON = regex(r"[^\W_] [:;](?: |\Z)"), regex(r"[^\W_][:;](?: |\Z)")
#: Most pieces that one bold element goes over, including those without a mark.
_MOST = 5


class _Piece(NamedTuple):
    """Lines without a break between them: the places of the first and behind the last, how many marks they
    have, and whether they are ``fixed``: in code and tables no mark is moved."""

    start: int
    end: int
    marks: int
    fixed: bool


def closed_bold(lines: list[Line]) -> list[Line]:
    """``lines`` with each bold mark right at its words, and without marks on lines of their own."""
    if not any(_MARK in line.text for line in lines):
        return lines
    moved = list(lines)
    pieces = list(_pieces(lines))
    place = 0
    while place < len(pieces):
        place += _close(moved, pieces, place) if pieces[place].marks % 2 else 1
    return list(_without_empty(moved))


def without_set_off_colons(lines: list[Line]) -> list[Line]:
    """``lines`` with colons right behind bold text, unless the page has spaces before others too, as French
    has."""
    if not any(_SET_OFF.search(line.text) for line in lines if _MARK in line.text):
        return lines
    spaced, close = (
        sum(len(sign.findall(line.text)) for line in lines) for sign in (_SPACED_COLON, _CLOSE_COLON)
    )
    if spaced > close:
        return lines
    return [with_text(line, _SET_OFF.sub(_MARK, line.text)) if _MARK in line.text else line for line in lines]


def _pieces(lines: Sequence[Line]) -> Iterator[_Piece]:
    """``lines`` in pieces, which end at blank lines, line breaks, and marks on lines of their own."""
    start = marks = 0
    fixed = False
    for place, (line, in_code) in enumerate(with_code(lines)):
        before = lines[place - 1]
        parted = line.gap or before.open or _MARK in (line.text, before.text) or _SIGNS.match(line.text)
        if place > start and parted:
            yield _Piece(start, place, marks, fixed)
            start, marks, fixed = place, 0, False
        fixed = fixed or in_code or "|" in line.text
        if _MARK in line.text and not fixed:
            marks += sum(len(found) // 2 for found in _MARKS.findall(line.text))
    if lines:
        yield _Piece(start, len(lines), marks, fixed)


def _close(lines: list[Line], pieces: Sequence[_Piece], place: int) -> int:
    """Close the bold element that the piece at ``place`` leaves open, and open and close it again in each of
    the next ones up to its end; returns how many pieces are done."""
    until = place + 1
    while until < len(pieces) and not (pieces[until].marks or pieces[until].fixed):
        until += 1
        if until - place == _MOST:
            return 1
    if until == len(pieces) or not pieces[until].marks % 2 or pieces[until].fixed:
        return 1
    end, head = pieces[place].end - 1, pieces[until].start
    at_end, at_head = lines[end].text.endswith(_MARK), _HEAD.match(lines[head].text)
    inside = pieces[place + 1 : until + (not at_head)]
    if not (at_end or _opens(lines, pieces[place])) or not (at_head or _closes(lines, pieces[until])):
        return 1
    if any(_SIGNS.match(lines[piece.start].text) for piece in inside):
        return 1
    text = lines[end].text
    lines[end] = with_text(lines[end], text.removesuffix(_MARK).rstrip() if at_end else text + _MARK)
    for piece in inside:
        lines[piece.start] = with_text(lines[piece.start], _MARK + lines[piece.start].text)
        if piece is not pieces[until]:
            lines[piece.end - 1] = with_text(lines[piece.end - 1], lines[piece.end - 1].text + _MARK)
    if at_head:
        lines[head] = with_text(lines[head], lines[head].text.removeprefix(_MARK).lstrip())
    return until + 1 - place


def _opens(lines: Sequence[Line], piece: _Piece) -> bool:
    """Whether the last mark of a piece has words right behind it."""
    before, _, after = "\n".join(line.text for line in lines[piece.start : piece.end]).rpartition(_MARK)
    return after[:1].isalnum() or (not before[-1:].isalnum() and not after[:1].isspace())


def _closes(lines: Sequence[Line], piece: _Piece) -> bool:
    """Whether the first mark of a piece has words right before it."""
    before, _, after = "\n".join(line.text for line in lines[piece.start : piece.end]).partition(_MARK)
    return bool(before) and not before[-1].isspace() and not after[:1].isalnum()


def _without_empty(lines: Sequence[Line]) -> Iterator[Line]:
    """``lines`` without those that are just a mark, which become blank lines."""
    gap = 0
    for line in lines:
        if line.text in ("", _MARK, _MARK * 2):
            gap = max(gap, line.gap, 1)
            continue
        yield line._replace(gap=max(gap, line.gap)) if gap else line
        gap = 0
