"""Lines of raw page text that are headings.

The reader knows a heading between long paragraphs, in capitals, or numbered
(:mod:`articlex.read.text.sections`); half of them have a list, a table or a short line beside them. The trees
were fitted on pages whose HTML says which lines are headings (``articlex_lab/training/lost_marks``).
"""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block, Kind

#: Characters of the longest heading.
LONGEST = 120
#: Log-odds above which a line is a heading. On sites not fitted on, 0, 0.5, 1 and 1.5 find 0.75, 0.70, 0.63
#: and 0.56 of the headings (the reader alone 0.39); of the lines so found 0.78, 0.83, 0.86 and 0.89 are
#: heading elements in HTML. Of 45 lines between 0.25 and 0.75, whatever their elements, 33 read as headings.
LIKELY = 0.5
#: How the line of a heading begins that Markdown marks.
_SIGN = "#"


def are_headings_marked(blocks: Sequence[Block]) -> bool:
    """Whether headings of an article are marked, as in Markdown: then all are."""
    return any(map(_is_marked, blocks))


def _is_marked(block: Block) -> bool:
    return block.kind is Kind.HEADING and bool(block.lines) and block.lines[0].lstrip().startswith(_SIGN)


def likely_headings(texts: Sequence[str], odds: Sequence[float]) -> list[bool]:
    """Which of the lines with these texts and log-odds are headings."""
    return [odd > LIKELY and len(text) <= LONGEST for text, odd in zip(texts, odds, strict=True)]
