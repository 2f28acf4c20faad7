"""Pull quotes: words of the text that a page prints once more, large, to draw the eye."""

from __future__ import annotations

from itertools import islice

from articlex.page import Block, Kind, Page
from articlex.regex import NO_WORD
from articlex.signs import signs_of

#: Words of the class of the element around one, of which "quote" says it of what is no <blockquote>.
_PULLED = frozenset({"pullquote", "pullquotes", "pull"})
_QUOTE = frozenset({"quote", "quotebox"})
_CALLED, _ASIDE = _PULLED | _QUOTE, frozenset({"aside"})
#: Elements around a block that are looked at.
_MOST_AROUND = 4
#: Letters and figures of the shortest one, and blocks on either side among which its words are looked for.
_LEAST, _NEAR = 12, 15


def pull_quotes(page: Page, chosen: set[int]) -> set[int]:
    """Those of the ``chosen`` blocks whose words all stand in a chosen paragraph that is near."""
    elements = signs_of(page).elements
    if not (elements.are_called(_CALLED) or elements.tagged(_ASIDE)):
        return set()  # half of the pages have no such element
    order = sorted(chosen)
    found = set()
    for place, index in enumerate(order):
        block = page.blocks[index]
        if block.kind is not Kind.PARAGRAPH or not _is_set_apart(page, block):
            continue
        words = _words(block.text)
        near = (page.blocks[other] for other in order[max(0, place - _NEAR) : place + _NEAR + 1])
        if len(words.replace(" ", "")) >= _LEAST and any(_holds(other, block, words) for other in near):
            found.add(index)
    return found


def _is_set_apart(page: Page, block: Block) -> bool:
    """Whether an element around a block is an aside, or has the class of a pull quote."""
    for node in islice(page.around(block), _MOST_AROUND):
        is_quote = node.tag != "blockquote" and not _QUOTE.isdisjoint(node.words)
        if node.tag == "aside" or is_quote or not _PULLED.isdisjoint(node.words):
            return node.last - node.first <= 2
    return False


def _holds(paragraph: Block, quote: Block, words: str) -> bool:
    """Whether a longer paragraph has the words of a quote."""
    if paragraph.kind is not Kind.PARAGRAPH or len(paragraph.text) <= len(quote.text):
        return False
    return f" {words} " in f" {_words(paragraph.text)} "


def _words(text: str) -> str:
    """The words of a text, parted by single spaces, without case and signs."""
    return " ".join(NO_WORD.split(text.casefold())).strip()
