"""Readers' comments below an article, with their forms and buttons."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.copyright_notices import begins_with_sign
from articlex.data.labels import meaning_of
from articlex.options import Options
from articlex.page import Page, Role, Wrap, stands_in
from articlex.signs import Dated, Place, Signs, is_row_of_labels, signs_of
from articlex.stages.contract import Output, Stage, mark_unknown

REASONS = {
    "comments-element": "The block stands in an element that is named after comments, below running text.",
    "comments-label": "The label of the comments or of the form for one.",
    "dated-comment": "One of a run of items below the text that each have a date, a name and a text.",
    "comments-block": "The block begins with the label of the comments, and no running text follows it.",
    "comment": "The block follows the label of the comments, after the article has ended.",
}

#: Running text above an element of comments, in bytes of UTF-8, at least: without it the comments are what
#: the page is for, as in a forum.
_MIN_PROSE_ABOVE = 400


def run(page: Page, options: Options) -> Output:
    """Mark comments."""
    signs = signs_of(page)
    below = (index for index in signs.at[Place.COMMENTS] if _is_below_text(signs, index))
    named = dict.fromkeys(below, "comments-element")
    yield from mark_unknown(page, Role.COMMENT, named, 0.9)
    others = dict((*_blocks(page, signs), *_sections(page, signs), *_dated(signs)))
    free = {index: reason for index, reason in others.items() if index not in named}
    yield from mark_unknown(page, Role.COMMENT, free, 0.75)


def _dated(signs: Signs) -> Iterator[tuple[int, str]]:
    """Runs of dated items that are comments."""
    for stretch in signs.dated:
        if stretch.kind is Dated.COMMENTS:
            yield from ((index, "dated-comment") for index in range(stretch.first, stretch.last + 1))


def _sections(page: Page, signs: Signs) -> Iterator[tuple[int, str]]:
    """What follows a label of comments, up to the next section or the foot of the page."""
    for section in signs.sections:
        if section.meaning == "comments":
            yield section.first, "comments-label"
            for block in page.blocks[section.first + 1 : section.last]:
                is_foot = begins_with_sign(block.text) or is_row_of_labels(block.text)
                if is_foot or signs.places[block.index] is Place.FOOTER:
                    break
                # A button that leads to the comments may stand above the footnotes.
                if not stands_in(block.within, Wrap.FOOTNOTE):
                    yield block.index, "comment"


def _blocks(page: Page, signs: Signs) -> Iterator[tuple[int, str]]:
    """Blocks that are a label of comments with the comments below it; no running text follows."""
    for block in page.blocks[max(signs.core.first + 1, signs.last) :]:
        label, _, rest = block.text.partition("\n")
        if rest and meaning_of(label) == "comments":
            yield block.index, "comments-block"


def _is_below_text(signs: Signs, index: int) -> bool:
    """Whether enough running text stands above a block."""
    return index > signs.first and signs.prose_before[min(index, signs.last + 1)] >= _MIN_PROSE_ABOVE


STAGE = Stage(name="comments", run=run, reasons=REASONS, sets=frozenset({Role.COMMENT}))
