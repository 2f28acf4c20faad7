"""Classes of characters, for counting those of a script, capitals or digits, for finding where the script
changes, and for removing invisible characters.

A regular expression with the ranges of Chinese and Korean takes 2.5 ms to compile, as long as a short page
takes to be read. Here the class of a character is looked up when it first occurs, and ``str.translate`` gives
the classes of a text::

    SCRIPTS = CharacterClasses(e="\\u2e80\\u9fff\\uac00\\ud7af", t="\\u0e00\\u0e7f")
    "abc 中文".translate(SCRIPTS) == "....." + "ee"
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from string import ascii_letters, ascii_uppercase, digits

from articlex.regex import regex

#: Invisible characters: controls, soft hyphen, Mongolian vowel separator, zero-width space, word joiner,
#: invisible operators, byte order mark, interlinear annotation. ZWJ, ZWNJ and the direction marks stay:
#: Persian, Hindi, emoji and lines of mixed direction need them.
_INVISIBLE = regex("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]")
#: Joiners with no character beyond ASCII on either side: editors leave them in emptied paragraphs.
_IDLE_JOINERS = regex("(?<![^\x00-\x7f])[\u200c\u200d]+(?![^\x00-\x7f])")
_OTHER_DIGIT = regex(r"[^\D0-9]")
_CAPITALS, _DIGITS = ascii_uppercase.encode(), digits.encode()
_ALPHANUMERICS = (ascii_letters + digits).encode()
#: Most characters whose class is remembered. A text has a few hundred; all of Unicode would fill 100 MB.
_REMEMBERED = 20_000
#: Characters counted before a pattern takes over, which takes a fifth of the time once it is compiled.
_BY_TABLE = 15_000
#: Marks, embeddings, overrides and isolates of the direction of writing, as a part of a character class.
DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"


class CharacterClasses(dict[int, str]):
    """A table for ``str.translate``: each character becomes the letter of its class, or "." without one.

    A class is given as a string of ranges, which must not overlap: first and last character alternately.
    """

    def __init__(self, **ranges: str) -> None:
        super().__init__()
        bounds = [(0, ".")]
        for name, ends in ranges.items():
            for first, last in _pairs(ends):
                bounds += [(ord(first), name), (ord(last) + 1, ".")]
        # If a range begins right behind another one, its class comes last and wins.
        bounds.sort(key=lambda bound: (bound[0], bound[1] != "."))
        self._starts = [start for start, _ in bounds]
        self._names = [name for _, name in bounds]
        self._patterns = {name: regex(f"[{_set(ends)}]+") for name, ends in ranges.items()}
        self._by_table = _BY_TABLE

    def __missing__(self, code: int) -> str:
        name = self._names[bisect_right(self._starts, code) - 1]
        if len(self) < _REMEMBERED:
            self[code] = name
        return name

    def count(self, name: str, text: str) -> int:
        """The number of characters of ``text`` in the class ``name``."""
        if self._by_table > 0:
            self._by_table -= len(text)
            return text.translate(self).count(name)
        return sum(map(len, self._patterns[name].findall(text)))


def _set(ends: str) -> str:
    return "".join(f"{re.escape(first)}-{re.escape(last)}" for first, last in _pairs(ends))


def _pairs(ends: str) -> Iterator[tuple[str, str]]:
    return zip(ends[::2], ends[1::2], strict=True)


def visible(text: str) -> str:
    """``text`` without invisible characters."""
    return text if text.isascii() and text.isprintable() else _INVISIBLE.sub("", text)


def without_idle_joiners(text: str, before: str) -> str:
    """``text`` without joiners that join nothing; ``before`` is the character right before it, or ""."""
    if "\u200d" not in text and "\u200c" not in text:
        return text
    before = before if before not in "\u200c\u200d" else ""
    return _IDLE_JOINERS.sub("", before + text)[len(before) :]


def with_ascii_digits(text: str) -> str:
    """``text`` with ASCII digits for those of other scripts."""
    return text if text.isascii() else _OTHER_DIGIT.sub(lambda match: str(int(match[0])), text)


def capitals_in(text: str) -> int:
    """The number of capital letters in a text."""
    return _ascii_in(text, _CAPITALS) if text.isascii() else sum(map(str.isupper, text))


def digits_in(text: str) -> int:
    """The number of ASCII digits in a text."""
    return _ascii_in(text, _DIGITS) if text.isascii() else sum(map(text.count, digits))


def alphanumerics_in(text: str) -> int:
    """The number of letters and digits in a text, of any script."""
    return _ascii_in(text, _ALPHANUMERICS) if text.isascii() else sum(map(str.isalnum, text))


def _ascii_in(text: str, characters: bytes) -> int:
    """The number of ``characters`` in an ASCII text, by deletion: a quarter of the time of testing each."""
    return len(text) - len(text.encode().translate(None, characters))
