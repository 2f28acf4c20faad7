"""Who is credited inside the text of an article, where no line of its own and no markup names the author."""

from __future__ import annotations

from articlex.authors.unsigned import page_kind
from articlex.bylines.reporters import closing_credit, opening_credit
from articlex.page import Fact, Field, Page
from articlex.signs import signs_of

#: Blocks at the beginning of the running text, from a line before it on, that are looked at.
_BEFORE, _FIRST = 2, 2
#: How sure such a credit is: surer than what markup states alone, less than a byline.
_SCORE = 0.6


def credit_in_text(page: Page) -> Fact | None:
    """The authors whom the first paragraph or the end of the last one credits; None if neither does.

    A thread quotes articles, so that the credits in it are other people's.
    """
    first, last = signs_of(page).core
    if last < 0 or page_kind(page).kind == "forum":
        return None
    for index in range(max(0, first - _BEFORE), min(first + _FIRST, last + 1)):
        if names := opening_credit(page.blocks[index].text):
            return _fact(page, names, index)
    names = closing_credit(page.blocks[last].text)
    return _fact(page, names, last) if names else None


def _fact(page: Page, names: tuple[str, ...], index: int) -> Fact:
    return Fact(Field.AUTHORS, names, "byline", page.blocks[index].text, "credited", _SCORE, index)
