"""Classes of characters: for counting those of a script, or capitals and digits, finding where a script
changes, dropping what nobody sees.

A regular expression that holds the ranges of Chinese and Korean takes 2.5 ms to compile, as long as a short
page takes to be read. Here a character's class is looked up when the character is first met, and
``str.translate`` gives the classes of a text::

    SCRIPTS = CharacterClasses(e="\\u2e80\\u9fff\\uac00\\ud7af", t="\\u0e00\\u0e7f")
    "abc 中文".translate(SCRIPTS) == "....." + "ee"
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from string import ascii_letters, ascii_uppercase, digits

from articlex.regex import regex

#: Characters that no reader sees: controls, zero-width space and joiner-less word breaks, soft hyphen, byte
#: order mark, invisible operators, interlinear annotation, the replacement for libxml2's refused controls.
#: ZWJ, ZWNJ and the direction marks stay: Persian, Hindi, emoji and mixed-direction lines need them.
_INVISIBLE = regex("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]")
#: Joiners with letters, marks or emoji on neither side: editors leave them in paragraphs that they empty.
_IDLE_JOINERS = regex("(?<![^\x00-\x7f])[\u200c\u200d]+(?![^\x00-\x7f])")
_CAPITALS, _DIGITS = ascii_uppercase.encode(), digits.encode()
_ALPHANUMERICS = (ascii_letters + digits).encode()
#: Characters that are remembered; a text has a few hundred, all of Unicode would fill 100 MB.
_REMEMBERED = 20_000
#: Characters after which counting goes on by a pattern: it takes a fifth of the time, once it is compiled.
_BY_TABLE = 15_000


class CharacterClasses(dict[int, str]):
    """A table for ``str.translate``: each character becomes the letter of its class, "." if it has none.

    A class is given as its ranges, which do not overlap: first and last character by turns.
    """

    def __init__(self, **ranges: str) -> None:
        super().__init__()
        bounds = [(0, ".")]
        for name, ends in ranges.items():
            for first, last in _pairs(ends):
                bounds += [(ord(first), name), (ord(last) + 1, ".")]
        # Where one range ends at the start of the next, the next one's class holds.
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
        """How many characters of ``text`` are in the class ``name``."""
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


def without_idle_joiners(text: str, before: str = "") -> str:
    """``text`` without the joiners that have nothing to join; ``before`` is the character right before it."""
    if "\u200d" not in text and "\u200c" not in text:
        return text
    before = before if before not in "\u200c\u200d" else ""
    return _IDLE_JOINERS.sub("", before + text)[len(before) :]


def capitals_in(text: str) -> int:
    """How many capitals a text has."""
    return _ascii_in(text, _CAPITALS) if text.isascii() else sum(map(str.isupper, text))


def digits_in(text: str) -> int:
    """How many digits from 0 to 9 a text has."""
    return _ascii_in(text, _DIGITS) if text.isascii() else sum(map(text.count, digits))


def alphanumerics_in(text: str) -> int:
    """How many letters and digits of any script a text has."""
    return _ascii_in(text, _ALPHANUMERICS) if text.isascii() else sum(map(str.isalnum, text))


def _ascii_in(text: str, characters: bytes) -> int:
    """How many of ``characters`` an ASCII text has: what is left without them tells, in a quarter of the time
    that it takes to ask each character."""
    return len(text) - len(text.encode().translate(None, characters))
