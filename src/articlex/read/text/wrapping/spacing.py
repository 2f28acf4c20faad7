"""White space that a program has put around each line of a text: a margin, a blank, a second line break."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from articlex.read.text.lines import Line
from articlex.read.text.wrapping.pairs import runs_on
from articlex.read.text.wrapping.paragraphs import VERSE, flows, page_width

#: Fewest lines, and fewest where only blank lines say so; most of them without one above, as a sentence goes
#: on over the edge of a sheet; and the smallest share of the full ones whose sentence goes on. Where each
#: line is a block, with a blank line behind, none goes on.
_LEAST, _LEAST_ODD, _MOST_TIGHT, _MIN_GOING_ON = 6, 8, 0.05, 0.5


def without_trailing_blanks(lines: list[Line]) -> list[Line]:
    """``lines``, none of them written with trailing white space if all are."""
    return [line._replace(open=False) for line in lines] if all(line.open for line in lines) else lines


def without_margin(lines: Sequence[Line]) -> Sequence[Line]:
    """``lines`` without the indentation that all have."""
    margin = min((line.indent for line in lines), default=0)
    if not margin:
        return lines
    return [
        line._replace(
            raw=" " * (line.indent - margin) + line.raw.lstrip(),
            indent=line.indent - margin,
            width=line.width - margin,
        )
        for line in lines
    ]


def single_spaced(lines: list[Line]) -> list[Line]:
    """``lines`` without the blank lines that a second line break has made, if it has made one above each."""
    gaps = [line.gap for line in lines[1:]]
    if len(lines) < _LEAST or gaps.count(0) > _MOST_TIGHT * len(lines):
        return lines
    # Where line breaks are doubled there are no blank lines or one, three or five. Of 2,800 texts whose line
    # breaks are not, none has one and three alone.
    if len(lines) >= _LEAST_ODD and max(gaps) > 1 and all(gap % 2 for gap in gaps if gap):
        return [line._replace(gap=line.gap // 2) for line in lines]
    closer = [line._replace(gap=max(0, line.gap - 1)) for line in lines]
    width = page_width(closer)
    return closer if width >= VERSE and _goes_on(closer, width) else lines


def _goes_on(lines: Sequence[Line], width: int) -> bool:
    """Whether the sentences of enough full lines go on."""
    full = [(line, following) for line, following in pairwise(lines) if flows(line, following, width)]
    return sum(runs_on(line, following) for line, following in full) >= max(1, _MIN_GOING_ON * len(full))
