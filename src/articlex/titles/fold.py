"""Text reduced to what counts when two titles are compared."""

from __future__ import annotations

import unicodedata

<<<<<<< HEAD
from articlex.regex import regex

_WORD = regex(r"\w+")
_MARKS = str.maketrans("", "", "'’‘ʼ´`\u00ad\u200b")
=======
_WORD = re.compile(r"\w+")
#: A CJK, Thai, Lao or Hangul character is a word of its own: these scripts set no spaces, or few.
_TOKEN = re.compile(r"[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af\uf900-\uffef]|\w+")
#: Apostrophes, soft hyphens, and the signs of trade marks, which NFKC would turn into letters.
_MARKS = str.maketrans("", "", "'’‘ʼ´`\u00ad\u200b™®℠©")
>>>>>>> 4578d92 (Titles weighed by boosted trees; language by trigrams (first state))


def fold(text: str) -> str:
    """The words of ``text``, case-folded, with single spaces; quotation marks and dashes do not count."""
    text = text.translate(_MARKS)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return " ".join(_WORD.findall(text.casefold()))


def squeeze(text: str) -> str:
    """``fold`` without spaces, for comparison with host names and scripts that write none."""
    return fold(text).replace(" ", "")


def tokens(key: str) -> list[str]:
    """The words of a folded text; each character of a script without spaces is one."""
    return key.split() if key.isascii() else _TOKEN.findall(key)
