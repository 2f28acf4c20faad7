"""The words of dates, from ``data/months.json`` and ``data/months_django.tsv``; read on first use."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from articlex.data import read_data
from articlex.dates.fold import without_accents

#: Country domains that are not the ISO 3166 code of the country.
_DOMAIN_REGION = {"uk": "GB"}

#: First letters by which a word is told to be no month name. With three letters twice as many words of texts
#: with figures pass.
LONGEST_START = 6


class Lexicon(NamedTuple):
    """Keys are folded (:func:`~articlex.dates.fold.without_accents`), without spaces and dots.

    ``months`` maps each Gregorian month name to its number; ``shared`` has the names whose number differs by
    language, with the number for each. ``periods`` has the hours at which a part of the day begins and ends
    (the same hour for noon and midnight). ``orders`` has "dmy", "mdy" or "ymd" by language ("en"), and by
    locale ("en-GB") if a region differs.
    """

    months: Mapping[str, int]
    shared: Mapping[str, Mapping[str, int]]
    persian: Mapping[str, int]
    islamic: Mapping[str, int]
    ethiopic: Mapping[str, int]
    nepali: Mapping[str, int]
    #: Days of the month in words, in Persian.
    spelled: Mapping[str, int]
    weekdays: frozenset[str]
    fillers: frozenset[str]
    am: frozenset[str]
    pm: frozenset[str]
    periods: Mapping[str, Sequence[int]]
    orders: Mapping[str, str]
    #: The first 1 to :data:`LONGEST_START` letters of all names of months.
    starts: frozenset[str]
    #: The names of the months of all calendars.
    names: frozenset[str]

    def month(self, word: str, language: str) -> int:
        """The number of the Gregorian month that is called ``word``; 0 if none is."""
        number = self.months.get(word)
        if number is None and word in self.shared:
            by_language = self.shared[word]
            number = by_language.get(language[:2]) or next(iter(by_language.values()))
        return number or 0

    def order(self, language: str, host: str = "") -> str:
        """The usual order of day, month and year for a language tag and the host of a page; "" if unknown."""
        base, _, region = language.replace("_", "-").partition("-")
        domain = host.rpartition(".")[2]
        region = region.upper()[-2:] or _DOMAIN_REGION.get(domain, domain.upper() if len(domain) == 2 else "")
        base = base.lower()
        return self.orders.get(f"{base}-{region}") or self.orders.get(base, "")


@cache
def lexicon() -> Lexicon:
    """The word lists."""
    record = json.loads(read_data("months.json"))
    # Abbreviations of month names that CLDR does not have.
    further = (line.split("\t") for line in read_data("months_django.tsv").splitlines())
    record["months"].update((word, int(number)) for word, number, _ in further)
    months = {kind: record[kind] for kind in ("months", "shared", "persian", "islamic", "ethiopic", "nepali")}
    words: dict[str, Any] = {kind: frozenset(record[kind]) for kind in ("weekdays", "fillers", "am", "pm")}
    names = [name for numbers in months.values() for name in numbers]
    return Lexicon(
        **months,
        **words,
        spelled=record["spelled"],
        periods=record["periods"],
        orders=record["order"],
        starts=frozenset([name[:size] for name in names for size in range(1, LONGEST_START + 1)]),
        names=frozenset(names),
    )


def is_date_word(word: str) -> bool:
    """Whether a word is the name of a month or a weekday in any language."""
    folded, words = without_accents(word).replace(".", ""), lexicon()
    return folded in words.months or folded in words.shared or folded in words.weekdays


def is_filler(word: str) -> bool:
    """Whether a word stands inside dates in some language: "of", "year"."""
    return without_accents(word) in lexicon().fillers


def is_weekday(word: str) -> bool:
    """Whether a word is the name of a weekday in any language, in full or in short."""
    return without_accents(word).replace(".", "") in lexicon().weekdays
