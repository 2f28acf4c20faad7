"""Names of customers who review a product on its page: the markup calls them authors, of their reviews."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import Authors
from articlex.page import Page
from articlex.signs import headline_block, signs_of

#: Words in class and id of the element with the reviews. "Review" may be the page itself, by a critic.
_REVIEWS = frozenset({"reviews"})


def of_reviews(page: Page, candidates: Sequence[Authors]) -> set[int]:
    """The indices of the candidates that only reviews name, on a page with a price."""
    signs = signs_of(page)
    if not signs.makeup.prices:
        return set()
    title = headline_block(page)
    nodes = (page.nodes[number] for number in signs.elements.called(_REVIEWS))
    spans = [(node.first, node.last) for node in nodes if not node.first <= title < node.last]
    if not spans:
        return set()
    return {
        place
        for place, candidate in enumerate(candidates)
        if (blocks := {*candidate.blocks, *(fact.block for fact in candidate.facts)})
        and all(block is not None and any(first <= block < last for first, last in spans) for block in blocks)
    }
