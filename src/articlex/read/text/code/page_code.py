"""Scripts and styles of the page itself in raw page text: programs that take away tags alone leave them in.

Nothing but the title of the page is above the first of them, since they stand in its head, and below them a
text goes on; an article about code has a sentence before its first piece.
"""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block, Kind
from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.regex import regex

#: Blocks above the first script or style: a title, a character set, a title again.
MOST_ABOVE = 3
#: What scripts have that serve the page: a queue or a state that another script takes up, the address of
#: their source, and data for search engines.
_SERVES = (
    r"currentScript|__[A-Z][A-Z_]+__ ?=|\b(\w+) ?= ?(?:window\.)?\1 ?\|\| ?[\[{]"
    r"|<!\[CDATA\[|/[*/]# source(?:Mapping)?URL="
    r"|\"@context\" ?: ?\"https?://schema\.org|\"(?:pageProps|initialState)\" ?:"
)
#: What scripts do that pages run when they are opened: set themselves in, wait until all is there, or serve.
SCRIPT = regex(
    rf"{_SERVES}|\.(?:createElement|getElementsByTagName|insertBefore|writeln?|push)\(|DOMContentLoaded"
    r"|(?:jQuery|\$)\((?:document|function|window)\b|window\.\w+ ?= ?|typeof \w+ ?!==? ?[\"']undefined"
)
#: What scripts do that set in others, and what serves those.
SERVING = regex(rf"{_SERVES}|(?:createElement|getElementsByTagName)\([\"']script")
#: Characters of a line that a program has written.
MINIFIED = 240
#: Rules of a style, whole or begun.
STYLE = regex(r"@[a-z-]+[^{};]{0,200}[{;]|[.#*:\w\[][^{};()=\"']{0,200}\{(?:\s*[a-z-]+ ?:[^;{}]+;?|\s*\Z)")
#: Signs of code, of all characters of a line that is some.
SIGNS = frozenset("(){}[];=<>\"'|:.,")
MIN_SIGNS = 0.12
#: Characters of a block that are looked at.
LONGEST = 4000


def page_code(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that are scripts and styles of the page itself."""
    above = enumerate(blocks[: MOST_ABOVE + 1])
    first = next((place for place, block in above if _is_own(block)), None)
    if first is None or any(map(_is_sentence, blocks[:first])):
        return []
    found = [
        block
        for before, block in zip((None, *blocks), blocks, strict=False)
        if _is_own(block) and not (before and before.text[-1:] in COLONS)
    ]
    text_goes_on = any(map(_is_sentence, blocks[first + 1 :]))
    return found if _are_mixed(found) or (text_goes_on and any(map(_is_sure, found))) else []


def _are_mixed(found: Sequence[Block]) -> bool:
    """Whether there are scripts and styles: a page that shows a file, and no text, has one of both."""
    scripts = any(SCRIPT.search(block.text, 0, LONGEST) for block in found)
    return scripts and any(STYLE.match(block.text, 0, LONGEST) for block in found)


def _is_sure(block: Block) -> bool:
    """Whether nobody shows such a script or style for what it is: it serves the page, or a line is long."""
    return SERVING.search(block.text, 0, LONGEST) is not None or max(map(len, block.lines)) >= MINIFIED


def _is_own(block: Block) -> bool:
    """Whether a block is a script or a style as those of pages are; what somebody has fenced is none."""
    text = block.text[:LONGEST]
    if block.kind is Kind.CODE:
        if block.lines[0].split() != text.partition("\n")[0].split():
            return False
    elif block.kind is not Kind.PARAGRAPH or len(block.lines) > 1 or not _looks_like_code(text):
        return False
    return (SCRIPT.search(text) or STYLE.match(text)) is not None


def _looks_like_code(text: str) -> bool:
    return sum(char in SIGNS for char in text) >= MIN_SIGNS * len(text)


def _is_sentence(block: Block) -> bool:
    """Whether a block ends as a sentence does, or introduces what is below it."""
    text = block.text
    return block.kind is not Kind.CODE and " " in text and (text[-1] in SENTENCE_ENDS or text[-1] in COLONS)
