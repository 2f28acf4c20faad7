"""Lines of a wrapped paragraph that begin or end where the others do not.

A first line may be indented with spaces or ideographs, and a blank before a link stays at the beginning of a
line; marks of emphasis that a program counts and does not print end a line early; and some text of a page may
be set wider than the rest.
"""

from __future__ import annotations

from articlex.read.text.code.signs import looks_like_code
from articlex.read.text.lines import Line
from articlex.read.text.wrapping.pairs import needed, pair_of, runs_on
from articlex.read.text.wrapping.paragraphs import VERSE, flows
from articlex.read.text.wrapping.widths import USUAL

#: Columns by which a line may be indented more than the next one, at most; a single one is a blank that was
#: left at its beginning. Of 1,246 pages each by lynx, w3m and html2text, lines like these that were kept
#: apart belong together on 67, and on none where they should be apart.
_DEEPEST, _BLANK = 4, 1
#: Columns that a line inside of a paragraph may be short of: on 52 of these pages, and 10.
_SHORT = 3


def flows_in(line: Line, following: Line, width: int, *, inside: bool) -> bool:
    """Whether ``following``, right below ``line``, goes on with its paragraph, wrapped at ``width`` columns,
    of which several lines are known if the pair is ``inside`` of it."""
    deeper = line.indent - following.indent
    if not deeper:
        return (
            flows(line, following, width)
            or (inside and _falls_short(line, following, width))
            or _is_set_wider(line, following, width)
        )
    if not -_BLANK <= deeper <= _DEEPEST or looks_like_code(following.text):
        return False
    if not pair_of(line, following).may_run_on:
        return deeper == _BLANK and flows(line, following, width)
    return flows(line, following, width) or (not width and VERSE <= line.width <= USUAL)


def _falls_short(line: Line, following: Line, width: int) -> bool:
    """Whether a line inside of a sentence has room for the next word, but hardly any."""
    if line.open or not (line.text[-1].isalnum() or line.text[-1] == ","):
        return False
    long = 2 * (line.width - line.indent) >= width
    return long and width - _SHORT <= needed(line, following) <= width


def _is_set_wider(line: Line, following: Line, width: int) -> bool:
    """Whether a sentence goes on in the next line, where the page is narrower otherwise: ``width`` is 0."""
    return not width and VERSE <= line.width <= USUAL and runs_on(line, following)
