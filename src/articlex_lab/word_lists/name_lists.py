"""Write ``articlex/data/given_names.txt``: given names in about 60 languages, and surnames of East Asia.

They come from the person providers of Faker (MIT), which have only 94 Japanese surnames, and two thousand
more of these from Mimesis (MIT). Get both with ``pip download --no-deps faker mimesis``, unpack them in one
folder, then ``python -m articlex_lab.word_lists.name_lists FOLDER``. Each line is a kind (``given-ascii``,
``given-other``, ``surname``), a tab, and the names, folded by
:func:`articlex.dates.fold.without_accents`, with spaces between them. The surnames are those that are
written before the given name, without a space.
"""

from __future__ import annotations

import json
import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from articlex.dates.fold import without_accents
from articlex_lab.command import only_argument
from articlex_lab.repository import DATA

TARGET = DATA / "given_names.txt"
#: Locales of languages that write the surname first, without a space after it.
UNSPACED = ("zh_", "ja_", "ko_")
#: Given names in some locale that are more often ordinary words.
ORDINARY = frozenset("the my doe mrs miss sir lady".split())
#: Japanese surnames that begin headlines and names of papers as often.
WORDS = frozenset("世界 中国 朝日 東方 南方 出張 菓子".split())


def names(provider: Any, kind: str) -> Iterator[str]:
    """The strings in a provider's tables of first or last names."""
    for attribute in dir(provider):
        table = getattr(provider, attribute)
        if attribute.startswith(kind) and isinstance(table, (tuple, list, dict)):
            yield from (name for name in table if isinstance(name, str))


def collect(providers: Any) -> dict[str, set[str]]:
    """Folded names by kind."""
    found: dict[str, set[str]] = {"given": set(), "surname": set()}
    for module in pkgutil.iter_modules(providers.__path__):
        provider = import_module(f"{providers.__name__}.{module.name}").Provider
        for name in names(provider, "first"):
            # "Jean-Pierre" is two names; a single Latin letter is an initial.
            found["given"].update(
                part for part in map(without_accents, name.replace("-", " ").split()) if _is_word(part)
            )
        if module.name.startswith(UNSPACED):
            found["surname"].update(name for name in names(provider, "last") if not name.isascii())
    given = found.pop("given") - ORDINARY
    return {
        "given-ascii": set(filter(str.isascii, given)),
        "given-other": {name for name in given if not name.isascii()},
        **found,
    }


def _is_word(part: str) -> bool:
    return (part.isalpha() and (len(part) > 2 or (len(part) > 1 and not part.isascii()))) or _is_marked(part)


def _is_marked(part: str) -> bool:
    """Whether this is a word with vowel signs, which are not alphabetic: Hindi, Thai."""
    return len(part) > 2 and not part.isascii() and not any(map(str.isdigit, part)) and part[0].isalpha()


def japanese_surnames(folder: Path) -> set[str]:
    """The surnames in Mimesis of at least two characters: those of one are as often words."""
    person = json.loads((folder / "mimesis/datasets/ja/person.json").read_text("utf-8"))
    return {name for name in person["surnames"] if len(name) > 1} - WORDS


def main() -> None:
    """Write the file."""
    folder = only_argument("FOLDER")
    sys.path.insert(0, str(folder))
    found = collect(import_module("faker.providers.person"))
    found["surname"] |= japanese_surnames(folder)
    lines = [f"{kind}\t{' '.join(sorted(words))}\n" for kind, words in sorted(found.items())]
    TARGET.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
