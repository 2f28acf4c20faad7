"""The elements of a page, grouped by tag, class, id and role: most elements are called as others are.

So a question about their names is asked once for each group, or once for each word, not for each element.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import compress
from typing import NamedTuple

from articlex.page import Node


class Elements(NamedTuple):
    """``named`` has one node of each group, the first; ``named[number[j]]`` is called like node ``j``."""

    named: list[Node]
    number: list[int]
    #: Places in ``named`` by each word that a node has, and by its tag.
    with_word: Mapping[str, Sequence[int]]
    with_tag: Mapping[str, Sequence[int]]

    def are_called(self, words: AbstractSet[str]) -> bool:
        """Whether any element has one of ``words``."""
        return not self.with_word.keys().isdisjoint(words)

    def names_with(self, words: AbstractSet[str]) -> set[int]:
        """The places in ``named`` of the nodes that have one of ``words``."""
        return _places(self.with_word, words)

    def names_tagged(self, tags: AbstractSet[str]) -> set[int]:
        """The places in ``named`` of the nodes that have one of ``tags``."""
        return _places(self.with_tag, tags)

    def called(self, words: AbstractSet[str]) -> list[int]:
        """The nodes that have one of ``words``, in order."""
        return self._chosen(self.names_with(words))

    def called_all(self, *phrases: AbstractSet[str]) -> list[int]:
        """The nodes that have all words of one of ``phrases``, in order: {"error", "404"} of a class
        "error-404"."""
        found: set[int] = set()
        for phrase in phrases:
            if phrase <= self.with_word.keys():
                found |= set.intersection(*(set(self.with_word[word]) for word in phrase))
        return self._chosen(found)

    def tagged(self, tags: AbstractSet[str]) -> list[int]:
        """The nodes that have one of ``tags``, in order."""
        return self._chosen(self.names_tagged(tags))

    def _chosen(self, names: set[int]) -> list[int]:
        return list(compress(range(len(self.number)), map(names.__contains__, self.number))) if names else []


def _places(index: Mapping[str, Sequence[int]], keys: AbstractSet[str]) -> set[int]:
    return {place for key in index.keys() & keys for place in index[key]}


def is_any_in(places: Sequence[int], node: Node) -> bool:
    """Whether any of the blocks ``places``, indices in order, stands inside an element."""
    at = bisect_left(places, node.first)
    return at < len(places) and places[at] < node.last


def read_elements(nodes: Sequence[Node]) -> Elements:
    """The elements of a page, grouped.

    The reader gives elements of one class the same tuple of words, so tuples are compared by identity: the
    hash of a tuple is computed anew each time.
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
    with_word: defaultdict[str, list[int]] = defaultdict(list)
    with_tag: defaultdict[str, list[int]] = defaultdict(list)
    for place, node in enumerate(named):
        with_tag[node.tag].append(place)
        for word in node.words:
            with_word[word].append(place)
    # Plain dictionaries: a copy of a page (dataclasses.asdict) can be made of no other kind.
    return Elements(named, number, dict(with_word), dict(with_tag))
