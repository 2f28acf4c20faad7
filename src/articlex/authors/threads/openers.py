"""Who began a thread of similar posts: whoever stands in the first where others stand in theirs."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import Authors
from articlex.authors.outranking import NO_OUTRANKING, Outranking, outranking
from articlex.page import Block, Page
from articlex.signs.flat_threads import flat_posts
from articlex.signs.looks import without_numbers

#: The share of the other posts that have an element like that with the name in the first, at least.
_SHARE = 0.5
#: Sources of facts that read what the page prints.
_PRINTED = frozenset(("class", "rel", "microdata"))


def opener_over_alike(page: Page, candidates: Sequence[Authors]) -> Outranking:
    """Those who stand in the first post of a thread in an element in which the other posts have other names
    outrank all the rest but those whom more than markup of elements states."""
    posts = flat_posts(page) if candidates else []
    if not posts:
        return NO_OUTRANKING
    alike: dict[str, dict[int, set[str]]] = {}
    for number, span in enumerate(posts):
        for index in span:
            block = page.blocks[index]
            if block.text:
                alike.setdefault(_look(page, block), {}).setdefault(number, set()).add(block.text)
    first = posts[0]
    # The portrait of a member, which has no text, may stand in the same element as the name.
    began = {
        place
        for place, each in enumerate(candidates)
        if len(each.names) == 1
        and any(
            index in first and _names_posters(alike.get(_look(page, page.blocks[index]), {}), len(posts))
            for index in each.blocks
        )
    }
    if not began:
        return NO_OUTRANKING
    below = {
        place
        for place, each in enumerate(candidates)
        if place not in began and all(fact.source in _PRINTED for fact in each.facts)
    }
    return outranking(began, below)


def _names_posters(texts: dict[int, set[str]], posts: int) -> bool:
    """Whether enough of the other posts have such an element, and its text is not the same in all. ``texts``
    are those of each post by its number, ``posts`` is how many there are."""
    return len(texts) - 1 >= _SHARE * (posts - 1) and len(set().union(*texts.values())) > 1


def _look(page: Page, block: Block) -> str:
    """The kind, tag and classes of a block's element without numbers, the same for a part of each post."""
    node = page.nodes[block.node]
    return without_numbers(f"{block.kind} {node.tag} {node.shape}")
