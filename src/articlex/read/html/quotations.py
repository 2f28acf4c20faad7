"""Which <blockquote> quotes nobody: the frame of a post, and what old pages indent their text with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from articlex.page import Block, Kind, Wrap
from articlex.read.html.state import PLAIN, Plain, State
from articlex.read.html.tree import Attributes, Element
from articlex.regex import regex

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

#: Classes of the element that holds a post whole, which in vBulletin 4 and 5, XenForo 1 and the boards of
#: images is a <blockquote>, or an abstract, as in arXiv.
_FRAME = regex(
    r"(?i)(?:post|message|entry|comment|reply|article)[-_]?(?:content|message|body|text)s?|abstract"
)
#: Share of the page's running text that is indented where all of it is, and the shortest running text. Of 219
#: pages of the corpora with a <blockquote> that has no class, one is such a page.
_NEARLY_ALL, _LEAST_RUNNING = 0.85, 40


def is_frame(attributes: Mapping[str, str]) -> bool:
    """Whether a <blockquote> is by its class what somebody writes here, and not what they quote."""
    classes = attributes.get("class")
    return classes is not None and any(map(_FRAME.fullmatch, classes.split()))


def quoted(walker: Walker, element: Element, attributes: Attributes, state: State) -> Plain:
    """What a post quotes is read like any other element; the walker puts it in a quotation."""
    return PLAIN


def without_indents(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without the quotations around them where nearly all of the page's text stands in such.

    No page is a quotation as a whole, with headings in it; pages of the years before style sheets indented
    their text so. A page of quotations has no headings inside them.
    """
    indented = headings = running = 0
    for block in blocks:
        is_indented = _is_indented(block)
        headings += is_indented and block.kind is Kind.HEADING
        size = len(block.text) - block.link_chars
        if size >= _LEAST_RUNNING:
            running += size
            indented += is_indented * size
    if not headings or indented < _NEARLY_ALL * running:
        return list(blocks)
    return [replace(block, within=block.within[1:]) if _is_indented(block) else block for block in blocks]


def _is_indented(block: Block) -> bool:
    """Whether the outermost structure around a block is a quotation that names no source."""
    return bool(block.within) and block.within[0].wrap is Wrap.QUOTE and not block.within[0].label
