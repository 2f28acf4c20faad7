"""Paragraphs that an indentation parts, not a blank line: their first line is set in, or all others are.

Books and letters are set so, mail and texts of the early web too, and Chinese and Japanese pages as a rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from articlex.read.text.headings import RULE
from articlex.read.text.lines import Line
from articlex.read.text.wrapping.pairs import may_be_inside
from articlex.read.text.wrapping.paragraphs import fitted, flows, page_width
from articlex.read.text.wrapping.widths import is_bulleted
from articlex.regex import regex

#: Columns of the indentation; a single blank is one that stood before a link.
LEAST, MOST = 2, 10
#: Signs before items in lists that are in other ones.
LYNX_ITEMS = ("o ", "# ", "@ ")
#: The number of a reference, which is no box that somebody has checked: "[1] Lindqvist, A.".
CITED = regex(r"\[\d\] ")
#: What the turns of a dialogue begin with, where there is no dash proper in the character set.
DASHES = ("- ", "– ", "— ")
#: Steps that are tried: of paragraphs of two lines there are as many in one direction as in the other.
TRIED = 2
#: First lines that must show it, and their share of the lines with so deep a step below them.
MIN_SHOWN = 2
MIN_SHARE = 0.7
#: Share of them that end inside of a sentence, as far as one sees; teasers below their headlines do not.
MIN_INSIDE = 0.4


def evened(lines: Sequence[Line]) -> Sequence[Line]:
    """``lines``, counted as the program that wrapped them did; where an indentation parts paragraphs, their
    first lines stand at the margin of the others, below a blank line.
    """
    return stepped(lines) or fitted(lines)


def stepped(lines: Sequence[Line]) -> Sequence[Line]:
    """``lines`` where an indentation parts paragraphs, as :func:`evened` has them; else nothing.

    The first line is full, as any line is that a program has wrapped. A heading above its text or a term
    above its definition is not, and speaks against it.
    """
    steps = {
        place: step
        for place, (line, following) in enumerate(pairwise(lines))
        if line.indent != following.indent and (step := _step(lines, place))
    }
    for step, count in Counter(steps.values()).most_common(TRIED):
        if count >= MIN_SHOWN:
            moved = _parted(lines, step, {place for place in steps if steps[place] == step})
            if moved:
                return moved
    return ()


def _parted(lines: Sequence[Line], step: int, found: set[int]) -> Sequence[Line] | None:
    """The lines with those moved that begin a paragraph by a step of ``step`` columns, if they do; they stand
    at the places ``found``."""
    moved = fitted(_moved(lines, found, step))
    width = page_width(moved)
    first = {place for place in found if flows(moved[place], moved[place + 1], width)}
    inside = sum(may_be_inside(moved[place], moved[place + 1]) for place in first)
    if len(first) < max(MIN_SHOWN, MIN_SHARE * len(found)) or inside < MIN_INSIDE * len(first):
        return None
    spoken = _spoken(lines, {lines[place].indent for place in first}, step, width)
    first |= spoken
    return moved if first == found else fitted(_moved(lines, first, step))


def _spoken(lines: Sequence[Line], indents: Collection[int], step: int, width: int) -> set[int]:
    """The places of the turns of a dialogue, whose dash is set in as first lines are; none where a list may
    stand. The text of an item goes on below itself, a turn at the margin."""
    if step < 0:
        return set()
    turns = {
        place
        for place, line in enumerate(lines)
        if line.text.startswith(DASHES) and line.indent in indents and RULE.match(line.text) is None
    }
    for place in turns:
        if place + 1 == len(lines) or lines[place + 1].gap:
            continue
        line, following = lines[place], lines[place + 1]
        if line.indent - following.indent == step and flows(line._replace(gap=0), following, width):
            return turns
    return set()


def _step(lines: Sequence[Line], place: int) -> int:
    """How much deeper the line at ``place`` stands than the one below, if a paragraph may begin with it."""
    line, following = lines[place], lines[place + 1]
    step = line.indent - following.indent
    if following.gap or not LEAST <= abs(step) <= MOST or _is_signed(line) or _is_signed(following):
        return 0
    above = lines[place - 1].indent if place and not line.gap else line.indent
    begins = above in (line.indent, following.indent)
    return step if begins else 0


def _is_signed(line: Line) -> bool:
    """Whether a line begins with the sign of an item, one of lynx's letters and signs among them, or is a
    rule."""
    signed = (is_bulleted(line) and not CITED.match(line.text)) or line.text.startswith(LYNX_ITEMS)
    return signed or (not line.text[0].isalnum() and RULE.match(line.text) is not None)


def _moved(lines: Sequence[Line], first: Collection[int], step: int) -> list[Line]:
    """``lines`` with the paragraphs that begin at ``first`` at their outer margin and blank lines around."""
    moved = list(lines)
    for place in sorted(first):
        end = place + 1
        while end < len(lines) and not lines[end].gap and lines[end].indent == lines[place].indent - step:
            moved[end] = moved[end]._replace(indent=lines[end].indent + min(step, 0))
            end += 1
        moved[place] = moved[place]._replace(
            indent=lines[place].indent - max(step, 0), gap=max(lines[place].gap, 1)
        )
        if end < len(lines) and not lines[end].gap:
            moved[end] = moved[end]._replace(gap=1)
    return moved
