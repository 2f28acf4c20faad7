"""Entries that a page cites, by the class names of microformats: what it answers, and who answers it.

https://microformats.org/wiki/h-cite: the author, the date and the name in such an element are those of
another page.
"""

from __future__ import annotations

from articlex.page import Form, Page
from articlex.signs.reading import signs_of

#: Words of a class, as "h-cite" and "u-in-reply-to" are read.
_CITED = (frozenset(("h", "cite")), frozenset(("u", "in", "reply", "to")))


def cited_blocks(page: Page) -> frozenset[int]:
    """The blocks of cited entries; none of an element that holds most of the page's running text."""
    found: set[int] = set()
    for node in page.nodes if page.form is Form.HTML else ():
        words = node.words
        # Few elements have one of the two rare words.
        if ("cite" in words or "reply" in words) and any(cited.issubset(words) for cited in _CITED):
            before = signs_of(page).prose_before
            if 2 * (before[node.last] - before[node.first]) <= before[-1]:
                found.update(range(node.first, node.last))
    return frozenset(found)
