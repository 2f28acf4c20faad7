"""The lines of raw page text: control characters removed, white space measured, blank lines counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from articlex.character_classes import IDLE_SPACES
from articlex.page import new_tuple
from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.read.limits import check_lines
from articlex.read.text.direction import has_marks, without_edge_marks
from articlex.read.text.measures import Measure, columns
from articlex.regex import regex

#: Terminal escape sequences (ECMA-48), and overstruck letters as on a typewriter ("N\bN", "_\bx").
ESCAPES = regex(r"\x1b\[[0-?]{0,40}[ -/]{0,4}[@-~]|\x1b\][^\x07\x1b\n]{0,400}(?:\x07|\x1b\\)|[^\n]\x08")

#: Characters that show nothing: controls, idle spaces of no width, word joiners, the soft hyphen, directional
#: embeddings and overrides, language tags. ZWJ and ZWNJ stay, which shape letters, and so do LRM, RLM and
#: isolates, which order them.
_INVISIBLE = regex(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u180e\u202a-\u202e\u2060-\u2064"
    f"\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]|{IDLE_SPACES}"
)
#: The characters of ASCII that show something, and white space.
_SHOWN = bytes(code for code in range(128) if chr(code).isprintable() or (chr(code).isspace() and code < 14))
#: What OCR programs write for a soft hyphen at the end of a line.
_CUT_WORD = regex(r"(?<=[^\W\d_])¬ ?\n(?=[^\W\d_])")
#: Line breaks other than "\n": vertical tab, next line, line separator.
_OTHER_BREAKS = ("\x0b", "\x85", "\u2028")
#: Breaks of paragraphs: the paragraph separator, and a form feed unless a sentence goes on over it.
_PAGE_BREAKS = regex("[\x0c\u2029]")
_ENDS = SENTENCE_ENDS.union(COLONS, '”»"')

#: The dot leader and the page number that end an entry of a table of contents: "The mouth ..... 9", "Preface
#: . . . vii". Only as many characters as it can have are searched: each dot of a long row begins a search.
_NUMERALS = "ivxlc"
_LEADER, _MOST_LEADER = regex(r"(?:[.·•…_] ?){4}[\divxlc]{1,5}\Z"), 13

#: What parts two pieces of a line.
_GAP = regex("[ \xa0\u3000]{2,}")
TAB = 8
#: The ideographic space, two columns wide.
_WIDE_SPACE = "\u3000"


class Line(NamedTuple):
    """One line that is not blank.

    ``number`` counts from 1. ``raw`` is the line as written, without control characters and trailing space;
    ``text`` has single spaces. ``indent`` and ``width`` are in columns, counted by ``measure``, and the width
    includes the indent. ``gap`` is the number of blank lines above, ``open`` whether the line was written
    with trailing white space.
    """

    number: int
    raw: str
    text: str
    indent: int
    width: int
    gap: int
    measure: Measure = columns
    open: bool = False


class Span(NamedTuple):
    """A piece of a line between gaps: ``start`` and ``end`` in columns of the terminal, ``first`` and
    ``last`` in characters of the raw line (both ends exclusive)."""

    start: int
    end: int
    first: int
    last: int


def split_lines(source: str) -> list[Line]:
    """The lines of ``source`` that show something, in order. Raises TooLargeError."""
    lines: list[Line] = []
    gap = 0
    source = normalised(source)
    check_lines(source)
    if "\x0c" not in source and "\u2029" not in source:
        return _whole_lines(source)
    for number, row in enumerate(source.split("\n"), 1):
        pieces = _PAGE_BREAKS.split(row) if "\x0c" in row or "\u2029" in row else (row,)
        for place, piece in enumerate(pieces):
            # The form feed that begins a sheet ends no paragraph in the middle of a sentence.
            if place and row[0] == "\x0c" and lines and goes_on(lines[-1].text):
                gap = 0
            else:
                gap += place > 0
            text = " ".join(piece.split())
            if not text:
                # A row with a page break is no blank line besides: the break has been counted.
                gap += len(piece) == len(row)
                continue
            lines.append(measured(number, piece, text, gap))
            gap = 0
    return lines


def _whole_lines(source: str) -> list[Line]:
    """The same for a text without page breaks, as nearly all are, in 0.65 of the time."""
    lines: list[Line] = []
    gap = 0
    for number, row in enumerate(source.split("\n"), 1):
        text = row and " ".join(row.split())
        if text:
            lines.append(measured(number, row, text, gap))
            gap = 0
        else:
            gap += 1
    return lines


def sheet_starts(source: str) -> list[int]:
    """The numbers of the lines with which a new sheet begins, as form feeds say."""
    if "\x0c" not in source:
        return []
    rows = enumerate(normalised(source).split("\n"), 1)
    return [
        number if row.rpartition("\x0c")[2].strip() else number + 1 for number, row in rows if "\x0c" in row
    ]


def goes_on(text: str) -> bool:
    """Whether a line does not end as a sentence does, so that its sentence goes on in the next."""
    return text[-1] not in _ENDS


def breaks_at(lines: Sequence[Line], place: int) -> bool:
    """Whether a blank line, or the end of ``lines``, is right above ``place``."""
    return place == len(lines) or lines[place].gap > 0


def has_leader(text: str) -> bool:
    """Whether a line ends with a dot leader and a page number, as an entry of a table of contents does."""
    is_page = text[-1].isdecimal() or text[-1] in _NUMERALS
    return is_page and _LEADER.search(text[-_MOST_LEADER:]) is not None


def spans_of(raw: str) -> Iterator[Span]:
    """The pieces of a row between its gaps."""
    first = len(raw) - len(raw.lstrip())
    column = columns(raw[:first])
    for gap in _GAP.finditer(raw, first):
        end = column + columns(raw[first : gap.start()])
        yield Span(column, end, first, gap.start())
        first, column = gap.end(), end + columns(gap[0])
    yield Span(column, column + columns(raw[first:]), first, len(raw))


def has_several(lines: Iterable[Line], sign: str, mark: re.Pattern[str], least: int) -> bool:
    """Whether ``mark`` occurs at least ``least`` times in ``lines``. Only lines that contain ``sign``, which
    every match has, are searched."""
    found = 0
    for line in lines:
        if sign in line.text:
            found += len(mark.findall(line.text))
            if found >= least:
                return True
    return False


def normalised(source: str) -> str:
    """``source`` with "\\n" as its only line break and without invisible characters."""
    if "\r" in source:
        source = source.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    if "\x1b" in source or "\x08" in source:
        source = ESCAPES.sub("", source)
    # At the end of a line a soft hyphen shows: it becomes the hyphen that is removed when lines are joined.
    source = source.replace("\xad\n", "\u2010\n")
    if "¬" in source:
        source = _CUT_WORD.sub("\u2010\n", source)
    source = _without_invisible(source)
    for other in _OTHER_BREAKS:
        source = source.replace(other, "\n")
    if has_marks(source):
        source = "\n".join(map(without_edge_marks, source.split("\n")))
    return source


def _without_invisible(source: str) -> str:
    """``source`` without characters that show nothing. They are sought in what is not plain ASCII, which is
    a hundredth of most pages: in a third of the time."""
    rest = source.encode("utf-8", "surrogatepass").translate(None, _SHOWN).decode("utf-8", "surrogatepass")
    return _INVISIBLE.sub("", source) if _INVISIBLE.search(rest) else source


def measured(number: int, piece: str, text: str, gap: int) -> Line:
    """The Line for ``piece``, a row as written; ``text`` is the same with single spaces."""
    if piece == text:
        width = len(text) if text.isascii() else columns(text)
        return new_tuple(Line, (number, text, text, 0, width, gap, columns, False))
    raw = piece.rstrip()
    lead = raw[: len(raw) - len(raw.lstrip())]
    indent = len(lead) if not lead.strip(" ") else _lead_columns(lead)
    width = indent + columns(raw[len(lead) :].expandtabs(TAB))
    return new_tuple(Line, (number, raw, text, indent, width, gap, columns, len(raw) < len(piece)))


def with_text(line: Line, text: str) -> Line:
    """``line`` with another text but its old width, which tells where the page was wrapped."""
    lead = line.raw[: len(line.raw) - len(line.raw.lstrip())]
    return line._replace(text=text, raw=lead + text)


def width_by(line: Line, measure: Measure) -> int:
    """The width of ``line`` by another ``measure``. What stood before its text still counts, even if the line
    has been moved since; for joined lines it is the width of the last one."""
    raw = line.raw.lstrip()
    body = raw.expandtabs(TAB)
    before = line.width - line.measure(body)
    wide = line.raw.count(_WIDE_SPACE, 0, len(line.raw) - len(raw))
    narrower = wide * (line.measure(_WIDE_SPACE) - measure(_WIDE_SPACE)) if wide else 0
    return (before if before >= 0 else line.indent) - narrower + measure(body)


def _lead_columns(lead: str) -> int:
    column = 0
    for char in lead:
        if char == "\t":
            column += TAB - column % TAB
        else:
            column += 2 if char == _WIDE_SPACE else 1
    return column
