"""Names in a list of authors with the number of their texts: "Ann Example (12)", "Bo Sample (3)"."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import Authors
from articlex.page import Block, Page
from articlex.regex import regex

_COUNT = r"\s*[(（\[]\s?\d{1,4}\s?[)）\]]"
_ALONE, _AT_END = regex(_COUNT), regex(rf"\S{_COUNT}\Z")


def is_counted(page: Page, candidate: Authors) -> bool:
    """Whether a name stands only in such lists, which name all authors of the site beside the article.

    A number in a single line may be the age of somebody whom the text is about.
    """
    blocks = page.blocks
    return bool(candidate.blocks) and all(
        len(candidate.names) == 1
        and _has_count(blocks[index], candidate.names[0])
        and any(_AT_END.search(other.text) for other in _beside(blocks, index))
        for index in candidate.blocks
    )


def _has_count(block: Block, name: str) -> bool:
    """Whether a block is a name and a number in brackets."""
    return block.text.startswith(name) and _ALONE.fullmatch(block.text, len(name)) is not None


def _beside(blocks: Sequence[Block], index: int) -> Sequence[Block]:
    """The blocks right before and right behind one."""
    return (*blocks[max(index - 1, 0) : index], *blocks[index + 1 : index + 2])
