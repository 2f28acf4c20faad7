"""How many columns a text takes: the programs that wrap lines do not agree on it.

Terminals give an East Asian wide character two columns and a combining mark none (UAX #11). w3m gives the
vowel signs that stand beside their letter none either. Lynx, html2text and Python's textwrap count
characters. So a page in Hindi, Khmer or Korean that one of them wrapped shows its width to that
measure alone.
"""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import category, east_asian_width

from articlex.regex import regex

Measure = Callable[[str], int]

#: No wrapped line is as long; the columns of longer lines are not counted.
LONGEST = 400
#: Characters whose widths are remembered; all of Unicode would fill 100 MB.
_REMEMBERED = 20_000

#: A letter for each class of characters, by category: marks on their letter and signs of direction, and marks
#: beside it. A space is no such letter, and wide characters are found by their East Asian width.
_CLASSES = {"Mn": "z", "Me": "z", "Cf": "z", "Mc": "m"}


#: All but most letters of Latin, Greek and Cyrillic and what is printed between them, each of which takes one
#: column: to look each character up takes four times as long.
_MAY_DIFFER = regex(
    "[^\x00-\xac\xae-\u02ff\u038e-\u03a1\u03a3-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]"
)


class _Widths(dict[int, str]):
    """A table for ``str.translate``: the class of each character, looked up when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        found = "w" if east_asian_width(char) in "WF" else _CLASSES.get(category(char), ".")
        if len(self) < _REMEMBERED:
            self[code] = found
        return found


_WIDTHS = _Widths()


def columns(text: str) -> int:
    """The columns of ``text`` in a terminal."""
    size = len(text)
    if text.isascii() or size > LONGEST or not _MAY_DIFFER.search(text):
        return size
    classes = text.translate(_WIDTHS)
    return size + classes.count("w") - classes.count("z")


def columns_without_marks(text: str) -> int:
    """The columns of ``text`` where no mark takes one."""
    size = len(text)
    if text.isascii() or size > LONGEST or not _MAY_DIFFER.search(text):
        return size
    classes = text.translate(_WIDTHS)
    return size + classes.count("w") - classes.count("z") - classes.count("m")


def characters(text: str) -> int:
    """The characters of ``text``, as html2text counts them, which breaks lines between words alone."""
    return len(text)


#: What a page may have been wrapped by; the first where nothing speaks for another one.
MEASURES: tuple[Measure, ...] = (columns, len, columns_without_marks)
