"""The language of a text: by its script, and by its trigrams if several languages share the script.

It checks what pages declare, and answers for pages that declare nothing; it is no detector for single words.
A text is scored by how many of its trigrams are frequent in a language, the more frequent ones more
(``data/trigrams.tsv``; after Cavnar and Trenkle 1994, "N-gram-based text categorization")."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from articlex.data import read_data
from articlex.language_tags import primary_subtag, same_language
from articlex.regex import regex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Letters of the shortest text that is judged; half as many in Chinese, Japanese and Korean.
MIN_LETTERS = 60
#: The least share of the main script in the letters.
_MIN_SHARE = 0.5
#: Characters that are read, and how many if those do not decide, as with a notice in another language before
#: the text: of nine such pages 1,600 decided six, 3,200 no more.
_FIRST_CHARS, MAX_CHARS = 800, 1600
#: The least mean score of a text's trigrams (each 0 to 1) in its language, and the most of it that any other
#: language may reach.
_MIN_SCORE = 0.15
_MAX_RIVAL = 0.9
#: The best languages, whose letters are compared with those of the text, and the factor by which the share of
#: letters that a language does not have lowers its score. With these, 172 of 2,391 pieces (300 characters
#: each) of messages of Django and Wagtail in 52 languages have no language and 5 a wrong one; with four
#: languages and 8 there were 174 and 5, with 0.87 and 3 there were 262 and 5.
_CANDIDATES, _FOREIGN = 6, 8.0
#: The best languages, in which :func:`legibility` tries words whose charset is unknown.
_LEGIBLE_IN = 8

#: The first code point of each run of one script, with the script, or with the language if only one (of some
#: weight) is written in it.
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
#: The least share of kana in Japanese text.
_MIN_KANA = 0.1

#: All but letters and their marks. (``\\W`` would match the vowel signs of Indian scripts.)
_NO_LETTERS = regex(r"[\s\d!-/:-@\[-`{-~\u00a0-\u00bf\u2000-\u206f\u3000-\u303f\uff00-\uff0f।॥،؛؟۔]+")
#: Letters that have two code points each: Romanian s and t, Persian and Arabic yeh and kaf.
_SAME = str.maketrans("șțیک", "şţيك")
_IN_TABLE = regex("[șțیک]")


class Detected(NamedTuple):
    """``codes`` are the ISO 639 codes of the languages that a text may be in, likeliest first. ``reason`` is
    "script" or "trigrams". ``script`` is the main script, or the language if it alone is written in that."""

    codes: tuple[str, ...]
    reason: str
    script: str


def detect(text: str) -> Detected | None:
    """The language of ``text``; None if it is too short or does not decide."""
    found = _detect(text[:_FIRST_CHARS])
    return found if found or len(text) <= _FIRST_CHARS else _detect(text[:MAX_CHARS])


def _detect(text: str) -> Detected | None:
    letters = normal(text)
    counts = Counter(letters)
    scripts = _scripts(counts)
    total = sum(scripts.values())
    east = scripts["han"] + scripts["kana"]
    # A syllable of Hangul counts as two: it has two or three letters.
    if total < (MIN_LETTERS if (east + scripts["ko"]) * 2 < total else MIN_LETTERS // 2):
        return None
    if east > _MIN_SHARE * total:
        code = "ja" if is_japanese(scripts["han"], scripts["kana"]) else "zh"
        return Detected((code,), "script", code)
    script, count = scripts.most_common(1)[0]
    if count < _MIN_SHARE * total or not script:
        return None
    if len(script) == 2:
        return Detected((script,), "script", script)
    codes = _by_trigrams(letters, counts, script)
    return Detected(codes, "trigrams", script) if codes else None


def is_japanese(han: int, kana: int) -> bool:
    """Whether a text with so many Chinese characters and kana is Japanese, not Chinese."""
    return kana > _MIN_KANA * (han + kana)


def normal(text: str) -> str:
    """The letters of ``text``, case-folded, with a single space for whatever stands between them."""
    letters = _NO_LETTERS.sub(" ", text.casefold())
    # To look all characters up takes ten times as long as to see that none is in the table.
    return letters.translate(_SAME) if _IN_TABLE.search(letters) else letters


def script_of(text: str) -> str:
    """The script of most letters, or the language if it alone is written in that; "" if there are none."""
    scripts = _scripts(Counter(text))
    return scripts.most_common(1)[0][0] if scripts else ""


def _scripts(counts: Counter[str]) -> Counter[str]:
    """The number of letters of each script, from the ``counts`` of characters."""
    scripts: Counter[str] = Counter()
    for letter, count in counts.items():
        if letter != " ":
            scripts[_script(letter)] += count
    return scripts


def _script(letter: str) -> str:
    return _RUNS[bisect_right(_STARTS, ord(letter)) - 1][1] if letter >= "A" else ""


def _by_trigrams(letters: str, letter_counts: Counter[str], script: str) -> tuple[str, ...]:
    """The language by the trigrams of ``letters``, which are mostly in ``script``; () if two rival each
    other.

    Languages that are taken for the same (:func:`same_language`) follow the likeliest one.
    """
    text = f" {letters.strip()} "
    table = _trigrams()
    scores = _scores(text)
    if not scores.any():
        return ()
    # Names and addresses in another script do not count.
    counts = {
        letter: count
        for letter, count in letter_counts.items()
        if letter.isalpha() and _script(letter) == script
    }
    total = sum(counts.values()) or 1
    for place in (-scores).argsort(kind="stable")[:_CANDIDATES]:
        if known := table.letters[place]:
            foreign = sum(count for letter, count in counts.items() if letter not in known)
            scores[place] *= max(0.0, 1.0 - _FOREIGN * foreign / total)
    best = float(scores.max())
    if best < _MIN_SCORE * (len(text) - 2):
        return ()
    order = (-scores).argsort(kind="stable")
    alike = tuple(table.codes[place] for place in order if scores[place] >= _MAX_RIVAL * best)
    return alike if all(same_language(alike[0], other) for other in alike) else ()


def _scores(text: str) -> NDArray[np.float32]:
    """The sum of the scores of the trigrams of ``text`` in each language of the table."""
    table = _trigrams()
    keys = _keys(text)
    places = table.keys.searchsorted(keys)
    known = places[table.keys.take(places, mode="clip") == keys]
    scores: NDArray[np.float32] = table.weights.take(known, axis=0).sum(axis=0)
    return scores


def legibility(words: str, high: int) -> float:
    """How well ``words`` read as those of some language: the score of their trigrams, times the share of
    their ``high`` characters beyond ASCII that are letters of it. 0 in scripts of only one language."""
    text = f" {normal(words).strip()} "
    if not high or len(text) < 3:
        return 0.0
    scores = _scores(text)
    letters = Counter(text)
    best = 0.0
    for place in (-scores).argsort(kind="stable")[:_LEGIBLE_IN]:
        own = sum(letters[letter] for letter in _special_letters()[place])
        best = max(best, float(scores[place]) * own / high)
    return best


@cache
def _special_letters() -> tuple[str, ...]:
    """The letters beyond ASCII of each language of the table, in its main script."""
    return tuple(
        "".join(letter for letter in letters if letter > "\x7f" and _script(letter) == script)
        for letters in _trigrams().letters
        for script in [script_of(letters)]
    )


def _keys(text: str) -> NDArray[np.uint64]:
    """The trigrams of a text as numbers, 21 bits for each character.

    All are looked up at once in an array: detection takes 0.7 of the time that it takes with a dictionary,
    whose strings are scattered in memory.
    """
    import numpy as np

    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    return codes[:-2] << np.uint64(42) | codes[1:-1] << np.uint64(21) | codes[2:]


class Trigrams(NamedTuple):
    """``weights[i]`` says how frequent the trigram ``keys[i]`` is in each of ``codes``: 1 is the most
    frequent one, 0 is not among the frequent ones. ``letters`` are those of each language, "" if unknown."""

    codes: tuple[str, ...]
    letters: tuple[str, ...]
    keys: NDArray[np.uint64]
    weights: NDArray[np.float32]


@cache
def _trigrams() -> Trigrams:
    """The frequent trigrams of each language."""
    import numpy as np

    codes, letters, listed = zip(
        *(line.split("\t") for line in read_data("trigrams.tsv").splitlines()), strict=True
    )
    together = [trigrams.replace("|", "").replace("_", " ") for trigrams in listed]
    # In the string of all trigrams every third key is one of them; the others reach into the next one.
    keys, places = np.unique(_keys("".join(together))[::3], return_inverse=True)
    weights = np.zeros((len(keys), len(codes)), np.float32)
    first = 0
    for column, trigrams in enumerate(together):
        count = len(trigrams) // 3
        weights[places[first : first + count], column] = 1.0 - np.arange(count) / (2 * count)
        first += count
    return Trigrams(codes, letters, keys, weights)


def known_languages() -> frozenset[str]:
    """The languages that are recognised by trigrams."""
    return frozenset(_trigrams().codes)


@cache
def _languages_by_script() -> dict[str, frozenset[str]]:
    rows = (line.split("\t") for line in read_data("scripts.tsv").splitlines())
    return {name: frozenset(codes.split()) for name, codes in rows}


def is_written_in(tag: str, script: str) -> bool:
    """Whether the language of ``tag`` is written in ``script``, as :class:`Detected` names it.

    Latin and its languages are not in the table: then the answer is always False.
    """
    return primary_subtag(tag) in _languages_by_script().get(script, ())
