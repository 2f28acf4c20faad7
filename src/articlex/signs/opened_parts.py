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

    The text is what ``prose`` finds before, right in the element around the heading or around its section, or
    in an element of that.
    """
    with_text: set[int] = set()
    for block, name, is_text in zip(page.blocks, names, prose, strict=True):
        if name in _OF_LINKS and block.tag and block.level in _LEVELS:
            around = _around(page, block)
            if around >= 0 and around in with_text and _has_no_links_below(page, block.index):
                yield block.index
        if is_text:
            with_text.update((block.node, page.nodes[block.node].parent))


def _around(page: Page, heading: Block) -> int:
    """The element around a heading, or around the section that it opens; -1 for none."""
    around = page.nodes[heading.node].parent
    opens = around > 0 and page.nodes[around].first == heading.index
    return page.nodes[around].parent if opens else around


def _has_no_links_below(page: Page, index: int) -> bool:
    """Whether texts that are nothing to choose from stand below a heading, and neither they nor the next
    heading have a link."""
    is_told = False
    for below in range(index + 1, len(page.blocks)):
        block = page.blocks[below]
        if block.links or block.tag == "option":
            return False
        if block.level:
            break
        is_told = is_told or bool(block.text)
    return is_told
