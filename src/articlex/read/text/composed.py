"""Composed letters of Hindi, which w3m prints: Unicode's normal forms, and most pages, have letter and dot
apart.

Our word lists have them apart as well: "पढ़ें" (read on) in labels of buttons. Bengali has such letters too,
but its pages write them composed, as w3m does.
"""

from __future__ import annotations

import unicodedata

from articlex.regex import regex

#: The letters of Devanagari that no normal form has (Unicode's composition exclusions).
_COMPOSED = regex("[\u0958-\u095f]")


def without_composed(text: str) -> str:
    """``text`` with each composed letter of Devanagari as letter and dot."""
    return _COMPOSED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
