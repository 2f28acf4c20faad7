"""Character references that a program has left in raw page text: "it&#8217;s", "caf&eacute;".

Feeds and JSON-LD often hold text that was escaped once too often. A page that means the references
themselves, one about HTML, has their characters as well, or references for tags.
"""

from __future__ import annotations

import html
from itertools import islice

from articlex.regex import regex

_REFERENCE = regex(r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,6}|[a-zA-Z]{2,8}\d{0,2});")
#: References for angle brackets: the page is about markup, or shows some. "&amp;" is no evidence.
_BRACKETS, _AND = frozenset("<>"), "&"
#: The fewest references that are believed, and the most that are examined.
_LEAST, _MOST = 3, 2000


def without_references(text: str) -> str | None:
    """``text`` with its references resolved; None if the references themselves may be meant."""
    found = list(islice(_REFERENCE.finditer(text), _MOST))
    if len(found) < _LEAST:
        return None
    meant = [html.unescape(reference[0]) for reference in found]
    if not _BRACKETS.isdisjoint(meant):
        return None
    telling = [char for char in meant if len(char) == 1 and char != _AND]
    if len(telling) < max(_LEAST, len(meant) / 2) or not set(telling).isdisjoint(text):
        return None
    return html.unescape(text)
