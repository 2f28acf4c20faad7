"""Headings in capitals that begin like bylines: "PAR CES MOTIFS"."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.bylines.given import has_given_name
from articlex.page import Block, Page
from articlex.signs import signs_of

#: Words of such a heading, at most, and characters of the paragraph below, at least.
_MOST_SHOUTED, _PARAGRAPH = 6, 40


def is_shouted(page: Page, block: Block, names: Sequence[str]) -> bool:
    """Whether a block in capitals is a heading: a paragraph of the text or a lesser heading follows, and none
    of ``names`` has a known given name ("TITOLO I")."""
    if not block.text.isupper() or len(block.text.split()) > _MOST_SHOUTED:
        return False
    in_text, below = signs_of(page).first < block.index, page.blocks[block.index + 1 : block.index + 2]
    heads = any(
        (in_text and len(other.text) >= _PARAGRAPH and not other.text.isupper())
        or other.level > block.level > 0
        for other in below
    )
    return heads and not any(map(has_given_name, names))
