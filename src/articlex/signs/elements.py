"""The elements of a page by what they are called: most are called as others are.

What is asked of their names is asked once of all that have the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import compress
from typing import NamedTuple

from articlex.page import Node


class Elements(NamedTuple):
    """``named`` has the first of the nodes with one tag, words and shape; ``number[j]`` is the place in it of
    the one that is called as node ``j``."""

    named: list[Node]
    number: list[int]
    #: All words of the nodes.
    words: AbstractSet[str]

    def are_called(self, words: AbstractSet[str]) -> bool:
        """Whether the words of an element have one of ``words``."""
        return not self.words.isdisjoint(words)

    def called(self, words: AbstractSet[str]) -> list[int]:
        """The nodes that have one of ``words``, in order."""
        if not self.are_called(words):
            return []
        return self._chosen([not words.isdisjoint(node.words) for node in self.named])

    def tagged(self, tags: AbstractSet[str]) -> list[int]:
        """The nodes that have one of ``tags``, in order."""
        return self._chosen([node.tag in tags for node in self.named])

    def _chosen(self, wanted: list[bool]) -> list[int]:
        if True not in wanted:
            return []
        return list(compress(range(len(self.number)), map(wanted.__getitem__, self.number)))


def is_any_in(places: Sequence[int], node: Node) -> bool:
    """Whether any of the blocks at ``places``, which are in order, is inside an element."""
    at = bisect_left(places, node.first)
    return at < len(places) and places[at] < node.last


def read_elements(nodes: Sequence[Node]) -> Elements:
    """The elements of a page, by their names.

    The reader gives all elements of a class the same tuple of words, which is told by its identity: its hash
    would be computed each time.
    """
    known: dict[tuple[str, int, str], int] = {}
    named: list[Node] = []
    number: list[int] = []
    for node in nodes:
        key = (node.tag, id(node.words), node.shape)
        place = known.get(key)
        if place is None:
            place = known[key] = len(named)
            named.append(node)
        number.append(place)
    return Elements(named, number, set().union(*[node.words for node in named]))
