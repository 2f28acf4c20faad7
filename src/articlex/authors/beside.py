"""Persons in similar elements one below the other: weighed as rivals, they are one list of authors."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.authors.continued import MOST, Person, Ranked, joined
from articlex.bylines.given import has_given_name
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_person
from articlex.page import Form, Page

#: Sources of facts that read the bylines of the page.
_OF_BYLINES = frozenset(("class", "rel"))
#: Blocks that print the likeliest author, at most.
_MOST_PLACES = 2


def with_beside(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with a candidate of all names first, if the likeliest is one of several side by side in an
    HTML page."""
    best = ranked[0].candidate if ranked and page.form is Form.HTML else None
    if best is None or len(best.names) > 1 or any(fact.source not in _OF_BYLINES for fact in best.facts):
        return ranked
    for index in best.blocks if len(best.blocks) <= _MOST_PLACES else ():
        run = _persons_around(page, index)
        names = [person.name for person in run]
        if 1 < len(set(names)) == len(names) <= MOST and best.names[0] in names:
            return joined(ranked, run)
    return ranked


def _persons_around(page: Page, index: int) -> list[Person]:
    """The persons in a row of similar elements around a block that is one of them."""
    if not _person(page, index):
        return []
    before, after = (list(_along(page, index, step)) for step in (-1, 1))
    return [Person(_person(page, at), at) for at in (*reversed(before), index, *after)]


def _along(page: Page, index: int, step: int) -> Iterator[int]:
    """The blocks on one side of a block, as long as each is a person in a similar sibling of its element."""
    own = page.nodes[page.blocks[index].node]
    at = index + step
    while 0 <= at < len(page.blocks) and abs(at - index) <= MOST:
        node = page.nodes[page.blocks[at].node]
        if (node.parent, node.tag, node.shape) != (own.parent, own.tag, own.shape) or not _person(page, at):
            return
        yield at
        at += step


def _person(page: Page, index: int) -> str:
    """The person that a block names and nothing else, if a given name in it is known; else ""."""
    text = page.blocks[index].text
    names = read_names(text)
    if len(names) != 1 or len(text) > len(names[0]) + 1 or not is_person(names[0]):
        return ""
    return names[0] if has_given_name(names[0]) else ""
