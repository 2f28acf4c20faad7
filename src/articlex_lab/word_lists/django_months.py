"""Make ``articlex/data/months_django.tsv``: names of months that Django prints and CLDR does not have.

Sites made with Django print "Απρίλ. 9, 2024" and "17 मा, 2024": its translators have their own abbreviations.
From the message catalogues of Django 5.2, BSD-3-Clause
(``python -m articlex_lab.word_lists.django_months > src/articlex/data/months_django.tsv``).
"""

from __future__ import annotations

import json
import sys
import tempfile
from calendar import month_name
from collections import defaultdict
from pathlib import Path

from articlex_lab.repository import DATA
from articlex_lab.word_lists.catalogues import SOURCES, entries
from articlex_lab.word_lists.cldr_dates import clean, is_word

#: The months in the source of Django: in full, in three letters, and as the Associated Press abbreviates
#: them.
_SHORT = "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sept. Oct. Nov. Dec.".split()
ENGLISH = {
    name: number
    for number, full in enumerate(month_name)
    if number
    for name in (full, full[:3].lower(), _SHORT[number - 1])
}
#: A language whose catalogue has the months of another calendar.
OTHER_CALENDAR = "ckb"
#: The least letters of a word in Latin, in Greek and Cyrillic, and in other letters: shorter ones are also
#: words of other languages, "sent" and "бар".
LEAST_LATIN, LEAST_CASED, LEAST = 6, 4, 2
LAST_LATIN, LAST_CASED = "\u024f", "\u052f"


def months(folder: Path) -> dict[str, dict[int, set[str]]]:
    """The names that ``months.json`` does not have: the months that each means, with their languages."""
    known = set().union(*map(_words, json.loads((DATA / "months.json").read_text("utf-8")).values()))
    found: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    source = next(each for each in SOURCES if each.package == "django")
    for language, english, translation in entries(source, folder):
        number, word = ENGLISH.get(english, 0), _plain(clean(translation))
        is_new = is_word(word) and word not in known and len(word) >= _least(word)
        if number and is_new and language != OTHER_CALENDAR:
            found[word][number].add(language)
    return found


def _plain(word: str) -> str:
    """A word without the dots and commas that a few translations have in it: "Դեկ․", "yan,"."""
    return word.replace(".", "").strip(",")


def _least(word: str) -> int:
    if word[0] <= LAST_LATIN:
        return LEAST_LATIN
    return LEAST_CASED if word[0] <= LAST_CASED else LEAST


def _words(part: object) -> set[str]:
    return set(part) if isinstance(part, dict | list) else set()


def main() -> None:
    """Print the table, without the names that mean different months in different languages."""
    with tempfile.TemporaryDirectory() as folder:
        for word, by_month in sorted(months(Path(folder)).items()):
            if len(by_month) == 1:
                [(number, languages)] = by_month.items()
                sys.stdout.write(f"{word}\t{number}\t{' '.join(sorted(languages))}\n")


if __name__ == "__main__":
    main()
