"""Elements of one look: the posts of a thread, the reviews of a product, the cards of a list."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from articlex.page import Page
from articlex.regex import regex

#: What stands beside the text, in an element of the same look as its items.
_BESIDE = frozenset("side sidebar aside".split())

_DIGITS = regex(r"\d+")


def looks(page: Page, unnamed: bool = False) -> Iterable[list[int]]:
    """For each look the nodes with text that have it, none inside another one or in a side column.

    Nodes of one look share their tag and, but for the numbers in it, their class, id and role. With
    ``unnamed`` those that have none of these count as well, by the element that they stand in.
    """
    nodes = page.nodes
    found: dict[tuple[str, Hashable], list[int]] = {}
    # By tag and shape as written: to ask for numbers in a shape once, and a node once, takes 0.7 of the time.
    alike: dict[tuple[str, Hashable], list[int]] = {}
    beside: set[int] = set()
    for number, node in enumerate(nodes):
        parent, words, shape, first = node.parent, node.words, node.shape, node.first
        if parent in beside or (words and not _BESIDE.isdisjoint(words)):
            beside.add(number)
        elif (shape or unnamed) and first < node.last:
            key = (node.tag, shape or parent)
            same = alike.get(key)
            if same is None:
                name = (node.tag, _DIGITS.sub("#", shape) or parent)
                same = alike[key] = found.setdefault(name, [])
            if not same or nodes[same[-1]].last <= first:
                same.append(number)
    return found.values()
