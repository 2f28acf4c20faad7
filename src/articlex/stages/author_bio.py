"""The box about the author that follows an article."""

from __future__ import annotations

from bisect import bisect_left

from articlex.options import Options
from articlex.page import Block, Kind, Page, Role
from articlex.signs import Place, once_a_page, signs_of
from articlex.stages.contract import Output, Stage, mark_unknown

REASONS = {
    "author-element": "The block stands in an element that is a box about the author.",
    "author-label": "The label of a box about the author, below the article.",
    "author-text": "What a box about the author says, below its label.",
}

#: Blocks of the longest author box: a name, a few sentences and a link.
MAX_BLOCKS = 6
#: With so many headings of the same look above it, a heading on the author is a section of a document.
_LEAST_BEFORE = 3

#: Kind, tag, level, and class and id of a heading.
_Look = tuple[Kind, str, int, str]


def run(page: Page, options: Options) -> Output:
    """Mark boxes about the author."""
    signs = signs_of(page)
    named = dict.fromkeys(signs.at[Place.AUTHOR], "author-element")
    yield from mark_unknown(page, Role.AUTHOR_BIO, named, 0.9)
    for section in signs.sections:
        if section.meaning == "author":
            last = min(section.last, section.first + MAX_BLOCKS, _next_section(page, section.first))
            box = [index for index in range(section.first, last) if index not in named]
            reasons = {i: "author-label" if i == section.first else "author-text" for i in box}
            yield from mark_unknown(page, Role.AUTHOR_BIO, reasons, 0.85)


def _next_section(page: Page, first: int) -> int:
    """Where the section behind one on the author begins if they are sections of one document, as in a page of
    the manual: then their headings have one look. (In a box the name may be a heading too.)"""
    alike = _headings_by_look(page).get(_look(page, page.blocks[first]), [])
    place = bisect_left(alike, first)
    return alike[place + 1] if _LEAST_BEFORE <= place < len(alike) - 1 else len(page.blocks)


@once_a_page
def _headings_by_look(page: Page) -> dict[_Look, list[int]]:
    """The headings of each look, in order."""
    found: dict[_Look, list[int]] = {}
    for block in page.blocks:
        if block.kind is Kind.HEADING:
            found.setdefault(_look(page, block), []).append(block.index)
    return found


def _look(page: Page, block: Block) -> _Look:
    return block.kind, block.tag, block.level, page.nodes[block.node].shape


STAGE = Stage(name="author_bio", run=run, reasons=REASONS, sets=frozenset({Role.AUTHOR_BIO}))
