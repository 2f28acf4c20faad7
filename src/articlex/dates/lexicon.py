"""The words of dates: read from ``data/months.json`` and ``months_django.tsv`` on first use, and the same for
every page afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from articlex.data import read_data
from articlex.dates.fold import fold

#: Countries whose domain is not their ISO 3166 code, or whose domain says nothing of the language.
_DOMAIN_REGION = {"uk": "GB"}


#: Letters by which the beginning of a month's name is known. With three of them twice as many words of texts
#: with figures may be one.
LONGEST_START = 6


class Lexicon(NamedTuple):
    """Keys are folded (:func:`~articlex.dates.fold.fold`), without spaces and dots.

    ``months`` has the month of each Gregorian month name; ``shared`` those that differ by language.
    ``periods`` has the hours at which a part of the day begins and ends (one of them for noon and midnight).
    ``orders`` has "dmy", "mdy" or "ymd" by language and by locale where a region differs.
    """

    months: Mapping[str, int]
    shared: Mapping[str, Mapping[str, int]]
    persian: Mapping[str, int]
    islamic: Mapping[str, int]
    ethiopic: Mapping[str, int]
    nepali: Mapping[str, int]
    weekdays: frozenset[str]
    fillers: frozenset[str]
    am: frozenset[str]
    pm: frozenset[str]
    periods: Mapping[str, Sequence[int]]
    orders: Mapping[str, str]
    #: What the names of months begin with, up to :data:`LONGEST_START` letters: what most words are told by.
    starts: frozenset[str]
    #: The names of the months of all calendars.
    names: frozenset[str]

    def month(self, word: str, language: str) -> int:
        """Number of the Gregorian month named ``word``, 0 if it is none."""
        number = self.months.get(word)
        if number is None and word in self.shared:
            by_language = self.shared[word]
            number = by_language.get(language[:2]) or next(iter(by_language.values()))
        return number or 0

    def order(self, language: str, host: str = "") -> str:
        """The usual order of day, month and year for a language tag and the host of a page."""
        base, _, region = language.replace("_", "-").partition("-")
        domain = host.rpartition(".")[2]
        region = region.upper()[-2:] or _DOMAIN_REGION.get(domain, domain.upper() if len(domain) == 2 else "")
        base = base.lower()
        return self.orders.get(f"{base}-{region}") or self.orders.get(base, "")


@cache
def lexicon() -> Lexicon:
    """The word lists."""
    record = json.loads(read_data("months.json"))
    record["months"].update(_further_months())
    kinds = ("months", "shared", "persian", "islamic", "ethiopic", "nepali")
    names = [name for kind in kinds for name in record[kind]]
    return Lexicon(
        months=record["months"],
        shared=record["shared"],
        persian=record["persian"],
        islamic=record["islamic"],
        ethiopic=record["ethiopic"],
        nepali=record["nepali"],
        weekdays=frozenset(record["weekdays"]),
        fillers=frozenset(record["fillers"]),
        am=frozenset(record["am"]),
        pm=frozenset(record["pm"]),
        periods=record["periods"],
        orders=record["order"],
        starts=frozenset([name[:size] for name in names for size in range(1, LONGEST_START + 1)]),
        names=frozenset(names),
    )


def _further_months() -> Iterator[tuple[str, int]]:
    """Names of months that programs have shortened in their own way, with the number of each."""
    for line in read_data("months_django.tsv").splitlines():
        word, number, _ = line.split("\t")
        yield word, int(number)


def is_date_word(word: str) -> bool:
    """Whether a word is the name of a month or a weekday in any language."""
    folded = fold(word).replace(".", "")
    if folded[:3] in lexicon().starts and (folded in lexicon().months or folded in lexicon().shared):
        return True
    return is_weekday(word)


def is_weekday(word: str) -> bool:
    """Whether a word is the name of a weekday in any language, in full or in short."""
    return fold(word).replace(".", "") in lexicon().weekdays
