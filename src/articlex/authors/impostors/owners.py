"""Who owns the place in which a page stands and has not written it: a repository, of its issues."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from articlex.addresses import split_address
from articlex.authors.gathering import Authors
from articlex.authors.links import linked_names
from articlex.page import Block, Page
from articlex.signs import headline_block

#: Blocks below the headline in which whoever has written a page is named.
_BELOW = 4


def owned(page: Page, candidates: Sequence[Authors]) -> tuple[set[int], set[int]]:
    """The places of the candidates that a source states right below the headline, and of those that the path
    of the page names above it: "ann / boats" above, "bo opened this issue" below.

    Both sets are empty where there is none of either.
    """
    title = headline_block(page)
    below = range(title, title + _BELOW) if title >= 0 else range(0)
    signers = {place for place, each in enumerate(candidates) if each.facts and _stands_in(each, below)}
    if not signers:
        return set(), set()
    named = {name for block in page.blocks[:title] if block.links > 1 for name in _path_names(block)}
    owners = {
        place
        for place, each in enumerate(candidates)
        if not named.isdisjoint(each.names) and not _stands_in(each, below)
    }
    return (signers, owners) if owners else (set(), set())


def _stands_in(candidate: Authors, blocks: range) -> bool:
    places = (*candidate.blocks, *(fact.block for fact in candidate.facts if fact.block is not None))
    return any(place in blocks for place in places)


def _path_names(block: Block) -> Iterator[str]:
    """The names that a block prints as the first step of a path, before the link one step further on."""
    for (name, address), (_, following) in pairwise(linked_names(block)):
        first, further = _steps(address), _steps(following)
        if len(first) == 1 and len(further) == 2 and further[0] == first[0] == name:
            yield name


def _steps(address: str) -> list[str]:
    return [step for step in split_address(address).path.split("/") if step]
