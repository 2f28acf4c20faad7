"""Elements of advertisements: so called by a class, or with the label of one as their first line (HTML)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import filterfalse

from articlex.page import Node, Page
from articlex.regex import regex
from articlex.signs import signs_of
from articlex.signs.places import WHOLE

#: Words for an advertisement with which a class begins, or ends as in "nativeAd". One elsewhere is as often
#: part of a made-up name, "table_root__ad_KQA".
_WORDS = frozenset("ad ads advert advertisement advertising promoted sponsor sponsored".split())
_CALLED = regex(rf"(?:^|\s)(?i:{'|'.join(sorted(_WORDS))})(?=[\s_-]|[A-Z]|$)|[a-z]Ads?(?=\s|$)")

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

#: Words of elements that hold what an advertisement is laid over or stands beside, as a picture.
_AROUND = frozenset({"wrap", "wrapper"})

#: Blocks of the largest advertisement, and the largest share of the page's running text that all of them may
#: have: pages of classified advertisements call their text so.
_MOST_BLOCKS, _MOST_PROSE = 6, 0.2


def advertisements(page: Page, labels: Iterable[int]) -> set[int]:
    """The blocks in elements that are called advertisements or begin with one of the ``labels`` of these.

    A heading that is called so is the title of a card in a list, which names its parts after what it lists.
    """
    signs, nodes = signs_of(page), page.nodes
    called = map(nodes.__getitem__, signs.elements.called(_WORDS))
    named = (
        node
        for node in called
        if node.tag not in _HEADINGS and _CALLED.search(node.shape) and _AROUND.isdisjoint(node.words)
    )
    found = {
        index
        for node in (*named, *_labelled(page, labels))
        if node.tag not in WHOLE and node.last - node.first <= _MOST_BLOCKS
        for index in range(node.first, node.last)
    }
    prose = sum(signs.prose_before[index + 1] - signs.prose_before[index] for index in found)
    return found if prose < _MOST_PROSE * signs.prose_before[-1] else set()


def _labelled(page: Page, labels: Iterable[int]) -> Iterator[Node]:
    """The elements inside the text that begin with one of the ``labels`` and have no running text: below a
    label without an advertisement, as scripts fill these in, the text goes on."""
    signs = signs_of(page)
    prose_before = signs.prose_before
    for label in filterfalse(signs.is_outside, labels):
        for node in page.around(page.blocks[label]):
            if node.first < label or prose_before[node.last] > prose_before[label]:
                break
            yield node
