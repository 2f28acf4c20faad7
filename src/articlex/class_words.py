"""Words of class and id attributes: how they are told apart, and those that speak of persons and icons."""

from __future__ import annotations

import re

from articlex.regex import regex

#: Words of class and id by which an element names a person.
AUTHOR_WORDS = frozenset(
    """author authors authorname byline bylines by writer contributor contributors creator vcard fn username
    nickname poster autor autores auteur auteurs""".split()
)
#: Those that say so wherever they stand: "fn" is a formatted name inside a card alone, elsewhere a function.
NAMING_WORDS = AUTHOR_WORDS - {"fn"}
#: Words in the classes of icons.
ICON_WORDS = tuple(
    "icon icons ico iconfont icomoon fa fab fad fal far fas bi mdi ti ion glyphicon dashicons".split()
)

#: A capital that begins a word: "postMeta". (Looked for from capital to capital: a third of the time that a
#: look at each place between two letters takes.)
_CAMEL = regex(r"[A-Z](?<=[a-z0-9][A-Z])")

_WORD = regex(r"""[^-_:/.|,;()\[\]{}&=#+*!?'"\s]+""")
#: A blank for each character between words. For ASCII this takes two fifths of the time of the pattern.
_BETWEEN = b"-_:/.|,;()[]{}&=#+*!?'\""
_PARTED = bytes.maketrans(_BETWEEN, b" " * len(_BETWEEN))


def _set_apart(capital: re.Match[str]) -> str:
    return " " + capital[0]


def split_words(text: str) -> list[str]:
    """The lower-cased words of a class or id attribute: "postMeta by-line_2" → post, meta, by, line, 2."""
    lowered = text if text.islower() else _CAMEL.sub(_set_apart, text).lower()
    if lowered.isascii():
        return lowered.encode().translate(_PARTED).decode().split()
    return _WORD.findall(lowered)


def without_word(word: str, words: str) -> str:
    """``words``, which have blanks between them, without one of them."""
    return " ".join([each for each in words.split() if each != word])
