"""How many columns a text takes, on which the programs that wrap lines do not agree.

Terminals give an East Asian wide character two columns and a combining mark none (UAX #11). w3m gives no
column to spacing vowel signs either. Lynx, html2text and Python's textwrap count characters. So the lines of
a page in Hindi, Khmer or Korean have a common width only by the measure of the program that wrapped them.
"""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import category, east_asian_width

from articlex.memoize import CharacterTable
from articlex.regex import regex

Measure = Callable[[str], int]

#: No wrapped line is as long: in longer ones characters are counted instead of columns.
LONGEST = 400

#: Classes of characters by Unicode category: "z" takes no column (marks on a letter, directional marks), "m"
#: none by w3m (spacing marks). "w", for two columns, is by East Asian width; all others are ".".
_CLASSES = {"Mn": "z", "Me": "z", "Cf": "z", "Mc": "m"}
#: The columns of a character of these classes that does not take one.
_TAKES = {"z": 0, "w": 2}


#: All but the common letters and punctuation of Latin, Greek and Cyrillic, which surely take one column each.
#: A text without any of these need not be looked up, which takes four times as long.
_MAY_DIFFER = regex(
    "[^\x00-\xac\xae-\u02ff\u038e-\u03a1\u03a3-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]"
)


def _class(code: int) -> str:
    """The class of a character."""
    char = chr(code)
    return "w" if east_asian_width(char) in "WF" else _CLASSES.get(category(char), ".")


#: A table for ``str.translate``.
_WIDTHS = CharacterTable(_class)


def columns(text: str) -> int:
    """The columns that ``text`` takes in a terminal."""
    size = len(text)
    if text.isascii() or size > LONGEST or not _MAY_DIFFER.search(text):
        return size
    classes = text.translate(_WIDTHS)
    return size + classes.count("w") - classes.count("z")


def place_at(text: str, column: int) -> int | None:
    """The place in ``text`` of the character that begins at ``column`` in a terminal; None if none does.

    >>> place_at("ab 中c", 3), place_at("ab 中c", 4), place_at("ab 中c", 5), place_at("ab", 2)
    (3, None, 4, None)
    """
    if text.isascii() or not _MAY_DIFFER.search(text, 0, column + 1):
        return column if column < len(text) else None
    cell = 0
    for place, kind in enumerate(text.translate(_WIDTHS)):
        if cell >= column:
            return place if cell == column else None
        cell += _TAKES.get(kind, 1)
    return None


def _columns_without_marks(text: str) -> int:
    """The columns that ``text`` takes in w3m, where no combining mark has one."""
    return columns(text) - (0 if len(text) > LONGEST else text.translate(_WIDTHS).count("m"))


def characters(text: str) -> int:
    """The characters of ``text``. This is ``len`` as a function of its own: a line with this measure is one
    of html2text, which never breaks a line inside of a word."""
    return len(text)


#: How the columns of a page may have been counted; the first unless there is evidence for another.
MEASURES: tuple[Measure, ...] = (columns, len, _columns_without_marks)
