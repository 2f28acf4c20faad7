"""Persons in similar elements one below the other: weighed as rivals, they are one list of authors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlex.authors.gathering import OF_ELEMENTS, Authors
from articlex.bylines.given import begins_as_name, givenness
from articlex.bylines.names import read_names
from articlex.bylines.persons import is_person
from articlex.page import Form, Page, Role
from articlex.ranking import Weighed
from articlex.signs import headline_block, signs_of

#: Authors of one article in elements of their own, at most; more persons are a list of members.
_MOST = 8
#: Blocks that print the likeliest author, at most.
_MOST_PLACES = 2
#: What may stand behind a name: signs of footnotes, a comma.
_AROUND = " ,;*†‡0123456789"
_HEAD = frozenset((Role.TITLE, Role.DATE))


#: The candidates of a page with their probabilities to be the authors, the likeliest first.
Ranked = list[Weighed[Authors]]


class Person(NamedTuple):
    """A person's name and the index of the block that prints it."""

    name: str
    block: int


def with_beside(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with a candidate of all names first, if the likeliest is one of several side by side."""
    if not ranked:
        return ranked
    if whole := _stated_whole(page, ranked):
        return whole
    best = ranked[0].candidate
    if len(best.names) > 1 or not best.is_only_of(*OF_ELEMENTS):
        return ranked
    if whole := _in_head(page, ranked):
        return whole
    for index in best.blocks if len(best.blocks) <= _MOST_PLACES else ():
        run = _persons_around(page, index)
        names = [person.name for person in run]
        if not 1 < len(set(names)) == len(names) <= _MOST or best.names[0] not in names:
            continue
        if page.form is Form.HTML or _is_beside_head(page, run[0].block, run[-1].block, best):
            return joined(ranked, names, [person.block for person in run])
    return ranked


def _stated_whole(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with the persons first whom the markup states, if the lines that print the likeliest print
    each of them, where not all names could be told from the words around them; else []."""
    best = ranked[0].candidate
    lines = "\n".join(page.blocks[index].text for index in best.blocks)
    for _, other in ranked[1:] if lines else ():
        is_stated = set(best.names) < set(other.names) and not other.is_only_of(*OF_ELEMENTS)
        if is_stated and all(name in lines and is_person(name) for name in other.names):
            return joined(ranked, other.names, best.blocks)
    return []


def _in_head(page: Page, ranked: Ranked) -> Ranked:
    """``ranked`` with all persons first whom elements of one class name between headline and text, if the
    likeliest is one of them; else []. Other blocks may stand between them, as affiliations do in a paper."""
    headline, first = headline_block(page), signs_of(page).first
    best = ranked[0].candidate
    for _, whole in ranked[1:] if headline >= 0 and best.facts else ():
        if "joined-class" not in whole.features or best.names[0] not in whole.names:
            continue
        known = any(map(begins_as_name, whole.names))
        are_people = known and all(map(is_person, whole.names))
        # In a list of stories each author stands beside a headline, in one block with it.
        are_alone = {page.blocks[index].text.rstrip(_AROUND) for index in whole.blocks} <= set(whole.names)
        are_there = are_alone and all(headline < index < first for index in whole.blocks)
        if are_people and are_there and len(whole.names) <= _MOST:
            return joined(ranked, whole.names, whole.blocks)
    return []


def _is_beside_head(page: Page, first: int, last: int, best: Authors) -> bool:
    """Whether blocks ``first`` to ``last`` of raw page text stand next to the headline or the date, and
    ``best`` is printed nowhere else. Menus have names one below the other, too.
    """
    beside = [page.role(at) for at in (first - 1, last + 1) if 0 <= at < len(page.blocks)]
    return len(best.blocks) == 1 and not _HEAD.isdisjoint(beside)


def joined(ranked: Ranked, names: Sequence[str], blocks: list[int]) -> Ranked:
    """``ranked`` with all ``names`` as one candidate first, which takes over the chances of its parts."""
    members = [one for one in ranked if set(one.candidate.names).issubset(names)]
    facts = [fact for one in members for fact in one.candidate.facts]
    whole = Weighed(sum(one.chance for one in members), Authors(tuple(names), blocks, facts))
    return [whole, *(one for one in ranked if one not in members)]


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
    while 0 <= at < len(page.blocks) and abs(at - index) <= _MOST:
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
    given = givenness(names[0])
    return names[0] if given == "first" or (given == "other" and page.form is Form.HTML) else ""
