"""The part of <title> that is a block of an HTML page by itself, where no heading is any part of it.

Boards made of tables have "Board :: View topic - No spark" in <title>, and the topic as a link above the
posts.
"""

from __future__ import annotations

from articlex.addresses import split_address
from articlex.page import Block, Page
from articlex.signs import signs_of
from articlex.titles.candidate import Ranked, with_first
from articlex.tokens import fold

#: The chance of the printed part, as a share of that of the likeliest candidate, at least.
_LEAST_RATIO = 0.25


def past_unprinted(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with the only candidate first that is a block above the text, if no heading prints any
    candidate. Links to the front page do not count: they are logos."""
    if len(ranked) < 2 or any(candidate.blocks for _, candidate in ranked):
        return ranked
    # A page made of tables may have all that is above its text in a few blocks.
    above = page.blocks[: max(signs_of(page).first, 0)]
    said = {fold(block.text) for block in above if block.text and not _leads_home(block)}
    best = ranked[0].chance
    printed = [each for chance, each in ranked if each.key in said and chance >= _LEAST_RATIO * best]
    return with_first(printed[0], ranked) if len(printed) == 1 else ranked


def _leads_home(block: Block) -> bool:
    """Whether a block links to a front page, or to nothing."""
    hrefs = [run.href for run in block.runs if run.href is not None]
    return any(not split_address(href).path.strip("/.") and "?" not in href for href in hrefs)
