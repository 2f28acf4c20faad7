"""The line below the headline of a wiki's page that says which wiki it is from.

MediaWiki prints it on every page, in the language of its menus: "From Wikipedia, the free encyclopedia", "Aus
ArchWiki". It is set small or hidden by a style sheet, stands where a byline does, and begins with the word
for "by" in half of the languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from articlex.page import Block, Form, Page
from articlex.regex import regex
from articlex.signs.elements import Elements

#: Why the stage of breadcrumbs marks such a line.
REASON = "wiki-line"
#: MediaWiki's id of the element, and the rarer of the words that it is read as.
_ID, _WORD = "siteSub", frozenset(("sub",))
#: The address of a version of a page, which MediaWiki prints below it, with the name of the page. Text
#: browsers break it behind its signs.
_VERSION = regex(r"[?&]\s?title=([^&]{1,300})&\s?(?:amp;)?oldid=\d+")
#: "Wiki" as the scripts of the world write it: the name of a wiki has it, but for a few.
_WIKI = regex(
    r"wiki|vikip|вики|вікі|βικι|ויקי|ويكي|ویکی|विकि|উইকি|วิกิ|ウィキ|维基|維基|위키|ვიკი|վիքի", re.IGNORECASE
)
#: Characters of such a line, and lines below the text among which the address stands: below it are menus.
_MAX_CHARS, _BELOW = 80, 120


def wiki_source_lines(page: Page, elements: Elements, first: int) -> Iterator[int]:
    """The blocks that say which wiki the page is from; its running text begins with the block ``first``."""
    if page.form is Form.HTML:
        for number in elements.called(_WORD):
            node = page.nodes[number]
            if _ID in node.shape.split():
                yield from range(node.first, node.last)
    elif name := _name_of_page(page.blocks[-_BELOW:]):
        for block in page.blocks[: first + 1]:
            if len(block.text) <= _MAX_CHARS and _WIKI.search(block.text) and block.text.casefold() != name:
                yield block.index


def says_source(page: Page, index: int) -> bool:
    """Whether the stage of breadcrumbs has marked the block as such a line."""
    return bool(page.marks) and page.marks[index].reason == REASON


def _name_of_page(blocks: Sequence[Block]) -> str:
    """The name of the page, case-folded, as the address of its version says it; "" where none is printed."""
    if not any("oldid=" in block.text for block in blocks):
        return ""
    found = _VERSION.search("\n".join([block.text for block in blocks]))
    return unquote("".join(found[1].split())).replace("_", " ").casefold() if found else ""
