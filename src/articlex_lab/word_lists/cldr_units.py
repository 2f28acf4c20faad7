"""Make ``articlex/data/minutes.tsv``: the words for minutes, by which "5 min read" is recognised.

From the long unit patterns of the Unicode CLDR, as babel ships it
(``python -m articlex_lab.word_lists.cldr_units > src/articlex/data/minutes.tsv``). Unicode licence. Words of
one or two letters are left out, as they are parts of names and of other words: "分", "mi".
"""

from __future__ import annotations

import re
import sys

from babel import Locale
from babel.localedata import locale_identifiers
from babel.units import format_unit

from articlex.bylines.given import givenness
from articlex_lab.word_lists.by_language import table

#: Numbers that take different forms of the word in some language, and the pattern of a printed number.
NUMBERS = (0, 1, 2, 3, 5, 11, 20, 100, 1.5)
NUMBER = re.compile(r"[\d.,٫]+")
SIGNS = " .\u200f\u200e\u00a0"
LEAST = 3
#: Languages without spaces, in which a word of two characters is long enough.
UNSPACED = frozenset(("zh", "yue"))


def minutes() -> dict[str, set[str]]:
    """The words for minutes, case-folded, each with the languages that use it."""
    found: dict[str, set[str]] = {}
    for identifier in locale_identifiers():
        locale = Locale.parse(identifier)
        for number in NUMBERS:
            word = NUMBER.sub("", format_unit(number, "duration-minute", "long", locale=locale))
            word = word.strip(SIGNS).casefold()
            least = 2 if locale.language in UNSPACED else LEAST
            if " " in word or len(word) < least or word == "min" or givenness(word) == "first":
                continue
            found.setdefault(word, set()).add(locale.language)
    return found


if __name__ == "__main__":
    sys.stdout.writelines(table(minutes()))
