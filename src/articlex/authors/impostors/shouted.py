"""Headings in capitals that begin as a byline does."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.bylines.given import givenness
from articlex.page import Block, Page
from articlex.signs import signs_of

#: Words of a heading in capitals that begins as a byline does, and characters of the paragraph below.
_MOST_SHOUTED, _PARAGRAPH = 6, 40


def is_shouted(page: Page, block: Block, names: Sequence[str]) -> bool:
    """Whether a line in capitals above a paragraph of the text or a lesser heading names nobody with a given
    name: "PAR CES MOTIFS", "TITOLO I"."""
    if not block.text.isupper() or len(block.text.split()) > _MOST_SHOUTED:
        return False
    in_text, below = signs_of(page).first < block.index, page.blocks[block.index + 1 : block.index + 2]
    heads = any(
        (in_text and len(other.text) >= _PARAGRAPH and not other.text.isupper())
        or other.level > block.level > 0
        for other in below
    )
    return heads and all(givenness(name) == "none" for name in names)
