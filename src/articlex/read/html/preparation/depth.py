"""Documents that are nested deeper than libxml2 reads.

libxml2 gives up at 2,048 levels, even with its limits lifted, and loses the rest of the page. A page that
goes beyond that is parsed again without its structure from there on: none of 3,736 pages of the corpora does.
"""

from __future__ import annotations

import re

from articlex.read.html.tags import BLOCK, HEADING_LEVEL, NEVER_TEXT
from articlex.regex import regex

#: A tag. (Matched up to the last ">" of a page alone: else each "<" behind that would be read to the end.)
_TAG = regex(rb"<(/?)([A-Za-z][^\s/>]*+)[^>]*+>")

_HEADINGS = frozenset(name.encode() for name in HEADING_LEVEL)
_BLOCKS = frozenset(name.encode() for name in BLOCK)
#: The parts of a head, elements whose content is no text, and such as never hold anything.
_KEPT = frozenset(b"base html link meta title br hr img".split()) | {name.encode() for name in NEVER_TEXT}
#: Elements that are not counted, as their end tag may be left out. (Where these nest, the count falls short.)
_UNCOUNTED = frozenset(b"dd dt li option p tbody td tfoot th thead tr".split())


def flattened(data: bytes, most: int) -> bytes:
    """``data`` with nothing but paragraphs, headings and pictures where more than ``most`` elements are open.

    -1 for all of the page but its head.
    """
    depth = 0

    def flatten(tag: re.Match[bytes]) -> bytes:
        nonlocal depth
        before = depth
        if tag[2].lower() not in _UNCOUNTED:
            depth = max(depth - 1, 0) if tag[1] else depth + 1
        return _flat(tag) if max(before, depth) > most else tag[0]

    last = data.rfind(b">") + 1
    return _TAG.sub(flatten, data[:last]) + data[last:]


def _flat(tag: re.Match[bytes]) -> bytes:
    """What takes the place of a tag. For libxml2 a paragraph ends a heading, and a heading a paragraph."""
    name = tag[2].lower()
    if name in _KEPT:
        return tag[0]
    if name in _HEADINGS:
        return tag[0] if tag[1] else b"<p>" + tag[0]
    return b"<p>" if name in _BLOCKS else b""
