"""Letters of Hindi that w3m puts together: Unicode, and most pages, write them as a letter and its dot.

The labels of buttons and the words before names are written that way too: "पढ़ें" (read on). Bengali has
such letters as well, and its pages write them as one, as w3m does.
"""

from __future__ import annotations

import unicodedata

from articlex.regex import regex

#: The letters of Devanagari that no normal form has (Unicode's composition exclusions).
_COMPOSED = regex("[\u0958-\u095f]")


def without_composed(text: str) -> str:
    """``text`` with such letters as they are written elsewhere."""
    return _COMPOSED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
