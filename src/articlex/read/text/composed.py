"""Letters that w3m puts together: Unicode, and every other program, writes them as a letter and its dot.

The labels of buttons and the words before names are written that way too: "पढ़ें" (read on).
"""

from __future__ import annotations

import unicodedata

from articlex.regex import regex

#: The letters of Devanagari, Bengali, Gurmukhi and Hebrew that no normal form has (Unicode's composition
#: exclusions); those of Tibetan and the signs of music are no letters of pages.
_COMPOSED = regex("[\u0958-\u095f\u09dc\u09dd\u09df\u0a33\u0a36\u0a59-\u0a5b\u0a5e\ufb1d\ufb1f\ufb2a-\ufb4e]")


def without_composed(text: str) -> str:
    """``text`` with such letters as they are written elsewhere."""
    return _COMPOSED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
