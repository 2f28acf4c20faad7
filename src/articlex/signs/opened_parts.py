"""Headings that read like labels of link lists and open a part of the text: "Keywords" in the manual of a
language, "See also" above explained terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.page import Block, Page

#: Meanings of labels of lists of links. Without a link below it such a label is a heading like any other.
_OF_LINKS = frozenset({"tags", "related"})
#: Levels of the headings of a text, rather than of a box beside it.
_LEVELS = range(1, 4)


def opened_parts(page: Page, names: Sequence[str], prose: Sequence[bool]) -> Iterator[int]:
    """Indices of such headings in HTML: no link stands below them, and the text goes on there.

    ``names`` has what each block means as a label, ``prose`` whether it is running text. A heading stands in
    a text if running text comes before it in the element around it, or around the section that it opens.
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
    """Whether text without links stands below a heading, up to the next one, which has no link either; the
    options of a form are no text."""
    is_told = False
    for below in range(index + 1, len(page.blocks)):
        block = page.blocks[below]
        if block.links or block.tag == "option":
            return False
        if block.level:
            break
        is_told = is_told or bool(block.text)
    return is_told
