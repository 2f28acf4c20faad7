"""Authors that the first or last paragraph credits, where no line of its own and no markup names one."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.authors.gathering import Authors
from articlex.authors.impostors.outranked import wide_label
from articlex.bylines.given import begins_as_name, has_given_name
from articlex.bylines.persons import is_person
from articlex.bylines.reporters import closing_credit, line_credit, opening_credit
from articlex.data.bylines import byline_words
from articlex.page import Fact, Field, Page
from articlex.page_kinds import page_kind
from articlex.signs import signs_of

#: Blocks above the first paragraph, and from it on, that are looked at for a credit.
_BEFORE, _FIRST = 2, 3
#: The score of such a credit, which is above that of a candidate that only markup states and below a byline;
#: and by how much a credited person exceeds the score of the newspaper.
_SCORE, _MORE = 0.6, 0.001
#: Characters of the longest block that is nothing but a credit.
_MOST_LINE = 40


def credit_in_text(page: Page) -> Fact | None:
    """The authors that the text credits where it begins or ends, persons before agencies; None for no credit.

    None for a thread, too: the credits in it stand in articles that it quotes.
    """
    first, last = signs_of(page).core
    if last < 0 or page_kind(page).kind == "forum":
        return None
    found = [*_opening(page, signs_of(page).first), *_opening(page, first), *_closing(page, last)]
    # The line below an agency's dateline may name its reporters.
    return next((each for each in found if not _is_body(each)), found[0] if found else None)


def _opening(page: Page, first: int) -> Iterator[Fact]:
    """The credits in the first paragraphs and right above them; ``first`` is the block of the first one."""
    for index in range(max(0, first - _BEFORE), min(first + _FIRST, len(page.blocks))):
        text = page.blocks[index].text
        if names := opening_credit(text) or (line_credit(text) if len(text) <= _MOST_LINE else ()):
            yield _fact(page, names, index)


def _closing(page: Page, last: int) -> Iterator[Fact]:
    """The credits in the last paragraph, the block ``last``, and in the line below it."""
    for index in range(last, min(last + 2, len(page.blocks))):
        text = page.blocks[index].text
        is_line = len(text) <= _MOST_LINE
        if names := line_credit(text) if is_line else closing_credit(text) if index == last else ():
            yield _fact(page, names, index)


def _is_body(credit: Fact) -> bool:
    """Whether a credit names no person but an agency."""
    return all(name.endswith(byline_words().bodies) for name in credit.value)


def credited_person(page: Page, best: Authors, score: float) -> Fact | None:
    """The reporters that the text credits, with a score above ``score``, if the chosen candidate ``best`` is
    the site, the newspaper or its desk, or is labelled as an editor in Chinese; else None."""
    bodies, names = byline_words().bodies, best.names
    are_persons = any(
        has_given_name(name) and is_person(name) and not name.endswith(bodies) for name in names
    )
    if are_persons and not _is_editor(page, best):
        return None
    credit = credit_in_text(page)
    if credit is None or not all(map(begins_as_name, credit.value)):
        return None
    return credit._replace(score=max(_SCORE, round(min(1.0, score + _MORE), 3)))


def _is_editor(page: Page, best: Authors) -> bool:
    """Whether a Chinese label for editors stands before the name wherever the page prints it: "责编：王"."""
    name = best.names[0]
    texts = [page.blocks[index].text for index in best.blocks]
    labels = {wide_label(text, name) for text in texts if name in text}
    return bool(labels) and byline_words().editors.issuperset(labels)


def _fact(page: Page, names: tuple[str, ...], index: int) -> Fact:
    return Fact(Field.AUTHORS, names, "byline", page.blocks[index].text, "credited", _SCORE, index)
