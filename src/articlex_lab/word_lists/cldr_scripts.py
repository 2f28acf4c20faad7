"""Write ``src/articlex/data/scripts.tsv``: the languages that are written in each script that
:mod:`articlex.language` knows, be it that of a single language or of several.

Source: the likely subtags and the locales of the Unicode CLDR, as packaged by Babel; the same CLDR gives the
same bytes. Run ``python -m articlex_lab.word_lists.cldr_scripts``.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel.core import get_global
from babel.localedata import locale_identifiers

from articlex_lab.repository import DATA
from articlex_lab.word_lists.by_language import table

TARGET = DATA / "scripts.tsv"

#: The names of scripts in :mod:`articlex.language`, by ISO 15924. Without Latin, which has 6,000 languages.
NAMES = {
    "Arab": "arabic", "Armn": "hy", "Beng": "bn", "Cyrl": "cyrillic", "Deva": "devanagari", "Ethi": "am",
    "Geor": "ka", "Grek": "el", "Gujr": "gu", "Guru": "pa", "Hang": "ko", "Hani": "zh", "Hans": "zh",
    "Hant": "zh", "Hebr": "he", "Hira": "ja", "Jpan": "ja", "Kana": "ja", "Khmr": "km", "Knda": "kn",
    "Kore": "ko", "Laoo": "lo", "Mlym": "ml", "Mymr": "my", "Orya": "or", "Sinh": "si", "Taml": "ta",
    "Telu": "te", "Thai": "th",
}  # fmt: skip


def pairs() -> Iterator[tuple[str, str]]:
    """All pairs (script by ISO 15924, language) in CLDR."""
    for tag, likely in get_global("likely_subtags").items():
        language, script, *_ = likely.split("_")
        if not tag.startswith("und"):
            yield script, language
    for identifier in locale_identifiers():
        language, *rest = identifier.split("_")
        if rest and len(rest[0]) == 4:
            yield rest[0], language


def rows() -> Iterator[str]:
    """The lines of the table."""
    found: dict[str, set[str]] = {}
    for script, language in pairs():
        if script in NAMES:
            found.setdefault(NAMES[script], set()).add(language)
    yield from table(found)


if __name__ == "__main__":
    TARGET.write_text("".join(rows()), encoding="utf-8")
