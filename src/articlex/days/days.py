"""The days that a page states or prints, each with its sources and with features of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from heapq import nlargest
from operator import itemgetter
from typing import NamedTuple

from articlex.days.dateline import Candidate
from articlex.facts import WHOLE_DAY, day_of
from articlex.page import Fact, Field

#: The feature of a day that stands for each reason of a fact.
_SOURCES = {
    "json-ld-published": "json_ld",
    "json-ld-created": "json_ld_created",
    "json-ld-page-published": "json_ld_page",
    "meta-published": "meta",
    "mail-sent": "meta",
    "meta-date": "meta_date",
    "meta-created": "meta_created",
    "itemprop-published": "property",
    "itemprop-created": "property_created",
    "url-day": "url",
    "state-published": "state",
    "state-listed": "state_listed",
    # The record that holds the text speaks of it as JSON-LD of an article does.
    "state-record": "json_ld",
}
#: Features of sources that speak of the article itself.
_STRONG = frozenset({"json_ld", "meta", "property"})

#: Reasons of facts about the day on which the question of the page was asked. Another fact states the same
#: day as that of publication.
ASKED = frozenset({"json-ld-asked", "itemprop-asked"})
#: Reasons of facts about when the page was created.
MADE = frozenset({"json-ld-created", "meta-created", "itemprop-created"})

#: The log odds for a day that is printed nowhere, and the least ones that count for a printed day.
NOT_PRINTED, _LEAST_ODDS = -30.0, -6.0


class Day(NamedTuple):
    """One day (or month) in ISO 8601 that the page states or prints.

    ``facts`` state it as the day of publication, ``changes`` as that of a change. ``printed`` are the dates
    that print it, the likeliest dateline first, with ``odds`` as log odds. ``features`` are those for the
    regression.
    """

    day: str
    facts: tuple[Fact, ...]
    printed: tuple[Candidate, ...]
    odds: float
    features: Mapping[str, float]
    changes: tuple[Fact, ...] = ()

    @property
    def is_of_article(self) -> bool:
        """Whether a source that speaks of the article itself states it."""
        return any(self.features.get(source) for source in _STRONG)


class _Stated(NamedTuple):
    """What markup and text say, by day."""

    facts: dict[str, list[Fact]]
    modified: dict[str, list[Fact]]
    printed: dict[str, list[tuple[float, Candidate]]]
    #: Days that a source states which speaks of the article itself.
    strong: set[str]


def days_of(stated: Sequence[Fact], printed: Sequence[Candidate], odds: Sequence[float]) -> list[Day]:
    """The days of a page: first those stated as published, then those printed, then those of changes.

    ``stated`` are the facts about dates; ``odds`` are the log odds of each of ``printed`` to be a dateline.
    """
    found = _by_day(stated, printed, odds)
    rivals = {
        day: max((value for value, one in each if one.label != "updated"), default=NOT_PRINTED)
        for day, each in found.printed.items()
    }
    best_two = nlargest(2, rivals.items(), key=itemgetter(1))
    days = []
    for day in dict.fromkeys([*found.facts, *found.printed, *found.modified]):
        each = sorted(found.printed.get(day, ()), key=lambda pair: -pair[0])
        best = each[0][0] if each else NOT_PRINTED
        rival = next((value for other, value in best_two if other != day), NOT_PRINTED)
        features = _of_day(day, found)
        features["printed_odds"] = max(_LEAST_ODDS, best) if each else 0.0
        features["rival_printed"] = float(rival > max(0.0, best))
        facts, changes = (tuple(by_day.get(day, ())) for by_day in (found.facts, found.modified))
        days.append(Day(day, facts, tuple(one for _, one in each), best, features, changes))
    return days


def _by_day(stated: Sequence[Fact], printed: Sequence[Candidate], odds: Sequence[float]) -> _Stated:
    """The facts (without those about when a question was asked) and the printed dates of each day."""
    found = _Stated({}, {}, {}, set())
    for fact in stated:
        if fact.reason in ASKED:
            continue
        day = day_of(fact)
        if fact.field is Field.DATE_PUBLISHED:
            found.facts.setdefault(day, []).append(fact)
            if _SOURCES.get(fact.reason) in _STRONG:
                found.strong.add(day)
        elif fact.field is Field.DATE_MODIFIED:
            found.modified.setdefault(day, []).append(fact)
    for value, candidate in zip(odds, printed, strict=True):
        found.printed.setdefault(candidate.found.value.day_iso(), []).append((value, candidate))
    return found


def _of_day(day: str, found: _Stated) -> dict[str, float]:
    """The features of one day: which sources state it, and whether strong ones state another."""
    printed = found.printed.get(day, ())
    # A list, not a set: in another order the sum of the weights would have other last digits.
    sources = [_SOURCES.get(fact.reason, "") for fact in found.facts.get(day, ())]
    return dict.fromkeys(sources, 1.0) | {
        "month": float(len(day) < WHOLE_DAY),
        "printed": float(bool(printed)),
        "unprinted_markup": float(not printed and not _STRONG.isdisjoint(sources)),
        "updated": float(bool(printed) and all(one.label == "updated" for _, one in printed)),
        "modified": float(day in found.modified),
        "rival_markup": float(len(found.strong) > (day in found.strong)),
        "neighbour": float(not neighbours(day).isdisjoint(found.strong)),
    }


def neighbours(day: str) -> set[str]:
    """The days before and after ``day``, on which the same moment may lie in other zones; none of a month."""
    if len(day) < WHOLE_DAY:
        return set()
    own = date.fromisoformat(day)
    return {(own + timedelta(days=step)).isoformat() for step in (-1, 1)}
