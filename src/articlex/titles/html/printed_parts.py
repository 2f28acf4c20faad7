"""The part of <title> that a block of an HTML page says alone, where no heading says any.

Boards made of tables have "Board :: View topic - No spark" in <title>, and above the posts the topic as a
link.
"""

from __future__ import annotations

from articlex.addresses import split_address
from articlex.page import Block, Page
from articlex.signs import signs_of
from articlex.titles.candidate import Ranked, with_first
from articlex.tokens import fold

#: How likely the part that is printed has to be, in ratio to the likeliest candidate.
_LEAST_RATIO = 0.25


def past_unprinted(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with the only candidate first that a block above the text says alone, where the likeliest
    stands in no block of its own and no heading prints any; the logo links to the front page."""
    if len(ranked) < 2 or any(candidate.blocks for _, candidate in ranked):
        return ranked
    # A page made of tables may have all that is above its text in a few blocks.
    above = page.blocks[: max(signs_of(page).first, 0)]
    said = {fold(block.text) for block in above if block.text and not _leads_home(block)}
    best = ranked[0][0]
    printed = [each for chance, each in ranked if each.key in said and chance >= _LEAST_RATIO * best]
    return with_first(printed[0], ranked) if len(printed) == 1 else ranked


def _leads_home(block: Block) -> bool:
    """Whether a block links to the front page, or to nothing."""
    hrefs = [run.href for run in block.runs if run.href is not None]
    return any(not split_address(href).path.strip("/.") and "?" not in href for href in hrefs)
