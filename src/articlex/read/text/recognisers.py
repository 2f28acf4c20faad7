"""Which recognisers a line of raw page text gives a reason to try."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.read.text.code.blocks import fenced_code, indented_code, plain_code
from articlex.read.text.code.line_of_code import line_of_code, may_be_line_of_code
from articlex.read.text.code.signs import may_be_code
from articlex.read.text.headings import (
    RULE_SIGNS,
    UNDERLINES,
    rule,
    signed_heading,
    underlined_heading,
)
from articlex.read.text.lines import Line
from articlex.read.text.marks.links import caption, frame
from articlex.read.text.shape import Recogniser
from articlex.read.text.tables.dashed import dashed_table, table_caption
from articlex.read.text.tables.gutters import INNER_GAP, spaced_table
from articlex.read.text.tables.padded import padded_table
from articlex.read.text.tables.reading import FIRST_CORNERS, drawn_table, pipe_table, tab_table
from articlex.regex import regex

#: What is tried before lines are read as running text. SIGNED is for lines that begin with one of the given
#: characters (of dashed tables the line below may do so instead), SPACED for lines with more white space than
#: single spaces, right above another line. Tables come before headings: the header row of a table may be
#: underlined.
SIGNED: tuple[tuple[frozenset[str], Recogniser], ...] = (
    (frozenset("`~"), fenced_code),
    (FIRST_CORNERS, drawn_table),
    (frozenset("-="), dashed_table),
    (RULE_SIGNS, rule),
    (frozenset("#"), signed_heading),
    (frozenset(":"), table_caption),
)
_SPACED: tuple[Recogniser, ...] = (dashed_table, spaced_table)
_SIGN = regex(r"[(){}\[\]<>;:=*$#/|.]")


def _is_above_row(line: Line, following: Line) -> bool:
    """Whether a line with single spaces is right above one with wider gaps: below a blank line it may be the
    first row of a table, and the widest."""
    return len(following.raw) > len(following.text) and following.indent == line.indent


def _of_spaces(line: Line, following: Line | None, begins: bool, markdown: bool) -> Sequence[Recogniser]:
    """The recognisers of tables set with spaces. ``begins`` says that the line is below a blank one."""
    tables = _SPACED if following and not following.gap else ()
    if line.raw == line.text:
        return tables if begins and following and _is_above_row(line, following) else ()
    padded = line.open or (following is not None and _is_longest_row(line, following))
    return (padded_table, *tables) if padded and not markdown else tables


def _is_longest_row(line: Line, following: Line) -> bool:
    """Whether a line may be the first row of a padded table, and the longest, which has nothing to be padded
    with: it has several cells."""
    return following.open and following.width < line.width and INNER_GAP.search(line.raw) is not None


def recognisers_for(lines: Sequence[Line], start: int, markdown: bool = False) -> Sequence[Recogniser]:
    """The recognisers to try on the line at ``start``, in order; for most lines there are none. In
    ``markdown`` the addresses of links would be signs of code, and other programs than html2text pad rows.

    Each is chosen by a character or two: to try all of them on every line with any sign took three times as
    long.
    """
    line, following = lines[start], lines[start + 1] if start + 1 < len(lines) else None
    text, plain = line.text, line.raw == line.text
    below = following.text[0] if following else ""
    chosen: list[Recogniser] = []
    if not text[0].isalnum():
        chosen += [
            recognise
            for signs, recognise in SIGNED
            if text[0] in signs or (below in signs and recognise is dashed_table)
        ]
    elif text[0] in "IC" and text.startswith(("IFRAME:", "CAPTION:")):
        chosen += (frame, caption)
    if "\t" in line.raw:
        chosen.append(tab_table)
    chosen += _of_spaces(line, following, line.gap > 0 or not start, markdown)
    if below in UNDERLINES:
        chosen.append(underlined_heading)
    if "|" in text:
        chosen.append(pipe_table)
    if may_be_code(text) and (_SIGN.search(text) or text.startswith(("import ", "from ", "@"))):
        chosen.append(plain_code)
    if not plain:
        chosen.append(indented_code)
    if not markdown and may_be_line_of_code(text):
        chosen.append(line_of_code)
    return chosen
