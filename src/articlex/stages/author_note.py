"""Notes about the author below the text: "Ann Lee has written about the harbour since 2015".

They are told by the name from the byline, so no word for "author" is needed.
"""

from __future__ import annotations

from collections.abc import Iterator

from articlex.options import Options
from articlex.page import Block, Mark, Page, Role
from articlex.signs import Signs, signs_of
from articlex.stages.contract import Output, Stage
from articlex.stages.parts.author_names import author_names, begins_with

REASONS = {
    "begins-with-author": "A short text near the end that begins with the author's name.",
}

#: Running text above a note, in bytes of UTF-8, at least, and below it as a share of the page's, at most.
_MIN_ABOVE, _MAX_BELOW = 200, 0.35
#: If so many paragraphs begin with the name, the article is about its author, or an interview.
_SUBJECT = 3


def run(page: Page, options: Options) -> Output:
    """Mark notes about the author."""
    signs = signs_of(page)
    names = author_names(page)
    if not names or signs.core.last < 0:
        return
    notes = [block.index for block in _notes(page, signs, names)]
    if len(notes) >= _SUBJECT + len(names) - 1:
        return
    for index in notes:
        if page.role(index) is Role.UNKNOWN:
            yield Mark(index, Role.AUTHOR_BIO, "begins-with-author", 0.8)


def _notes(page: Page, signs: Signs, names: tuple[str, ...]) -> Iterator[Block]:
    """The blocks near the end of the text that begin with one of the names."""
    total = signs.prose_before[-1]
    for block in page.blocks[signs.core.first + 1 :]:
        above, below = signs.prose_before[block.index], total - signs.prose_before[block.index + 1]
        if above >= _MIN_ABOVE and below <= _MAX_BELOW * total and begins_with(block.text, names):
            yield block


STAGE = Stage(name="author_note", run=run, reasons=REASONS, sets=frozenset({Role.AUTHOR_BIO}))
