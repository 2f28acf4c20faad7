"""Names below raw page text that a byline above it outranks: those of related stories, of commenters."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import Authors, name_key
from articlex.authors.outranking import NO_OUTRANKING, Outranking, outranking
from articlex.bylines.lines import read_line
from articlex.page import Page
from articlex.signs import headline_block, signs_of

#: Blocks below the headline in which a byline is expected, and characters of the longest.
_BELOW_TITLE, _LONGEST = 3, 140


def signers_over_below(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Those whom a line with a byline word right below the headline of raw page text names outrank those who
    only stand below the text."""
    core, end = signs_of(page).core
    below = headline_block(page) + 1
    lines = page.blocks[below : min(below + _BELOW_TITLE, core)] if below and len(candidates) > 1 else ()
    signed = {block.index for block in lines if _has_label(block.text)}
    if not signed:
        return NO_OUTRANKING
    signers = {place for place, each in enumerate(candidates) if not signed.isdisjoint(each.blocks)}
    named = {name_key(name) for place in signers for name in candidates[place].names}
    others = {
        place
        for place, each in enumerate(candidates)
        if each.blocks and min(each.blocks) > end and named.isdisjoint(map(name_key, each.names))
    }
    return outranking(signers, others)


def _has_label(text: str) -> bool:
    """Whether a line has a byline word and names persons only."""
    line = read_line(text, bare=False) if len(text) <= _LONGEST else None
    return line is not None and line.has_label and line.are_persons
