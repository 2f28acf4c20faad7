"""Text that was encoded twice: bytes of one charset taken for Latin-1 and saved as UTF-8.

A page that declares GBK, Shift JIS or windows-1251, is valid UTF-8 and holds no character but Latin ones has
been through such a program. Undoing its step gives the declared charset's bytes back.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

from articlex.read.decoding.beyond_ascii import beyond_ascii
from articlex.regex import regex

#: What programs take unknown bytes for. The first is a true map of all bytes, the others of nearly all.
TAKEN_FOR = ("latin-1", "cp1252", "iso8859-15")

#: Declared charsets whose pages are written in other letters than Latin ones.
_WIDE = frozenset("gb18030 gbk gb2312 big5 big5hkscs shift_jis cp932 euc_jp euc_kr cp949".split())
_NOT_LATIN = _WIDE | frozenset(
    """cp1251 koi8_r koi8_u iso8859_5 cp1253 iso8859_7 cp1255 iso8859_8 cp1256 iso8859_6 cp874 iso8859_11
    tis_620""".split()
)

#: Letters of scripts that such pages would show, had they been encoded once.
OTHER_LETTER = regex("[\u0370-\u1fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_HIGH = regex("[\x80-\xff]")

#: High characters from which on a page is judged.
LEAST_HIGH = 40

#: Share of the letters that may be outside the declared charset's core: a wrong step gives rare letters.
MOST_RARE = 0.1

#: The name under which :mod:`codecs` knows what is written for a character that a charset lacks.
_ONE_BYTE = "articlex.one-byte"

#: The core of the charsets that have rare letters as well.
_CORE = {"gb18030": "gb2312", "gbk": "gb2312", "big5hkscs": "big5", "cp932": "shift_jis", "cp949": "euc_kr"}


def undo(text: str, declared: str) -> str | None:
    """The text that was meant, or None if ``text``, decoded as UTF-8, was encoded once.

    ``declared`` is the codec that the page names. Text in a charset of two-byte characters is told apart so
    well that it is restored even when it went through such a program twice.
    """
    codec = declared.replace("-", "_")
    if codec not in _NOT_LATIN:
        return None
    high = beyond_ascii(text)
    if OTHER_LETTER.search(high) or len(_HIGH.findall(high)) < LEAST_HIGH:
        return None
    readings = _steps(text, codec)
    if codec in _WIDE:
        readings += [reading for once in _steps(text, "utf-8") for reading in _steps(once, codec)]
    weighed = ((rare_share(reading, codec), reading) for reading in readings)
    rare, best = min(weighed, key=lambda pair: pair[0])
    return best if rare <= MOST_RARE else None


def rare_share(text: str, codec: str) -> float:
    """Share of the letters beyond ASCII that are broken or outside the charset's core."""
    high = beyond_ascii(text)
    letters = Counter(re.findall(r"[^\W\d_]|\ufffd", high))
    if not letters or len(OTHER_LETTER.findall(high)) < LEAST_HIGH / 2:
        return 1.0
    core = _CORE.get(codec, codec)
    return sum(count for letter, count in letters.items() if not _encodes(letter, core)) / letters.total()


def _encodes(letter: str, codec: str) -> bool:
    try:
        letter.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def _steps(text: str, codec: str) -> list[str]:
    """``text`` encoded as what it may have been taken for, and decoded as ``codec``."""
    return [text.encode(taken, _ONE_BYTE).decode(codec, "replace") for taken in TAKEN_FOR]


def _one_byte(error: UnicodeError) -> tuple[bytes, int]:
    """One byte for each character that is lacking; C1 controls, which the vendors' charsets leave out, stand
    for themselves."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return lacking.encode("latin-1", "replace"), error.end


codecs.register_error(_ONE_BYTE, _one_byte)
