"""The authors of a paper: a line of names between its title and its abstract."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.bylines.given import has_given_name
from articlex.bylines.persons import is_person
from articlex.data.bylines import byline_words
from articlex.page import Block, Page
from articlex.punctuation import SENTENCE_ENDS
from articlex.signs import headline_block, signs_of

#: Blocks from title to names, and from names to abstract (affiliations, addresses), at most.
_BELOW_TITLE, _ABOVE_ABSTRACT = 4, 14
#: What may surround the word "Abstract", and characters of the longest such word with it.
_AROUND, _MAX_WORD = " :：.。—–-【】[]〔〕《》", 20
#: What parts that word from the text behind it.
_SIGNS = frozenset(":：.。—–-】]〕")
#: How a line begins that is a date in brackets: "(14 March 2024)".
_OPENS_DAY = ("(", "（")


def heads_paper(page: Page, index: int, names: Sequence[str]) -> bool:
    """Whether a line of persons, ``names``, stands right below the headline and above an abstract."""
    title = headline_block(page)
    if title < 0 or not title < index <= title + _BELOW_TITLE:
        return False
    if not all(map(is_person, names)) or not any(map(has_given_name, names)):
        return False
    if signs_of(page).makeup.prices:
        # A shop prints the author of a book and a summary of it, too.
        return False
    for block in page.blocks[index + 1 : index + 1 + _ABOVE_ABSTRACT]:
        if _begins_abstract(block.text):
            # A single name right above a summary may be the subject of the page.
            return len(names) > 1 or block.index > index + 1
        if signs_of(page).prose[block.index]:
            break
    return False


def above_abstract(page: Page) -> list[Block]:
    """The blocks between the headline and the abstract of a paper, with its authors and their affiliations,
    but without a date in brackets; empty where no abstract follows."""
    title = headline_block(page)
    if title < 0:
        return []
    head: list[Block] = []
    for block in page.blocks[title + 1 : title + 1 + _ABOVE_ABSTRACT]:
        if _begins_abstract(block.text):
            return head
        if signs_of(page).prose[block.index] and block.text[-1] in SENTENCE_ENDS:
            break
        if not block.text.startswith(_OPENS_DAY):
            head.append(block)
    return []


def _begins_abstract(text: str) -> bool:
    """Whether a text is the word "Abstract" in some language, or begins with it: "Abstract. The bridges"."""
    start = text[:_MAX_WORD].lstrip(_AROUND).casefold()
    words = byline_words().abstracts
    if start.strip(_AROUND) in words:
        return True
    return any(start.startswith(word) and start[len(word) :].lstrip()[:1] in _SIGNS for word in words)
