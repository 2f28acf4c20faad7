"""The words of a text in any script, folded to what counts when two texts, two titles say, are compared."""

from __future__ import annotations

import unicodedata
from operator import add

from articlex.character_classes import CharacterClasses
from articlex.memoize import memoized
from articlex.regex import regex

#: The vowel signs of Indian, Thai and similar scripts belong to words, though ``\\w`` does not match them.
_WORD = regex(r"[\w\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u0f18-\u109f\u1780-\u17d3]+")
_ASCII_WORD = regex(r"\w+")
#: With this and ``split`` running text in ASCII takes a quarter of the pattern's time, for the same words.
_ASCII_SPACED = {code: " " for code in range(128) if chr(code) not in "\n_" and not chr(code).isalnum()}
#: Runs of scripts that set no spaces between words, or few: East Asian and South-East Asian ones.
_SCRIPTS = CharacterClasses(
    e="\u2e80\u9fff\uac00\ud7af\uf900\ufaff\uff66\uff9f",
    s="\u0e00\u0eff\u1000\u109f\u1780\u17ff",
    _="  ",
)
_RUN = regex(r"(e+)|(s+)|\.+")
#: Finds what may be of these scripts, of East Asian ones alone. Most texts have nothing that late in Unicode,
#: and the classes take ten times as long to say so. (Negated, as the ranges themselves take 3 ms to compile.)
_LATE = regex("[^\x00-\u0dff]")
_EAST = regex("[^\x00-\u2e7f]")
#: The same for running text, whose quotation marks and dashes are late too.
_MAY_BE_UNSPACED = regex("[^\x00-\u0dff\u1e00-\u2dff]")
#: Letters that make one token of a run.
_EAST_SIZE, _SOUTH_EAST_SIZE = 2, 4
#: Letters of a word of running text there, on average.
_EAST_WORD, _SOUTH_EAST_WORD = 2, 5
#: What an East Asian character says beyond what a Latin letter does.
_MORE_THAN_LATIN = 1.5
#: Texts whose fold is remembered: a page states its title many times.
REMEMBERED = 256
#: The vowel points of Hebrew and Arabic, which are printed now and then.
_POINTS = "".join(map(chr, (*range(0x5B0, 0x5BE), *range(0x64B, 0x660), 0x670)))
#: What ``fold`` drops: apostrophes, soft hyphens, the signs of trade marks, which NFKC would turn into
#: letters, and points.
_MARKS = str.maketrans("", "", "'’‘ʼ´`\u00ad\u200b™®℠©" + _POINTS)


@memoized(REMEMBERED)
def fold(text: str) -> str:
    """The words of ``text``, case-folded, with single spaces; quotation marks and dashes do not count."""
    if text.isascii():
        if "'" in text or "`" in text:
            text = text.replace("'", "").replace("`", "")
        return " ".join(_ASCII_WORD.findall(text.lower()))
    text = unicodedata.normalize("NFKC", text.translate(_MARKS))
    return " ".join(_WORD.findall(text.casefold()))


def squeeze(text: str) -> str:
    """``fold`` without spaces, for comparison with host names and scripts that write none."""
    return fold(text).replace(" ", "")


def tokens(key: str) -> list[str]:
    """The words of a folded text; of scripts without spaces all pairs, or fours, of neighbouring letters."""
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
    """The different words of a text; of scripts without spaces their pairs or fours of letters."""
    return frozenset(tokens(fold(text)))


def overlap(words: frozenset[str], others: frozenset[str]) -> float:
    """The share of ``words`` that stand in ``others``: 0 to 1."""
    return len(words & others) / len(words) if words else 0.0


def jaccard(words: frozenset[str], others: frozenset[str]) -> float:
    """The share of all their words that two texts have in common (Jaccard, 1901)."""
    return len(words & others) / (len(words | others) or 1)


def words_of(text: str) -> list[str]:
    """The words of running text as ``tokens`` gives them, without what ``fold`` does for rare characters."""
    if text.isascii():
        return ascii_spaced(text).split()
    folded = text.casefold()
    words: list[str] = _WORD.findall(folded)
    return tokens(" ".join(words)) if _MAY_BE_UNSPACED.search(folded) else words


def ascii_spaced(text: str) -> str:
    """ASCII ``text`` in lower case with spaces for all that is no word; line breaks are left."""
    return text.lower().translate(_ASCII_SPACED)


def word_count(key: str) -> float:
    """About how many words a folded text has, in any script."""
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
    """About how many Latin letters would say as much as ``text``: two and a half for an East Asian one."""
    if text.isascii() or not _EAST.search(text):
        return float(len(text))
    return len(text) + _MORE_THAN_LATIN * _SCRIPTS.count("e", text)
