"""Headings of a text that read as labels: "Keywords" above those of a language, "See also" above terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.page import Block, Page

#: Labels of lists of links: without a link below it, one is a heading as any other.
_OF_LINKS = frozenset({"tags", "related"})
#: Levels of the headings of a text, rather than of a box beside it.
_LEVELS = range(1, 4)


def opened_parts(page: Page, names: Sequence[str], prose: Sequence[bool]) -> Iterator[int]:
    """The headings in HTML that are called as a list of links is, ``names`` being the meanings of the blocks
    as labels, and have none below them, but lines of the text in which they stand.

    The text is what ``prose`` finds before, in the element around the heading, or around its section.
    """
    for index, name in enumerate(names):
        if name in _OF_LINKS:
            block = page.blocks[index]
            is_heading = bool(block.tag) and block.level in _LEVELS
            if is_heading and _has_no_links_below(page, index) and _stands_in_text(page, block, prose):
                yield index


def _stands_in_text(page: Page, block: Block, prose: Sequence[bool]) -> bool:
    """Whether running text stands before a heading right in the element around it or its section."""
    around = page.nodes[block.node].parent
    if around > 0 and page.nodes[around].first == block.index:
        around = page.nodes[around].parent
    if around < 0:
        return False
    first = page.nodes[around].first
    return any(
        is_text and around in (other.node, page.nodes[other.node].parent)
        for other, is_text in zip(page.blocks[first : block.index], prose[first : block.index], strict=True)
    )


def _has_no_links_below(page: Page, index: int) -> bool:
    """Whether texts that are nothing to choose from stand below a heading, and neither they nor the next
    heading have a link."""
    is_told = False
    for block in page.blocks[index + 1 :]:
        if block.links or block.tag == "option":
            return False
        if block.level:
            break
        is_told = is_told or bool(block.text)
    return is_told
