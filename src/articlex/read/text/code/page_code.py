"""The page's own scripts and styles in raw page text, left in by programs that strip tags and nothing else.

They come from the head of the page, so nothing but a title is above the first of them, and below them the
text goes on. An article about code has a sentence before its first piece.
"""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Block, Kind
from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.read.text.scripts import dense_characters
from articlex.regex import regex

#: Most blocks above the first script or style: a title, a character set, a title again.
_MOST_ABOVE = 3
#: What only a page's own scripts have: state for other scripts, a source address, data for search engines.
_SERVES = (
    r"currentScript|__[A-Z][A-Z_]+__ ?=|\b(\w+) ?= ?(?:window\.)?\1 ?\|\| ?[\[{]"
    r"|<!\[CDATA\[|/[*/]# source(?:Mapping)?URL="
    r"|\"@context\" ?: ?\"https?://schema\.org|\"(?:pageProps|initialState)\" ?:"
)
#: What scripts do that run when a page is opened: insert themselves, wait for the page to load, or the above.
_SCRIPT = regex(
    rf"{_SERVES}|\.(?:createElement|getElementsByTagName|insertBefore|writeln?|push)\(|DOMContentLoaded"
    r"|(?:jQuery|\$)\((?:document|function|window)\b|window\.\w+ ?= ?|typeof \w+ ?!==? ?[\"']undefined"
)
#: The above, or what inserts other scripts.
_SERVING = regex(rf"{_SERVES}|(?:createElement|getElementsByTagName)\([\"']script")
#: Characters of a line that a minifier has written.
_MINIFIED = 240
#: Rules of a style sheet, complete or not.
_STYLE = regex(r"@[a-z-]+[^{};]{0,200}[{;]|[.#*:\w\[][^{};()=\"']{0,200}\{(?:\s*[a-z-]+ ?:[^;{}]+;?|\s*\Z)")
#: Characters of code, and their smallest share of a line of it.
_SIGNS = frozenset("(){}[];=<>\"'|:.,")
_MIN_SIGNS = 0.12
#: How many characters of a block are looked at.
_LONGEST = 4000


def page_code(blocks: Sequence[Block]) -> list[Block]:
    """The blocks that are the page's own scripts and styles."""
    above = enumerate(blocks[: _MOST_ABOVE + 1])
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
    """Whether there are both scripts and styles: a page that merely shows a file has one kind."""
    scripts = any(_SCRIPT.search(block.text, 0, _LONGEST) for block in found)
    return scripts and any(_STYLE.match(block.text, 0, _LONGEST) for block in found)


def _is_sure(block: Block) -> bool:
    """Whether no article would show this script or style: it serves the page, or is minified."""
    return _SERVING.search(block.text, 0, _LONGEST) is not None or max(map(len, block.lines)) >= _MINIFIED


def _is_own(block: Block) -> bool:
    """Whether a block looks like a page's own script or style; fenced code is not one."""
    text = block.text[:_LONGEST]
    if block.kind is Kind.CODE:
        if block.lines[0].split() != text.partition("\n")[0].split():
            return False
    elif block.kind is not Kind.PARAGRAPH or len(block.lines) > 1 or not _looks_like_code(text):
        return False
    return (_SCRIPT.search(text) or _STYLE.match(text)) is not None


def _looks_like_code(text: str) -> bool:
    return sum(char in _SIGNS for char in text) >= _MIN_SIGNS * len(text)


def _is_sentence(block: Block) -> bool:
    """Whether a block ends as a sentence does, or introduces what is below it."""
    text = block.text
    has_words = " " in text or dense_characters(text) > 1
    return block.kind is not Kind.CODE and has_words and (text[-1] in SENTENCE_ENDS or text[-1] in COLONS)
