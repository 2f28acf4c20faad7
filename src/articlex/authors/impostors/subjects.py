"""Whom a page is about: their name is the caption below a headline that quotes them."""

from __future__ import annotations

from articlex.authors.gathering import Authors
from articlex.page import Page
from articlex.regex import regex
from articlex.signs import headline_block

#: Blocks below the headline in which the caption of somebody who is quoted stands.
_BELOW = 3
#: Letters of the shortest surname that is looked for in the headline, and the words of that.
_LEAST_SURNAME, _WORDS = 4, regex(r"\w+")


def is_subject(page: Page, candidate: Authors) -> bool:
    """Whether a candidate is a name alone below a headline that has the surname, and above a text that begins
    with the name: the caption of somebody whom the headline quotes."""
    name, headline = candidate.names[0], headline_block(page)
    surname = name.rpartition(" ")[2]
    if headline < 0 or "bio-below" not in candidate.features or len(surname) < _LEAST_SURNAME:
        return False
    if surname not in _WORDS.findall(page.blocks[headline].text) or not candidate.blocks:
        return False
    return all(
        headline < index <= headline + _BELOW and page.blocks[index].text.strip() == name
        for index in candidate.blocks
    )
