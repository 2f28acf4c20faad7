"""Blocks with authors and dates that are not the article's: entries of other pages, and testimonials.

Microformats (https://microformats.org/wiki/h-cite) mark the entry that a page answers and those that answer
it. The author of a testimonial is a customer: page builders call the element "testimonial-author".
"""

from __future__ import annotations

from collections.abc import Sequence

from articlex.page import Node
from articlex.signs.elements import Elements

#: Words of a class, as "h-cite" and "u-in-reply-to" are read.
_CITED = (frozenset(("h", "cite")), frozenset(("u", "in", "reply", "to")))
_TESTIMONIALS = frozenset(("testimonial", "testimonials"))


def cited_blocks(nodes: Sequence[Node], elements: Elements, prose_before: Sequence[int]) -> frozenset[int]:
    """Indices of the blocks in cited entries and testimonials, but for elements with most of the page's text.

    ``prose_before[i]`` is the running text before block ``i``, in bytes of UTF-8.
    """
    found: set[int] = set()
    for number in (*elements.called(_TESTIMONIALS), *elements.called_all(*_CITED)):
        node = nodes[number]
        prose = prose_before[node.last] - prose_before[node.first]
        if 2 * prose <= prose_before[-1]:
            found.update(range(node.first, node.last))
    return frozenset(found)
