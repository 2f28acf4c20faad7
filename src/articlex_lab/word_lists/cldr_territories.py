"""Make ``articlex/data/countries.tsv``: what countries are called by those who live there.

A newspaper has a section of that name, which stands beside the day as an author might: "Deutschland | 3. Mai
2024". From the names of territories in the Unicode CLDR, as babel ships it (``python -m
articlex_lab.word_lists.cldr_territories > src/articlex/data/countries.tsv``), in the languages that are
official or widely spoken there. Unicode licence.
"""

from __future__ import annotations

import sys

from babel import Locale
from babel.core import get_global
from babel.localedata import exists

from articlex_lab.word_lists.by_language import table

#: The least share of the inhabitants, in per cent, who speak a language that is not official.
LEAST_SPOKEN = 20.0
#: Those that are given names as well, which people sign with alone.
NAMES = frozenset(("israel", "jordan", "kenya", "maurice", "montserrat"))
#: The letter of Uzbek that pages write with an apostrophe or a quotation mark.
TURNED, PRINTED = "ʻ", ("‘", "’", "'", "`")


def countries() -> dict[str, set[str]]:
    """The names of countries, case-folded, each with the languages in which a country is called so."""
    found: dict[str, set[str]] = {}
    for territory, languages in get_global("territory_languages").items():
        for code, facts in languages.items():
            is_spoken = facts["official_status"] or facts["population_percent"] > LEAST_SPOKEN
            name = Locale.parse(code).territories.get(territory, "") if is_spoken and exists(code) else ""
            for sign in (TURNED, *PRINTED) if TURNED in name else ("",):
                found.setdefault(name.replace(TURNED, sign).casefold(), set()).add(code.partition("_")[0])
    return {name: languages for name, languages in found.items() if name and name not in NAMES}


if __name__ == "__main__":
    sys.stdout.writelines(table(countries()))
