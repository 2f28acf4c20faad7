"""Who is credited inside the text of an article, where no line of its own and no markup names the author."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.unsigned import page_kind
from articlex.bylines.given import givenness
from articlex.bylines.persons import is_person
from articlex.bylines.reporters import closing_credit, opening_credit
from articlex.data.bylines import byline_words
from articlex.page import Fact, Field, Page
from articlex.signs import signs_of

#: Blocks at the beginning of the running text, from a line before it on, that are looked at.
_BEFORE, _FIRST = 2, 2
#: How sure such a credit is: surer than what markup states alone, less than a byline. By how much one of a
#: person is surer than the paper.
_SCORE, _MORE = 0.6, 0.001
#: Characters of a line of its own behind the text that may be such a credit.
_MOST_LINE = 40


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
    for index in range(last, min(last + 2, len(page.blocks))):
        text = page.blocks[index].text
        names = closing_credit(text) if index == last or len(text) <= _MOST_LINE else ()
        if names:
            return _fact(page, names, index)
    return None


def credited_person(page: Page, names: Sequence[str], score: float) -> Fact | None:
    """The reporters whom the text credits, surer than ``score``, where ``names`` are no persons but the site,
    the paper or its desk; None without either."""
    bodies = byline_words().bodies
    if any(givenness(name) != "none" and is_person(name) and not name.endswith(bodies) for name in names):
        return None
    credit = credit_in_text(page)
    if credit is None or not all(givenness(name) == "first" for name in credit.value):
        return None
    return credit._replace(score=max(_SCORE, round(min(1.0, score + _MORE), 3)))


def _fact(page: Page, names: tuple[str, ...], index: int) -> Fact:
    return Fact(Field.AUTHORS, names, "byline", page.blocks[index].text, "credited", _SCORE, index)
