"""The box about the author that follows an article."""

from __future__ import annotations

from articlex.options import Options
from articlex.page import Page, Role
from articlex.signs import Place, signs_of
from articlex.stages.contract import Output, Stage, mark_unknown

REASONS = {
    "author-element": "The block stands in an element that is a box about the author.",
    "author-label": "The label of a box about the author, below the article.",
    "author-text": "What a box about the author says, below its label.",
}

#: Blocks of the longest author box: a name, a few sentences and a link.
_MAX_BLOCKS = 6


def run(page: Page, options: Options) -> Output:
    """Mark boxes about the author."""
    signs = signs_of(page)
    named = dict.fromkeys(signs.at[Place.AUTHOR], "author-element")
    yield from mark_unknown(page, Role.AUTHOR_BIO, named, 0.9)
    for section in signs.sections:
        if section.meaning == "author":
            last = min(section.last, section.first + _MAX_BLOCKS)
            box = [index for index in range(section.first, last) if index not in named]
            reasons = {i: "author-label" if i == section.first else "author-text" for i in box}
            yield from mark_unknown(page, Role.AUTHOR_BIO, reasons, 0.85)


STAGE = Stage(name="author_bio", run=run, reasons=REASONS, sets=frozenset({Role.AUTHOR_BIO}))
