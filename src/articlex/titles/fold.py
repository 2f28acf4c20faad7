"""Text reduced to what counts when two titles are compared."""

from __future__ import annotations

import unicodedata

from articlex.regex import regex

_WORD = regex(r"\w+")
_MARKS = str.maketrans("", "", "'’‘ʼ´`\u00ad\u200b")


def fold(text: str) -> str:
    """The words of ``text``, case-folded, with single spaces; quotation marks and dashes do not count."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold().translate(_MARKS)))


def squeeze(text: str) -> str:
    """``fold`` without spaces, for comparison with host names and scripts that write none."""
    return fold(text).replace(" ", "")
