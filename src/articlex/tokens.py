"""The words of a text in any script, normalised ("folded") for comparison, of two titles for example."""

from __future__ import annotations

import unicodedata
from operator import add

from articlex.memoize import CharacterTable, memoized
from articlex.regex import regex

#: A word; ``\\w`` does not match the vowel signs of Indian, Thai and similar scripts.
_WORD = regex(r"[\w\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u0f18-\u109f\u1780-\u17d3]+")
#: What ``bytes.translate`` makes of text in ASCII: small letters, figures and low lines, with spaces for all
#: else. That and ``split`` take half of the pattern's time for a title, and a tenth for a paragraph, with the
#: same result (``str.translate`` looks up each character).
_ASCII_WORDS = bytes(
    ord(chr(code).lower()) if code < 128 and (chr(code).isalnum() or chr(code) == "_") else ord(" ")
    for code in range(256)
)
#: The same with line breaks as they are.
_ASCII_LINES = bytes(code if chr(code) == "\n" else made for code, made in enumerate(_ASCII_WORDS))
#: Scripts without (or with few) spaces between words, East Asian ("e") and South-East Asian ("s"), and the
#: space itself: the first and last character of each range.
_RANGES = (
    ("e", "\u2e80", "\u9fff"),
    ("e", "\uac00", "\ud7af"),
    ("e", "\uf900", "\ufaff"),
    ("e", "\uff66", "\uff9f"),
    ("s", "\u0e00", "\u0eff"),
    ("s", "\u1000", "\u109f"),
    ("s", "\u1780", "\u17ff"),
    ("_", " ", " "),
)
_RUN = regex(r"(e+)|(s+)|\.+")
#: Characters that may be in these scripts, and in East Asian ones. Most texts have none so late in Unicode,
#: which the classes find out in ten times the time. (Negated: the ranges themselves take 3 ms to compile.)
_LATE = regex("[^\x00-\u0dff]")
_EAST = regex("[^\x00-\u2e7f]")
#: The same for running text, except for quotation marks and dashes.
_MAY_BE_UNSPACED = regex("[^\x00-\u0dff\u1e00-\u2dff]")
#: Letters of one token in these scripts.
_EAST_SIZE, _SOUTH_EAST_SIZE = 2, 4
#: Average letters of a word in these scripts.
_EAST_WORD, _SOUTH_EAST_WORD = 2, 5
#: How many more Latin letters an East Asian character is worth than one.
_MORE_THAN_LATIN = 1.5
#: Number of texts whose fold is remembered: a page repeats its title many times.
REMEMBERED = 256
#: The vowel points of Hebrew and Arabic, which are optional.
_POINTS = "".join(map(chr, (*range(0x5B0, 0x5BE), *range(0x64B, 0x660), 0x670)))
#: Characters that ``fold`` removes: apostrophes, and beyond ASCII soft hyphens, trade-mark signs, which NFKC
#: would turn into letters, and vowel points.
_ASCII_MARKS = b"'`"
_MARKS = regex(f"['’‘ʼ´`\u00ad\u200b™®℠©{_POINTS}]")
#: Greek and Cyrillic letters in Latin ones, without accents; and Latin spellings of one sound.
_GREEK = dict(zip("αβγδεζηικλμνξοπρσςτυφχω", "avgdeziiklmnxoprsstifho", strict=True)) | {"θ": "th", "ψ": "ps"}
_CYRILLIC = dict(zip("абвгґдеёєжзиіїйјклмнопрстуфхцыэ", "abvggdeeejziiiiiklmnoprstufhcie", strict=True)) | {
    "ж": "zh", "ч": "ch", "ш": "sh", "щ": "sch", "ю": "iu", "я": "ia", "ъ": "", "ь": "",
}  # fmt: skip
_LATIN = str.maketrans(_GREEK | _CYRILLIC | dict.fromkeys("\u0300\u0301\u0306\u0308", ""))
#: Letters of the shortest text that a line says twice, and words of one that is a name: "Walla Walla". Of
#: 3,462 titles none is such a line. Characters from the middle of the line to where the second half begins.
_LEAST_TWICE, _WORDS_TWICE, _MOST_APART = 8, 2, 6
#: White space around the halves, and characters without any width.
_UNSEEN = " \u200b\u200d"
_SPELLINGS = tuple(
    pair.split("=")
    for pair in "shch=sch kh=h ts=c tz=c ya=ia yu=iu yo=e ye=e y=i j=i w=v ph=f ou=u oi=u ks=x".split()
)


def _script(code: int) -> str:
    """The letter of the range that a character is in, or "." without one."""
    return next((name for name, first, last in _RANGES if first <= chr(code) <= last), ".")


#: A table for ``str.translate``. A pattern with these ranges would take longer to compile than a short page
#: takes to be read.
_SCRIPTS = CharacterTable(_script)


@memoized(REMEMBERED)
def fold(text: str) -> str:
    """The words of ``text``, case-folded and separated by single spaces, without punctuation."""
    if text.isascii():
        return b" ".join(text.encode().translate(_ASCII_WORDS, _ASCII_MARKS).split()).decode()
    text = unicodedata.normalize("NFKC", _MARKS.sub("", text))
    return " ".join(_WORD.findall(text.casefold()))


def squeeze(text: str) -> str:
    """``fold`` without spaces, for comparison with host names and in scripts without spaces."""
    return fold(text).replace(" ", "")


def said_twice(text: str) -> str:
    """What a line of several words says twice, as text browsers print what stands in for a picture beside its
    caption; "" for any other line.

    >>> said_twice("The quay in the rainThe quay in the rain"), said_twice("Example City, Example City")
    ('The quay in the rain', '')
    """
    middle = len(text) // 2
    places = range(max(middle - _MOST_APART, 1), middle + _MOST_APART + 1)
    # Most lines are told by their first letter, which stands in their middle once more.
    if text[:1] not in text[places.start : places.stop] or len(text.split()) <= _WORDS_TWICE:
        return ""
    letters = squeeze(text)
    half = letters[: len(letters) // 2]
    if len(half) < _LEAST_TWICE or half * 2 != letters:
        return ""
    for first, second in ((text[:place].strip(_UNSEEN), text[place:].strip(_UNSEEN)) for place in places):
        # A sign between both says how they belong together: "Example City, Example City".
        if squeeze(first) == half and (first[0], first[-1]) == (second[0], second[-1]):
            return first
    return ""


def latinised(squeezed: str) -> str:
    """A squeezed text in Greek, Cyrillic or Latin letters in Latin ones, with one spelling for each sound.

    So names can be compared with those of hosts.

    >>> latinised("ηγέφυρα"), latinised("вестия") == latinised("vestia") == latinised("vestiya")
    ('igefira', True)
    """
    text = unicodedata.normalize("NFD", squeezed).translate(_LATIN)
    for spelling, sound in _SPELLINGS:
        text = text.replace(spelling, sound)
    return "".join(letter for letter, before in zip(text, " " + text, strict=False) if letter != before)


def tokens(key: str) -> list[str]:
    """The words of a folded text; in scripts without spaces all sequences of two or four letters."""
    if key.isascii() or not _LATE.search(key):
        return key.split()
    scripts = key.translate(_SCRIPTS)
    if "e" not in scripts and "s" not in scripts:
        return key.split()
    found: list[str] = []
    for match in _RUN.finditer(scripts):
        text = key[match.start() : match.end()]
        size = _EAST_SIZE if match[1] else _SOUTH_EAST_SIZE if match[2] else 0
        if size == _EAST_SIZE and len(text) > size:
            found += map(add, text, text[1:])
        elif size and len(text) > size:
            found += [text[at : at + size] for at in range(len(text) - size + 1)]
        else:
            found.append(text)
    return found


def word_set(text: str) -> frozenset[str]:
    """The set of :func:`tokens` of a text that is not yet folded."""
    return frozenset(tokens(fold(text)))


def overlap(words: frozenset[str], others: frozenset[str]) -> float:
    """The share of ``words`` that are also in ``others``, from 0 to 1."""
    return len(words & others) / len(words) if words else 0.0


def jaccard(words: frozenset[str], others: frozenset[str]) -> float:
    """The Jaccard index of two sets of words: the share of their union that is in both (Jaccard, 1901)."""
    return len(words & others) / (len(words | others) or 1)


def words_of(text: str) -> list[str]:
    """The :func:`tokens` of running text, but without the treatment of rare characters by :func:`fold`."""
    if text.isascii():
        return ascii_spaced(text).split()
    folded = text.casefold()
    words: list[str] = _WORD.findall(folded)
    return tokens(" ".join(words)) if _MAY_BE_UNSPACED.search(folded) else words


def ascii_spaced(text: str) -> str:
    """ASCII ``text`` in lower case, with spaces for everything between words except line breaks."""
    return text.encode().translate(_ASCII_LINES).decode()


def word_count(key: str) -> float:
    """The approximate number of words in a folded text, in any script."""
    if key.isascii():
        return key.count(" ") + 1.0
    if not _LATE.search(key):
        return float(len(key.split()))
    scripts = key.translate(_SCRIPTS)
    east, south_east = scripts.count("e"), scripts.count("s")
    if not east and not south_east:
        return float(len(key.split()))
    spaced = sum(match.lastindex is None for match in _RUN.finditer(scripts))
    return spaced + east / _EAST_WORD + south_east / _SOUTH_EAST_WORD


def width(text: str) -> float:
    """The length of ``text`` in Latin letters that say as much, two and a half for an East Asian one."""
    if text.isascii() or not _EAST.search(text):
        return float(len(text))
    return len(text) + _MORE_THAN_LATIN * text.translate(_SCRIPTS).count("e")
