"""Documents that are nested deeper than libxml2 reads.

libxml2 gives up at 2,048 levels, even with its limits lifted, and loses the rest of the page. The few
pages that go beyond it are unwrapped before a second parse: below a depth that no reader needs, tags are
taken out and their text stays.
"""

from __future__ import annotations

import re

from articlex.regex import regex

#: libxml2 opens up to three elements of its own (html, body, p).
_MOST_LEVELS = 1500

_TAG = regex(rb"<(/?)([A-Za-z][^\s/>]*)[^>]*>")

_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())


def limit_depth(data: bytes) -> bytes:
    """``data`` without the tags of elements that are nested too deep, in one linear pass."""
    depth = 0

    def keep(match: re.Match[bytes]) -> bytes:
        nonlocal depth
        closing, name = match.group(1), match.group(2).lower()
        if name in _VOID:
            return match.group(0)
        if closing:
            depth = max(depth - 1, 0)
            return match.group(0) if depth < _MOST_LEVELS else b" "
        depth += 1
        return match.group(0) if depth <= _MOST_LEVELS else b" "

    return _TAG.sub(keep, data)
