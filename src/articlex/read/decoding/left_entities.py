"""Character references of HTML that a program has left in raw page text: "it&#8217;s", "caf&eacute;".

Feeds and JSON-LD often hold text that was escaped once more. Where a page means the references themselves, as
one about HTML does, it shows their characters too, or their markup.
"""

from __future__ import annotations

import html
from itertools import islice

from articlex.regex import regex

_REFERENCE = regex(r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,6}|[a-zA-Z]{2,8}\d{0,2});")
#: A page with references for the brackets of tags is about markup, or holds some; "&amp;" says nothing.
_BRACKETS, _AND = frozenset("<>"), "&"
#: References of the shortest text that is believed, and how many are looked at.
_LEAST, _MOST = 3, 2000


def without_references(text: str) -> str | None:
    """``text`` with the characters that were meant; None where the references may be meant themselves."""
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
