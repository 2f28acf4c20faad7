"""The line below the headline of a wiki page that names the wiki.

MediaWiki prints it on every page, in the language of its menus: "From Wikipedia, the free encyclopedia", "Aus
ArchWiki". Style sheets set it small or hide it. It stands where a byline would, and in half of the languages
it begins with the word for "by".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from articlex.page import Block, Form, Page
from articlex.regex import regex
from articlex.signs.elements import Elements

#: The reason for which the stage of breadcrumbs marks such a line.
REASON = "wiki-line"
#: MediaWiki's id of the element, and the rarer of the two words that the reader makes of it.
_ID, _WORD = "siteSub", frozenset(("sub",))
#: The address of this version of the page, which MediaWiki prints below the text; it has the page's name in
#: it. Text browsers break the line behind its signs.
_VERSION = regex(r"[?&]\s?title=([^&]{1,300})&\s?(?:amp;)?oldid=\d+")
#: "Wiki" in the scripts of the world: most wikis have it in their name.
_WIKI = regex(
    r"wiki|vikip|вики|вікі|βικι|ויקי|ويكي|ویکی|विकि|উইকি|วิกิ|ウィキ|维基|維基|위키|ვიკი|վիքի", re.IGNORECASE
)
#: Characters of the longest such line, and how many of the page's last blocks the address is sought in: menus
#: stand below it.
_MAX_CHARS, _BELOW = 80, 120


def wiki_source_lines(page: Page, elements: Elements, first: int) -> Iterator[int]:
    """Indices of the blocks that name the wiki; ``first`` is the first block of running text."""
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
    """The name of the page, case-folded, from the printed address of its version; "" without one."""
    if not any("oldid=" in block.text for block in blocks):
        return ""
    found = _VERSION.search("\n".join([block.text for block in blocks]))
    return unquote("".join(found[1].split())).replace("_", " ").casefold() if found else ""
