"""Mails of an archive whose line breaks are lost, because the page was flattened to a line for each block.

Header and text of such a mail are one line. The header's fields are recognised by their names, and the text
begins behind the last of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from articlex.read.text.around.mail import SENT_FIELDS
from articlex.read.text.lines import Line
from articlex.regex import regex

#: A field of the header (RFC 5322); those that every mail has; characters of the shortest line with a mail.
_FIELD = regex(rf"(?:(?<=\s)|\A)(?:{SENT_FIELDS}): ")
_NEEDED, _SHORTEST = ("From: ", "Subject: ", "Date: "), 80
#: What each mail of a thread has, and characters of the longest line that is tried.
_LIST, _LONGEST = " To: ", 20_000
#: The last field with its value, and the label of a button behind it.
_LAST = regex(
    r"(?:Message-ID|In-Reply-To|References): (?:<[^<>\s]+>\s?)+(?:\(\w+\) ?)?|Date: [^+]{10,60}[+-]\d{4}"
)
#: A mail in a thread (public-inbox): its subject, the times of the mails around it, sender, time, list, text,
#: and the buttons below.
_AMONG = regex(
    r"(?:\* )?(.{2,200}?) ((?:@ )?\d{4}-\d\d-\d\d +\d?\d:\d\d .*?) "
    r"(From: [^@]{2,80}) (@ \d{4}-\d\d-\d\d +\d?\d:\d\d[^()]{0,9}\([^()]*\)) (To: \S+) (.+?)(?: (\^ \S.*))?"
)


def with_letters_apart(lines: list[Line]) -> list[Line]:
    """``lines`` with each mail that is one line split into a line for each field, and one for the text."""
    if not any(_may_be_letter(line) for line in lines):
        return lines
    return [piece for line in lines for piece in (_parts(line) if _may_be_letter(line) else (line,))]


def _may_be_letter(line: Line) -> bool:
    return _SHORTEST <= len(line.text) <= _LONGEST and _NEEDED[0] in line.text


def _parts(line: Line) -> Iterator[Line]:
    """The lines of a mail, or the line itself if it is none."""
    if all(name in line.text for name in _NEEDED):
        pieces = _pieces(line.text)
    else:
        among = _AMONG.fullmatch(line.text) if _LIST in line.text else None
        pieces = [piece for piece in among.groups() if piece] if among else []
    if not pieces:
        yield line
    is_field = True
    for place, piece in enumerate(pieces):
        was_field, is_field = is_field, _FIELD.match(piece) is not None
        gap = line.gap if not place else int(not (was_field and is_field))
        yield line._replace(raw=piece, text=piece, indent=0, width=line.measure(piece), gap=gap)


def _pieces(text: str) -> list[str]:
    """The fields of the header that ``text`` begins with, and the rest; nothing if it is no mail."""
    starts = [found.start() for found in _FIELD.finditer(text)]
    if not starts or starts[0]:
        return []
    end = _LAST.match(text, starts[-1])
    if end is None:
        return []
    bounds = [*starts, end.end(), len(text)]
    return [piece for first, then in pairwise(bounds) if (piece := text[first:then].strip())]
