"""The box about the author that follows an article."""

from __future__ import annotations

from articlex.options import Options
from articlex.page import Mark, Page, Role
from articlex.signs import Place, signs_of
from articlex.stages.contract import Output, Stage

REASONS = {
    "author-element": "The block stands in an element that is a box about the author.",
    "author-label": "The label of a box about the author, below the article.",
    "author-text": "What a box about the author says, below its label.",
}

#: An author box is a name, a few sentences and a link.
MAX_BLOCKS = 6


def run(page: Page, options: Options) -> Output:
    """Mark boxes about the author."""
    signs = signs_of(page)
    for index in signs.at[Place.AUTHOR]:
        if page.role(index) is Role.UNKNOWN:
            yield Mark(index, Role.AUTHOR_BIO, "author-element", 0.9)
    for section in signs.sections:
        if section.meaning != "author":
            continue
        for index in range(section.first, min(section.last, section.first + MAX_BLOCKS)):
            if page.role(index) is Role.UNKNOWN and signs.places[index] is not Place.AUTHOR:
                reason = "author-label" if index == section.first else "author-text"
                yield Mark(index, Role.AUTHOR_BIO, reason, 0.85)


STAGE = Stage(name="author_bio", run=run, reasons=REASONS, sets=frozenset({Role.AUTHOR_BIO}))
