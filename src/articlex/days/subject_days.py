"""Days in the sentence that introduces the subject of a page: "Example Bridge is a road bridge over the Wye,
which was opened on 3 May 1931.", "Ann Example, who tuned the bells of the town, died on 2 May 2022."
"""

from __future__ import annotations

from articlex.page import Page
from articlex.punctuation import SENTENCE_ENDS
from articlex.regex import regex
from articlex.signs import headline_block, signs_of

#: What follows the subject in its sentence: a letter behind a space, with a comma perhaps.
_GOES_ON = regex(r",? (?=[^\W\d_])")
#: Characters of the shortest headline, and of the shortest rest of the sentence.
_LEAST_HEADLINE, _LEAST_SAID = 4, 40


def is_of_subject(page: Page, index: int) -> bool:
    """Whether block ``index`` is a sentence that begins with the whole headline and goes on in lower case.

    In a script without case it has to be running text.
    """
    headline = headline_block(page)
    text = page.blocks[headline].text if 0 <= headline < index else ""
    said = page.blocks[index].text
    if len(text) < _LEAST_HEADLINE or len(said) < len(text) + _LEAST_SAID or not said.startswith(text):
        return False
    on = _GOES_ON.match(said, len(text))
    if on is None or said[-1] not in SENTENCE_ENDS:
        return False
    following = said[on.end()]
    return following.islower() or (following.upper() == following and signs_of(page).prose[index])
