"""Days in what a page says first of whom or what it is about: "Example Bridge is a road bridge over the Wye,
which was opened on 3 May 1931.", "Ann Example, who tuned the bells of the town, died on 2 May 2022."
"""

from __future__ import annotations

from articlex.page import Page
from articlex.regex import regex
from articlex.signs import headline_block, signs_of

#: How a sentence goes on behind its first words, in a script with capitals and in one without.
_GOES_ON = regex(r",? (?=[^\W\d_])")
#: Characters of the shortest headline, and of what such a sentence says at least.
_LEAST_HEADLINE, _LEAST_SAID = 4, 40
_STOPS = frozenset(".!?…。！？।؟")


def is_of_subject(page: Page, index: int) -> bool:
    """Whether a block is a sentence that begins with the whole headline and goes on in small letters."""
    headline = headline_block(page)
    text = page.blocks[headline].text if 0 <= headline < index else ""
    said = page.blocks[index].text
    if len(text) < _LEAST_HEADLINE or len(said) < len(text) + _LEAST_SAID or not said.startswith(text):
        return False
    on = _GOES_ON.match(said, len(text))
    if on is None or said[-1] not in _STOPS:
        return False
    following = said[on.end()]
    return following.islower() or (following.upper() == following and signs_of(page).prose[index])
