"""The lines of an article in raw page text that are headings: boosted trees.

The reader knows a heading between long paragraphs, in capitals, or numbered
(:mod:`articlex.read.text.sections`); half of them have a list, a table or a short line beside them. The trees
were fitted on pages whose HTML says which lines are headings (``articlex_lab/training/headings``). They see
the article alone, so that a menu gets no heading, and no stage sees theirs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from articlex.headings.features import NAMES, heading_features, may_be_heading
from articlex.page import Block, Kind
from articlex.read.text.sections import SECTION_LEVEL, plain_runs
from articlex.scoring.model import load_forest, log_odds

#: Log-odds above which a line is a heading. On sites not fitted on, 0, 0.5, 1 and 1.5 find 0.77, 0.71, 0.64
#: and 0.58 of the headings (the reader alone 0.40); of the lines so found 0.78, 0.83, 0.86 and 0.90 are
#: heading elements in HTML. Of 45 lines between 0.25 and 0.75, whatever their elements, 33 read as headings.
LIKELY = 0.5
#: How the line of a heading begins that Markdown marks.
_SIGN = "#"


def with_learned_headings(body: Sequence[Block], title: str) -> Sequence[Block]:
    """The ``body`` of an article in raw page text, in which likely headings are such."""
    shown, lines = lines_to_ask(body)
    if not lines:
        return body
    values = heading_features(shown, lines, title)[:, _columns()]
    likely = log_odds(load_forest("headings"), values) > LIKELY
    found = {id(shown[line]) for line, is_likely in zip(lines, likely, strict=True) if is_likely}
    return [_as_heading(block) if id(block) in found else block for block in body] if found else body


@cache
def _columns() -> list[int]:
    """The columns that the trees ask about."""
    return [NAMES.index(name) for name in load_forest("headings").names]


def lines_to_ask(body: Sequence[Block]) -> tuple[list[Block], list[int]]:
    """The blocks of the ``body`` that show something, and the places of those that may be headings: none
    where headings are marked, as in Markdown, for there all are."""
    shown = [block for block in body if block.text or block.kind is Kind.RULE]
    lines = [place for place, block in enumerate(shown) if may_be_heading(block)]
    return shown, [] if any(map(_is_marked, shown)) else lines


def _is_marked(block: Block) -> bool:
    return block.kind is Kind.HEADING and bool(block.lines) and block.lines[0].lstrip().startswith(_SIGN)


def _as_heading(block: Block) -> Block:
    return replace(block, kind=Kind.HEADING, level=SECTION_LEVEL, runs=plain_runs(block))
