"""Paragraphs separated by an indentation and not by a blank line: of their first line, or of all others.

Books and letters are set this way, mails and texts of the early web too, and Chinese and Japanese pages as a
rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from articlex.read.text.headings import RULE
from articlex.read.text.lines import Line, breaks_at
from articlex.read.text.wrapping.pairs import pair_of
from articlex.read.text.wrapping.paragraphs import fitted, flows, page_width
from articlex.read.text.wrapping.widths import is_bulleted
from articlex.regex import regex

#: Columns of the indentation; a single space is one that stood before a link.
LEAST, MOST = 2, 10
#: Lynx's bullets of nested lists.
_LYNX_ITEMS = ("o ", "# ", "@ ")
#: The number of a reference, "[1] Lindqvist, A.", which is no checkbox.
_CITED = regex(r"\[\d\] ")
#: How the turns of a dialogue begin; a hyphen stands for a dash that a character set lacks.
_DASHES = ("- ", "– ", "— ")
#: How many steps are tried: paragraphs of two lines have as many steps inwards as outwards.
_TRIED = 2
#: Fewest first lines that show the step, and their smallest share of all lines with that step below.
_MIN_SHOWN = 2
_MIN_SHARE = 0.7
#: Smallest share of them that visibly end inside a sentence; headlines above teasers do not.
_MIN_INSIDE = 0.4


def evened(lines: Sequence[Line]) -> Sequence[Line]:
    """``lines``, measured as the program that wrapped them did. Where paragraphs are separated by an
    indentation, all of their lines are moved to one margin, and blank lines put between them."""
    return stepped(lines) or fitted(lines)


def stepped(lines: Sequence[Line]) -> Sequence[Line]:
    """``lines`` as :func:`evened` makes them, if paragraphs are separated by an indentation; else nothing.

    The first line of such a paragraph is full, as it is wrapped. A heading above its text, or a term above
    its definition, is not, and counts against it.
    """
    steps = {
        place: step
        for place, (line, following) in enumerate(pairwise(lines))
        if line.indent != following.indent and (step := _step(lines, place))
    }
    for step, count in Counter(steps.values()).most_common(_TRIED):
        if count >= _MIN_SHOWN:
            moved = _parted(lines, step, {place for place in steps if steps[place] == step})
            if moved:
                return moved
    return ()


def _parted(lines: Sequence[Line], step: int, found: set[int]) -> Sequence[Line] | None:
    """``lines`` with the paragraphs that begin at the places ``found``, with a step of ``step`` columns to
    their second line, evened; None if these are no paragraphs."""
    fewest = max(_MIN_SHOWN, _MIN_SHARE * len(found))
    # Of most pages too few sentences go on, however wide the page is.
    if sum(pair_of(lines[place], lines[place + 1]).may_run_on for place in found) < _MIN_INSIDE * fewest:
        return None
    moved = fitted(_moved(lines, found, step))
    width = page_width(moved)
    first = {place for place in found if flows(moved[place], moved[place + 1], width)}
    inside = sum(pair_of(moved[place], moved[place + 1]).may_run_on for place in first)
    if len(first) < fewest or inside < _MIN_INSIDE * len(first):
        return None
    spoken = _spoken(lines, {lines[place].indent for place in first}, step, width)
    first |= spoken
    return moved if first == found else fitted(_moved(lines, first, step))


def _spoken(lines: Sequence[Line], indents: Collection[int], step: int, width: int) -> set[int]:
    """The places of the turns of a dialogue, whose dashes are indented like first lines; none unless a turn
    goes on at the margin: the text of a list item goes on right below itself."""
    if step < 0:
        return set()
    turns = {
        place
        for place, line in enumerate(lines)
        if line.text.startswith(_DASHES) and line.indent in indents and RULE.match(line.text) is None
    }
    for place in turns:
        if breaks_at(lines, place + 1):
            continue
        line, following = lines[place], lines[place + 1]
        if line.indent - following.indent == step and flows(line._replace(gap=0), following, width):
            return turns
    return set()


def _step(lines: Sequence[Line], place: int) -> int:
    """By how much the line at ``place`` is indented more than the one below, if it may begin a paragraph;
    else 0."""
    line, following = lines[place], lines[place + 1]
    step = line.indent - following.indent
    if following.gap or not LEAST <= abs(step) <= MOST or _is_signed(line) or _is_signed(following):
        return 0
    above = lines[place - 1].indent if place and not line.gap else line.indent
    begins = above in (line.indent, following.indent)
    return step if begins else 0


def _is_signed(line: Line) -> bool:
    """Whether a line begins with a bullet or number, including those of lynx, or is a rule."""
    signed = (is_bulleted(line) and not _CITED.match(line.text)) or line.text.startswith(_LYNX_ITEMS)
    return signed or (not line.text[0].isalnum() and RULE.match(line.text) is not None)


def _moved(lines: Sequence[Line], first: Collection[int], step: int) -> list[Line]:
    """``lines`` with the paragraphs that begin at ``first`` moved to their outer margin, blank lines around
    them."""
    moved = list(lines)
    for place in sorted(first):
        end = place + 1
        while not breaks_at(lines, end) and lines[end].indent == lines[place].indent - step:
            moved[end] = moved[end]._replace(indent=lines[end].indent + min(step, 0))
            end += 1
        moved[place] = moved[place]._replace(
            indent=lines[place].indent - max(step, 0), gap=max(lines[place].gap, 1)
        )
        if not breaks_at(lines, end):
            moved[end] = moved[end]._replace(gap=1)
    return moved
