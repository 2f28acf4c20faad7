"""Text that was encoded twice: a program took bytes of one charset for Latin-1 and saved them as UTF-8.

A page that declares GBK, Shift JIS or windows-1251 but is valid UTF-8 with only Latin letters has been
through such a program. Encoding it as Latin-1 gives back the bytes in the declared charset.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter

from articlex.read.decoding.beyond_ascii import beyond_ascii
from articlex.regex import regex

#: The charsets for which programs take unknown bytes. The first maps every byte, the others nearly every one.
TAKEN_FOR = ("latin-1", "cp1252", "iso8859-15")

#: The double-byte charsets.
TWO_BYTES = ["big5hkscs", "cp932", "cp949", "euc_jp", "gb18030"]
_NOT_LATIN = frozenset(TWO_BYTES).union(
    "cp1251 koi8_r koi8_u iso8859_5 cp1253 iso8859_7 cp1255 iso8859_8 cp1256 iso8859_6 cp874".split()
)

#: Letters of the scripts that such pages show if they were encoded once.
OTHER_LETTER = regex("[\u0370-\u1fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_WORD_OF_THEM = regex(f"{OTHER_LETTER.pattern}{{2,}}")
_HIGH = regex("[\x80-\xff]")

#: Characters from U+0080 to U+00FF from which on a page is judged.
LEAST_HIGH = 40

#: Share of rare letters (outside the core of the declared charset) at most: a wrong guess gives more.
MOST_RARE = 0.1

#: The name of our error handler in :mod:`codecs`.
_ONE_BYTE = "articlex.one-byte"

#: For charsets that also have rare letters, the smaller one with the frequent letters.
_CORE = {"gb18030": "gb2312", "big5hkscs": "big5", "cp932": "shift_jis", "cp949": "euc_kr"}


def undo(text: str, declared: str) -> str | None:
    """The text that was meant, or None if ``text``, decoded as UTF-8, was encoded once.

    ``declared`` is the codec that the page names. Double-byte charsets are recognised so reliably that text
    in one of them is restored even after two such programs.
    """
    codec = declared.replace("-", "_")
    if codec not in _NOT_LATIN:
        return None
    high = beyond_ascii(text)
    if OTHER_LETTER.search(high) or len(_HIGH.findall(high)) < LEAST_HIGH:
        return None
    readings = _steps(text, codec)
    if codec in TWO_BYTES:
        readings += [reading for once in _steps(text, "utf-8") for reading in _steps(once, codec)]
    weighed = ((rare_share(reading, codec), reading) for reading in readings)
    rare, best = min(weighed, key=lambda pair: pair[0])
    return best if rare <= MOST_RARE and _are_in_words(best) else None


def _are_in_words(text: str) -> bool:
    """Whether most letters of other scripts stand next to each other.

    Accented letters, taken for those of a charset with one byte a character, stand singly in Latin words
    ("Bьcherei"), and none of them is rare.
    """
    return 2 * sum(map(len, _WORD_OF_THEM.findall(text))) > len(OTHER_LETTER.findall(text))


def rare_share(text: str, codec: str) -> float:
    """The share of the letters beyond ASCII that are broken or outside the core of ``codec``, from 0 to 1; 1
    if there are too few letters of other scripts to judge."""
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
    """``text`` as bytes of each of TAKEN_FOR, decoded as ``codec``."""
    return [text.encode(taken, _ONE_BYTE).decode(codec, "replace") for taken in TAKEN_FOR]


def _one_byte(error: UnicodeError) -> tuple[bytes, int]:
    """Error handler: one byte for each character that the charset lacks. C1 controls, which windows-1252
    leaves out, stand for themselves, other characters become "?"."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return lacking.encode("latin-1", "replace"), error.end


codecs.register_error(_ONE_BYTE, _one_byte)
