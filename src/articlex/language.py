"""Which language a text is in: by its script, by letters that few languages write, by its word for "and".

A check of what pages declare, and an answer where they declare nothing; no detector for single words. The
word for "and" in each language is CLDR's (``data/conjunctions.tsv``); it is 1 to 4 % of running text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from articlex.data import read_data
from articlex.data.bylines import PREPOSITIONS
from articlex.data.languages import languages
from articlex.regex import regex

#: Letters below which nothing is said, and the share that the main script must have.
MIN_LETTERS = 60
MIN_SHARE = 0.5
#: Words below which "and" says nothing, and its share from which it says something.
MIN_WORDS = 40
MIN_CONJUNCTIONS = 0.008
#: Words for "and" that are frequent in languages with more pages: "en" in French and Spanish.
_ELSEWHERE = frozenset(("en", "da", "we"))
#: Where several languages share the word, the one in which far more pages are written.
_MAJOR = frozenset("en de fr es it pt ru uk tr fa sv fi cs pl hu ro el he vi id hi".split(" "))
#: Share of the count of the first language from which the second one puts it in doubt.
MAX_RIVAL = 0.5
#: Words for "and" of one letter that no other language with many pages has as a word.
_SINGLE = frozenset("yиіוو")
#: Characters that are read.
MAX_CHARS = 6_000

#: First code points of runs of one script, and the language if only one of weight writes it.
_RUNS = (
    (0x0041, "latin"), (0x0370, "el"), (0x0400, "cyrillic"), (0x0530, "hy"), (0x0590, "he"),
    (0x0600, "arabic"), (0x0780, ""), (0x0900, "devanagari"), (0x0980, "bn"), (0x0A00, "pa"),
    (0x0A80, "gu"), (0x0B00, "or"),
    (0x0B80, "ta"), (0x0C00, "te"), (0x0C80, "kn"), (0x0D00, "ml"), (0x0D80, "si"), (0x0E00, "th"),
    (0x0E80, "lo"), (0x0F00, ""), (0x1000, "my"), (0x10A0, "ka"), (0x1100, "ko"), (0x1200, "am"),
    (0x1380, ""), (0x1780, "km"), (0x1800, ""), (0x1E00, "latin"), (0x1F00, "el"), (0x2000, ""),
    (0x3040, "kana"),
    (0x3100, ""), (0x3400, "han"), (0xA000, ""), (0xAC00, "ko"), (0xD7B0, ""), (0xF900, "han"), (0xFB00, ""),
)  # fmt: skip
_STARTS = [start for start, _ in _RUNS]
#: Share of kana in Japanese text at least.
_MIN_KANA = 0.1

#: Letters that are frequent in the languages named, and absent from the others of their script.
_LETTERS = {
    "ы": "ru be kk ky tt mn", "ї": "uk", "ў": "be uz", "ј": "sr mk", "ђ": "sr", "ѓ": "mk", "ѝ": "bg mk",
    "ß": "de", "ñ": "es gl eu", "ã": "pt vi", "õ": "pt et vi", "ì": "it vi", "ø": "da no nb nn", "ı": "tr az",
    "ğ": "tr az", "ł": "pl", "ż": "pl mt", "ő": "hu", "ț": "ro", "ș": "ro", "ř": "cs", "ů": "cs", "ľ": "sk",
    "ģ": "lv", "ė": "lt", "ų": "lt", "ə": "az", "đ": "vi hr bs", "ơ": "vi",
    "ة": "ar", "پ": "fa ur ps ckb", "ے": "ur", "ٹ": "ur", "ۆ": "ckb", "ळ": "mr",
}  # fmt: skip
#: Share of letters from which such a letter counts.
_MIN_LETTER = 0.001

_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Detected(NamedTuple):
    """The languages that the text may be in, ISO 639 codes; ``reason`` is "script" or "conjunctions"."""

    codes: tuple[str, ...]
    reason: str


def detect(text: str) -> Detected | None:
    """The language of ``text``, or None if it is too short or says nothing."""
    text = text[:MAX_CHARS]
    letters = Counter(character for character in text.casefold() if character.isalpha())
    total = sum(letters.values())
    scripts: Counter[str] = Counter()
    for character, count in letters.items():
        scripts[_script(character)] += count
    east = scripts["han"] + scripts["kana"]
    if total < (MIN_LETTERS if east * 2 < total else MIN_LETTERS // 2):
        return None
    if east > MIN_SHARE * total:
        return Detected(("ja",) if scripts["kana"] > _MIN_KANA * east else ("zh",), "script")
    script, count = scripts.most_common(1)[0]
    if count < MIN_SHARE * total or not script:
        return None
    if len(script) == 2:
        return Detected((script,), "script")
    return _by_words(text, letters, total)


def _script(character: str) -> str:
    return _RUNS[bisect_right(_STARTS, ord(character)) - 1][1] if character >= "A" else ""


def _by_words(text: str, letters: Counter[str], total: int) -> Detected | None:
    """By the word for "and"; of languages that share it, those that write the rare letters of the text."""
    words = Counter(_WORD.findall(text.casefold()))
    size = sum(words.values())
    if size < MIN_WORDS:
        return None
    written = [codes.split() for letter, codes in _LETTERS.items() if letters[letter] > _MIN_LETTER * total]
    counts: Counter[str] = Counter()
    for word, codes in _conjunctions().items():
        if word in words:
            for code in codes:
                # "a" and "i" are words of other languages as well.
                if len(word) > 1 or word in _SINGLE or any(code in group for group in written):
                    counts[code] += words[word]
    likely = {code: count for code, count in counts.items() if all(code in group for group in written)}
    ranked = sorted(likely.items(), key=lambda pair: -pair[1])
    if not ranked or ranked[0][1] < MIN_CONJUNCTIONS * size:
        return None
    top = ranked[0][1]
    alike = [code for code, count in ranked if count == top]
    major = _MAJOR.intersection(alike)
    if len(major) == 1:
        alike = list(major)
    if any(MAX_RIVAL * top < count < top for _, count in ranked):
        return None
    return Detected(tuple(sorted(alike)), "conjunctions")


@cache
def _conjunctions() -> dict[str, tuple[str, ...]]:
    """Each word for "and" with the languages that sites are written in; symbols and prefixes left out."""
    written = languages().codes
    useless = PREPOSITIONS | _ELSEWHERE
    found = {}
    for line in read_data("conjunctions.tsv").splitlines():
        word, codes = line.split("\t")
        kept = tuple(code for code in codes.split() if code in written)
        if kept and word.isalpha() and word not in useless:
            found[word] = kept
    return found


def same_language(one: str, other: str) -> bool:
    """Whether two tags name one language, or two that no text tells apart by such means."""
    first, second = (tag.replace("_", "-").split("-")[0].lower() for tag in (one, other))
    return first == second or any(first in group and second in group for group in _ALIKE)


def any_language(declared: str, codes: Iterable[str]) -> bool:
    """Whether ``declared`` is one of ``codes``."""
    return any(same_language(declared, code) for code in codes)


_ALIKE = (
    frozenset(("no", "nb", "nn", "da")),
    frozenset(("hr", "sr", "bs", "sh")),
    frozenset(("id", "ms", "in")),
    frozenset(("he", "iw", "yi")),
    frozenset(("zh", "yue", "cn", "tw")),
    frozenset(("tl", "fil")),
)
