"""The normal form of words and figures in dates, which the word lists and the texts share."""

from __future__ import annotations

import unicodedata

from articlex.character_classes import DIRECTIONS, with_ascii_digits
from articlex.memoize import memoized
from articlex.regex import regex

#: Accents of Latin, Greek and Cyrillic, and the vowel points and hamzas that are optional in Arabic.
#: Vowel signs of Thai, Hindi, ... are letters and stay.
_ACCENTS = regex("[\u0300-\u036f\u064b-\u0655]")

#: Ethiopic letters that sound alike in Amharic and are used interchangeably, each in seven vowel forms.
_HOMOPHONES = (("ሐ", "ሀ"), ("ኀ", "ሀ"), ("ሠ", "ሰ"), ("ዐ", "አ"), ("ፀ", "ጸ"))
#: Dotless i; Arabic letters for which Persian and Urdu keyboards have other code points; marks inside words.
_SAME = str.maketrans(
    {"ı": "i", "ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه"} | dict.fromkeys("ـ'’ʼʻ׳\u200c\u200d")
) | {ord(one) + order: ord(same) + order for one, same in _HOMOPHONES for order in range(7)}

_IN_TABLE = regex(f"[{''.join(map(chr, _SAME))}]")

#: Size of the cache of words: those of bylines and datelines are looked up in several lists.
_REMEMBERED = 512

#: A letter or a vowel sign of any script: no space, digit or punctuation.
LETTER = (
    r"[^\s\d!-/:-@\[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4-\u00b9\u00bb-\u00bf\u05be\u060c\u061b\u06d4"
    r"\u0964\u104a\u104b\u1361-\u1368\u2000-\u200b\u200e-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]"
)

#: Small letters and capitals of Latin, Greek and Cyrillic, and the seam of two words that were run together
#: where elements or lines had no space between them: "Ann ExampleMay 6, 2024".
SMALL, CAPITAL = "[a-zß-öø-ÿα-ωа-я]", "[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]"
SEAM = regex(rf"(?<={SMALL})(?={CAPITAL})")

_PERSIAN_DIGIT, _ARABIC_DIGIT = regex("[\u06f0-\u06f9]"), regex("[\u0660-\u0669]")
_INVISIBLE = regex(f"[\u00ad\u200b\u2060\ufeff{DIRECTIONS}]")
_SPACES = regex(r"[\u00a0\u2000-\u200a\u202f\u3000]")


def without_accents(word: str) -> str:
    """``word`` as the word lists spell it: without case, accents, tatweel and apostrophes.

    >>> without_accents("FÉVRIER"), without_accents("Kasım"), without_accents("Μαΐου")
    ('fevrier', 'kasim', 'μαιου')
    """
    # ASCII needs so little work that a look-up in the cache would take longer.
    return word.lower().replace("'", "") if word.isascii() else _without_accents(word)


@memoized(_REMEMBERED)
def _without_accents(word: str) -> str:
    word = _ACCENTS.sub("", unicodedata.normalize("NFKD", word.casefold()))
    # To look all characters up takes ten times as long as to see that none is in the table.
    return word.translate(_SAME) if _IN_TABLE.search(word) else word


def digits_language(text: str) -> str:
    """The language, among those with a calendar of their own, whose digits ``text`` has; "" if none.

    >>> digits_language("۱۴۰۳/۰۲/۱۵"), digits_language("١٤٤٥/١٠/٠١"), digits_language("2024/05/06")
    ('fa', 'ar', '')
    """
    if text.isascii():
        return ""
    return "fa" if _PERSIAN_DIGIT.search(text) else "ar" if _ARABIC_DIGIT.search(text) else ""


def is_traditional(text: str) -> bool:
    """Whether a Chinese text has traditional characters (in Big5, not in GB 2312) and no simplified ones.

    >>> is_traditional("發布日期"), is_traditional("发布日期"), is_traditional("日期")
    (True, False, False)
    """
    scripts = {
        (_is_in(char, "big5"), _is_in(char, "gb2312")) for char in text if "\u4e00" <= char <= "\u9fff"
    }
    return (True, False) in scripts and (False, True) not in scripts


def _is_in(char: str, charset: str) -> bool:
    try:
        return bool(char.encode(charset))
    except UnicodeEncodeError:
        return False


def plain(text: str) -> str:
    """``text`` with ASCII digits for those of other scripts, plain spaces, and no invisible characters.

    >>> plain("٢٠٢٤/٠٥/٠٦")
    '2024/05/06'
    """
    if text.isascii():
        return text
    return with_ascii_digits(_SPACES.sub(" ", _INVISIBLE.sub("", text)))
