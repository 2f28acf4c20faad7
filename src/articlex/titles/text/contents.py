"""Entries of a table of contents in raw page text, which are no headline: they name sections below."""

from __future__ import annotations

from articlex.page import Kind, Page
from articlex.ranking import Weighed
from articlex.read.text.sections import SECTION_LEVEL, entry_name
from articlex.signs import signs_of
from articlex.titles.candidate import Candidate, Ranked


def past_entries(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` without entries of a table of contents, if the likeliest is one and others are left. The
    chances of these grow, and that of "none", by the same factor."""
    sections = _sections(page)
    if not ranked or not _is_entry(page, ranked[0].candidate, sections):
        return ranked
    others = [one for one in ranked if not _is_entry(page, one.candidate, sections)]
    left = 1.0 - sum(chance for chance, _ in ranked) + sum(chance for chance, _ in others)
    # A chance of exactly 1 leaves nothing for the others.
    if not others or left <= 0:
        return ranked
    return [Weighed(chance / left, candidate) for chance, candidate in others]


def _sections(page: Page) -> dict[str, int]:
    """The blocks of the headings inside the running text, by what an entry would call them."""
    signs = signs_of(page)
    return {
        entry_name(block.text): block.index
        for block in page.blocks[signs.core.first + 1 : signs.last]
        if block.kind is Kind.HEADING and block.level == SECTION_LEVEL
    }


def _is_entry(page: Page, candidate: Candidate, sections: dict[str, int]) -> bool:
    """Whether a candidate, and a line right beside it, name sections farther down."""
    first = candidate.blocks[0]

    def names_section(text: str) -> bool:
        return sections.get(entry_name(text), -1) > first + 1

    return names_section(candidate.text) and any(names_section(block.text) for block in page.beside(first))
