"""Make ``articlex/data/conjunctions.tsv``: the word between the last two members of a list, by language.

From the list patterns "standard" and "standard-short" of the Unicode CLDR, as babel ships it
(``python -m articlex_lab.word_lists.cldr_lists > src/articlex/data/conjunctions.tsv``). Unicode licence.
"""

from __future__ import annotations

import sys

from babel import Locale
from babel.localedata import locale_identifiers

from articlex_lab.word_lists.by_language import table

PATTERNS = ("standard", "standard-short")
COMMAS = " ,،、;；\u200f\u200e\u00a0"


def conjunctions() -> dict[str, set[str]]:
    """The conjunctions, each with the languages that use it.

    Those that are written without a space after them ("و" in Arabic) get a hyphen at their end.
    """
    found: dict[str, set[str]] = {}
    for identifier in locale_identifiers():
        locale = Locale.parse(identifier)
        for pattern in PATTERNS:
            for part in ("2", "end"):
                joined = dict(locale.list_patterns.get(pattern, {})).get(part, "")
                between = joined.split("{0}")[-1].split("{1}")[0]
                word = between.strip(COMMAS)
                if not word:
                    continue
                spaced = between[-1] in COMMAS or between[0] not in COMMAS
                found.setdefault(word if spaced else f"{word}-", set()).add(locale.language)
    return found


if __name__ == "__main__":
    sys.stdout.writelines(table(conjunctions()))
