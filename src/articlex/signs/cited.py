"""Entries that a page cites, by the class names of microformats: what it answers, and who answers it; and
what customers say of whom the page is about.

https://microformats.org/wiki/h-cite: the author, the date and the name in such an element are those of
another page. Those of a testimonial are the customer's: page builders call them "testimonial-author".
"""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Node
from articlex.signs.elements import Elements

#: Words of a class, as "h-cite" and "u-in-reply-to" are read.
_CITED = (frozenset(("h", "cite")), frozenset(("u", "in", "reply", "to")))
_TESTIMONIALS = frozenset(("testimonial", "testimonials"))
_RARE = _TESTIMONIALS | {"cite", "reply"}


def cited_blocks(nodes: Sequence[Node], elements: Elements, prose_before: Sequence[int]) -> frozenset[int]:
    """The blocks of cited entries; none of an element that holds most of the page's running text.

    ``prose_before[i]`` is the running text before block ``i``.
    """
    found: set[int] = set()
    # Few elements have one of the rare words.
    for number in elements.called(_RARE):
        node = nodes[number]
        is_testimonial = not _TESTIMONIALS.isdisjoint(node.words)
        if is_testimonial or any(cited.issubset(node.words) for cited in _CITED):
            prose = prose_before[node.last] - prose_before[node.first]
            if 2 * prose <= prose_before[-1]:
                found.update(range(node.first, node.last))
    return frozenset(found)
