"""Puts code together whose highlighted words are on lines of their own.

A highlighter sets each word and sign of code in an element of its own, so that BeautifulSoup's
``get_text("\\n")`` prints ``const``, a line with a blank, ``x``, ``= f``, ``(`` and ``);`` below each other.
White space between two text nodes says where the lines of the code ended, if the page has kept it: one blank
alone on a line is one inside a line of code, an empty line stands where one ended, and more blanks are the
indentation of the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.read.text.code.signs import SIGN, ends_as_sentence, has_words, looks_like_code
from articlex.read.text.lines import Line, measured
from articlex.regex import regex

#: Fewest pieces of code, fewest of them that are nothing but signs, and fewest pieces for each line.
_MIN_PIECES = 6
_MIN_SIGNED = 2
_PER_LINE = 1.5
#: Smallest share of lines that look like code.
_MIN_SHARE = 0.6
#: Most rows between two lines of code, and between a line of code and one that is perhaps none.
_MOST_APART, _MOST_BETWEEN = 8, 5
#: Most pieces of a line that is perhaps no code.
_FEW = 3
#: A piece that is nothing but signs, at least one of which hardly stands outside of code, as ">" does.
_SIGNED = regex(r"(?=[^(){}\[\];=<]*[(){}\[\];=<])[!-/:-@\[-`{-~]+$")
#: How comments begin, a separator of menus, a formula in TeX, and the end of a sentence inside a line.
_COMMENT = regex(r"#|//|/\*|\*|--|<!--|;;|\"\"\"|'''")
_SEPARATOR = regex(r"[·•»›¶§©|]$")
_TEX = regex(r"\{\\[a-z]{3}")
_INNER_END = regex(r"[a-z)]\. [A-Z]|[a-z], [a-z]+ [a-z]+ ")
#: The prompts of Python, behind the second of which the indentation of its line is a text node of its own;
#: and most rows between a line that was typed and what was printed below.
_PROMPTS, _MOST_TO_OUTPUT = (">>>", "..."), 2
#: Signs behind which no word follows in one line of code without a blank.
_CLOSING = frozenset(")]};,\"'")


class _Piece(NamedTuple):
    """A row with a text node, as written, and the rows without text above it."""

    line: Line
    row: str
    above: Sequence[str]


class _CodeLine(NamedTuple):
    """A line of code: its pieces, its text, and the number of blank lines above it."""

    pieces: Sequence[_Piece]
    text: str
    gap: int


def with_whole_code(lines: list[Line], source: str) -> tuple[list[Line], frozenset[int]]:
    """``lines`` with each line of code in one piece, and the numbers of those that were put together."""
    if sum(_SIGNED.match(line.text) is not None for line in lines if len(line.text) <= _FEW) < _MIN_SIGNED:
        return lines, frozenset()
    rows = source.split("\n")
    if lines[-1].number > len(rows):
        return lines, frozenset()
    found = {code[0].pieces[0].line.number: code for code in _found(_pieces(lines, rows))}
    if not found:
        return lines, frozenset()
    whole: list[Line] = []
    numbers: set[int] = set()
    last = 0
    for line in lines:
        for part in found.get(line.number, ()):
            first = part.pieces[0].line
            gap = max(first.gap, 1) if first is line else part.gap
            whole.append(measured(first.number, part.text, " ".join(part.text.split()), gap))
            numbers.add(first.number)
            last = part.pieces[-1].line.number
        if line.number > last:
            whole.append(line)
    return whole, frozenset(numbers)


def _pieces(lines: Sequence[Line], rows: Sequence[str]) -> Iterator[_Piece]:
    number = 0
    for line in lines:
        row = rows[line.number - 1]
        if row.split() != line.text.split():  # it had control characters
            row = line.raw
        yield _Piece(line, row, rows[number : line.number - 1])
        number = line.number


def _found(pieces: Iterator[_Piece]) -> Iterator[Sequence[_CodeLine]]:
    """The pieces of code, as lines."""
    run: list[_Piece] = []
    above: _Piece | None = None
    for piece in pieces:
        if not _is_text(piece.line.text):
            run.append(piece)
            continue
        yield from _code_in(run, above, piece)
        run, above = [], piece
    yield from _code_in(run, above, None)


def _is_text(text: str) -> bool:
    """Whether a piece is one of running text, an address, a formula, or separates the entries of a menu."""
    if _SEPARATOR.match(text) or _TEX.match(text) or text.startswith("http"):
        return True
    return not _COMMENT.match(text) and text[0] not in "\"'`" and has_words(text)


def _code_in(
    run: Sequence[_Piece], above: _Piece | None, below: _Piece | None
) -> Iterator[Sequence[_CodeLine]]:
    """The code in a run of pieces none of which is text, between the text ``above`` and ``below``."""
    found: list[_CodeLine] = []
    for line in _own_lines(run, above, below):
        apart = len(line.pieces[0].above)
        is_code = _is_code(line.text)
        may_be = apart < _MOST_BETWEEN and len(line.pieces) <= _FEW
        if found and (is_code or may_be) and apart < _MOST_APART:
            found.append(line)
            continue
        yield from _proven(found)
        begins = is_code and (apart > 0 or looks_like_code(line.text.strip()))
        found = [line] if begins else []
    yield from _proven(found)


def _own_lines(run: Sequence[_Piece], above: _Piece | None, below: _Piece | None) -> Sequence[_CodeLine]:
    """The lines of a run but for those that go on with a sentence above or end in one below: names of
    functions in a paragraph."""
    lines = list(_code_lines(run)) if len(run) >= _MIN_PIECES else []
    parted = [place for place, line in enumerate(lines) if line.pieces[0].above]
    start, end = 0, len(lines)
    if lines and above and not lines[0].pieces[0].above and not _is_whole(above.line.text):
        start = parted[0] if parted else end
    if lines and below and not below.above and (below.row[0].isspace() or not below.row[0].isupper()):
        end = parted[-1] if parted else start
    return lines[start:end]


def _is_whole(text: str) -> bool:
    """Whether a text ends with a sentence or a colon."""
    return text[-1] in SENTENCE_ENDS or text[-1] in COLONS


def _proven(found: list[_CodeLine]) -> Iterator[Sequence[_CodeLine]]:
    """The lines ``found`` up to the last that looks like code, if they surely are code in pieces. In a
    session of Python what was printed is no code and needs no pieces, and may come last."""
    is_session = bool(found) and found[0].text.startswith(_PROMPTS[0])
    while found and not _is_code(found[-1].text) and not (is_session and _is_output(found[-1])):
        found.pop()
    typed = [line for line in found if not is_session or _is_code(line.text)]
    pieces = [piece for line in typed for piece in line.pieces]
    signed = sum(_SIGNED.match(piece.line.text) is not None for piece in pieces)
    code = sum(_is_code(line.text) for line in typed)
    spaced = any(piece.above or piece.row[0].isspace() for piece in pieces[1:])
    enough = len(pieces) >= max(_MIN_PIECES, _PER_LINE * len(typed)) and signed >= _MIN_SIGNED
    if enough and spaced and code >= _MIN_SHARE * len(typed):
        yield found


def _is_output(line: _CodeLine) -> bool:
    """Whether a line of a session stands as close below the one above as what it printed does."""
    return 0 < len(line.pieces[0].above) <= _MOST_TO_OUTPUT


def _is_code(text: str) -> bool:
    text = text.strip()
    if looks_like_code(text) or _COMMENT.match(text):
        return True
    return SIGN.search(text.replace(">", "")) is not None and not (
        has_words(text) or ends_as_sentence(text) or _INNER_END.search(text)
    )


def _code_lines(pieces: Sequence[_Piece]) -> Iterator[_CodeLine]:
    """The lines of code that ``pieces`` make."""
    line, text, gap = [pieces[0]], pieces[0].row, 0
    for before, piece in pairwise(pieces):
        if _ends_line(before, piece):
            yield _CodeLine(line, text.rstrip(), gap)
            line, gap = [piece], _blank_lines(piece.above)
            text = (piece.above[-1] if piece.above else "") + piece.row
        else:
            line.append(piece)
            text += (piece.above[0] if piece.above else "") + piece.row
    yield _CodeLine(line, text.rstrip(), gap)


def _ends_line(before: _Piece, piece: _Piece) -> bool:
    """Whether a line of code ended between two pieces."""
    if piece.above:
        if before.row.strip() in _PROMPTS and len(piece.above) == 1:
            return not piece.above[0]
        return list(piece.above) != [" "]
    indent = len(piece.row) - len(piece.row.lstrip())
    if indent or before.row[-1].isspace():
        return indent > 1
    return (before.row[-1].isalnum() or before.row[-1] in _CLOSING) and piece.row[0].isalnum()


def _blank_lines(above: Sequence[str]) -> int:
    """The number of blank lines between two lines of code: each text node may have added one."""
    return int(len(above) > 3 or (len(above) == 3 and not above[-1]))
