"""Write ``src/articlex/data/languages.tsv``: the names of languages, in themselves and in other languages.

Source: the Unicode CLDR, as packaged by Babel; the same CLDR gives the same bytes. Run
``python -m articlex_lab.word_lists.cldr_languages``.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale, localedata

from articlex.data.labels import case_folded
from articlex_lab.repository import DATA

TARGET = DATA / "languages.tsv"

#: How many languages a locale names. Locales with so many are of languages that sites are translated to (115
#: in CLDR 47); those with the second number name nearly all of these (63).
NAMES_OF_A_FULL_LOCALE = 440
NAMES_OF_A_RICH_LOCALE = 540


def locales_with(names: int) -> list[Locale]:
    """The locales, without script and territory, that name at least so many languages, sorted by code."""
    codes = sorted(code for code in localedata.locale_identifiers() if "_" not in code)
    return [locale for locale in map(Locale.parse, codes) if len(locale.languages) >= names]


def names_in(locale: Locale, code: str) -> set[str]:
    """The names in ``locale`` of the language ``code`` and its varieties (``zh_Hans``), case-folded."""
    languages = locale.languages.items()
    return {case_folded(name) for key, name in languages if key.split("_")[0] == code and name != key}


def rows() -> Iterator[str]:
    """A line for each language: code, names in itself, names in other languages; all case-folded."""
    own: dict[str, set[str]] = {}
    for identifier in localedata.locale_identifiers():
        code = identifier.split("_")[0]
        own.setdefault(code, set()).update(names_in(Locale.parse(identifier), code))
    named = {locale.language for locale in locales_with(NAMES_OF_A_FULL_LOCALE)}
    rich = locales_with(NAMES_OF_A_RICH_LOCALE)
    for code in sorted(own):
        others: set[str] = set()
        if code in named:
            others = {case_folded(locale.languages.get(code, "")) for locale in rich} | names_in(
                Locale("en"), code
            )
        others -= own[code] | {"", code}
        if own[code] or others:
            yield "\t".join((code, "|".join(sorted(own[code])), "|".join(sorted(others))))


if __name__ == "__main__":
    TARGET.write_text("\n".join(rows()) + "\n", encoding="utf-8")
