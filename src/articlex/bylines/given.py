"""Whether a given name stands in a name, by the lists of ``data/given_names.txt``."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache, lru_cache

from articlex.data import read_packed
from articlex.dates.fold import without_accents
from articlex.memoize import memoized

#: Characters of the longest surname that stands before the given name without a space.
_LONGEST_SURNAME = 4
#: First letters whose names are remembered. Names may begin with any of 150,000, which would take 60 MB.
_REMEMBERED = 4_096
#: Size of the caches of names: each candidate for the author is asked about again and again.
_ASKED = 256


@cache
def _names(kind: str) -> str:
    """The names of one kind ("given-ascii", "given-other", "surname"), sorted, with a space around each."""
    lines = read_packed("given_names.txt").split(b"\n")
    start = f"{kind}\t".encode()
    line = next(line for line in lines if line.startswith(start))
    return f" {line[len(start) :].decode('utf-8')} "


@lru_cache(_REMEMBERED)
def _beginning(kind: str, letter: str) -> frozenset[str]:
    """The names of one kind that begin with a letter; a page needs only those of a few."""
    names = _names(kind)

    def letter_at(place: int) -> str:
        return names[names.rfind(" ", 0, place + 1) + 1]

    # Bisection: a search from one end takes as long as all else that is done with a short line.
    places = range(len(names) - 1)
    first = bisect_left(places, letter, key=letter_at)
    return frozenset(names[first : bisect_right(places, letter, first, key=letter_at)].split())


def _is_given(word: str) -> bool:
    return word in _beginning("given-ascii" if word.isascii() else "given-other", word[:1])


def _is_surname(word: str) -> bool:
    return word in _beginning("surname", word[:1])


@memoized(_ASKED)
def givenness(name: str) -> str:
    """Where a known name stands in ``name``: "first", "other" if a given name stands later in it, or "none".

    >>> givenness("Ann Example"), givenness("Key Features"), givenness("山田太郎")
    ('first', 'none', 'first')
    """
    words = _words(name)
    if _begins(words, name):
        return "first"
    return "other" if any(map(_is_given, words[1:])) else "none"


def has_given_name(name: str) -> bool:
    """Whether a known name stands anywhere in ``name``: ``givenness`` is not "none"."""
    return givenness(name) != "none"


@memoized(_ASKED)
def begins_as_name(name: str) -> bool:
    """Whether ``name`` begins with a given name or, in a script without spaces, with a surname: ``givenness``
    is "first". Cheaper than that.

    >>> begins_as_name("Ann Example"), begins_as_name("山田太郎"), begins_as_name("Example, Ann")
    (True, True, False)
    """
    return _begins(_words(name), name)


def _words(name: str) -> list[str]:
    """The words of a name as the lists spell them."""
    return without_accents(name.replace("-", " ")).split()


def _begins(words: list[str], name: str) -> bool:
    """What :func:`begins_as_name` says; ``words`` are those of ``name``."""
    if words and _is_given(words[0].strip(".")):
        return True
    if len(name) > 8 or name.isascii():
        return False
    return any(_is_surname(name[:size]) for size in range(1, min(_LONGEST_SURNAME, len(name) - 1) + 1))


def is_han(text: str) -> bool:
    """Whether a text is in Chinese characters alone."""
    return all("\u4e00" <= character <= "\u9fff" for character in text)


def are_chinese(tokens: list[str]) -> bool:
    """Whether tokens, some of two and some of three characters, are each a Chinese name and not parts of a
    Japanese one.

    >>> are_chinese(["王小明", "李华"]), are_chinese(["佐久間", "太郎"]), are_chinese(["山田", "太郎"])
    (True, False, False)
    """
    if len(tokens) < 2 or {len(token) for token in tokens} != {2, 3}:
        return False
    return all(map(is_chinese, tokens))


def is_chinese(token: str) -> bool:
    """Whether a token is a Chinese name of two or three characters, and no surname or given name of Japan.

    >>> is_chinese("林深"), is_chinese("佐藤"), is_chinese("太郎")
    (True, False, False)
    """
    if len(token) not in (2, 3) or not is_han(token):
        return False
    return _is_surname(token[0]) and not (_is_surname(token) or _is_given(token))


def glued_pair(text: str) -> tuple[str, str] | None:
    """The two Chinese names of three characters that a text is, or None: "张三丰 李四光" without its space.

    >>> glued_pair("张三丰李四光"), glued_pair("長谷川健太郎")
    (('张三丰', '李四光'), None)
    """
    first, second = text[:3], text[3:]
    if len(text) != 6 or not is_han(text):
        return None
    # A surname of three characters is Japanese. Two that share a character are words: "花蓮停班停課".
    is_pair = _is_surname(first[0]) and _is_surname(second[0]) and not _is_surname(first)
    return (first, second) if is_pair and not _is_given(second) and not set(first) & set(second) else None
