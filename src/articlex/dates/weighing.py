"""Which day is the article's: every day that the page states, with what speaks for and against it.

Printed dates and markup are weighed in two steps, each a logistic regression (``data/date_model.json``, made
by ``articlex_lab.date_model``): first how likely a printed date is a dateline, from where and how it is
printed; then how likely a day is the day of publication, from all that state it and from its rivals.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from articlex.data import read_data
from articlex.dates.dateline import Candidate
from articlex.page import Fact, Field, Form, Page
from articlex.regex import regex
from articlex.signs import signs_of

#: What each reason of a markup source is called among the features of a day.
_SOURCES = {
    "json-ld-published": "json_ld",
    "json-ld-created": "json_ld_created",
    "json-ld-page-published": "json_ld_page",
    "meta-published": "meta",
    "meta-date": "meta_date",
    "meta-created": "meta_created",
    "itemprop-published": "property",
    "itemprop-created": "property_created",
    "url-day": "url",
    "state-published": "state",
    "state-listed": "state_listed",
}
#: Sources that speak of the article itself.
_STRONG = frozenset({"json_ld", "meta", "property"})

_PRODUCTS = ("product", "review", "offer", "book", "softwareapplication", "service")
_FORUMS = ("discussionforumposting", "qapage", "question", "socialmediaposting")


class Model(NamedTuple):
    """Weights by feature, with the constant under "bias"; in log odds."""

    printed: Mapping[str, float]
    day: Mapping[str, float]


class Day(NamedTuple):
    """One day that the page states. ``score`` is the probability that it is the day of publication."""

    day: str
    facts: tuple[Fact, ...]
    printed: tuple[Candidate, ...]
    features: Mapping[str, float]
    score: float


@lru_cache(maxsize=2)
def date_model(form: Form) -> Model:
    """The weights for one form of page."""
    record = json.loads(read_data("date_model.json"))
    weights = record["weights"][form.value]
    return Model(weights["printed"], weights["day"])


def log_odds(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted sum; features without a weight count nothing."""
    return weights["bias"] + sum(
        [weights.get(name, 0.0) * value for name, value in features.items() if value]
    )


def probability(odds: float) -> float:
    """0 to 1."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


def weigh(
    stated: Sequence[Fact], printed: Sequence[Candidate], shared: Mapping[str, float], model: Model
) -> list[Day]:
    """The days that the page states, likeliest first; of equals the one stated first.

    ``stated`` are the facts on dates, ``shared`` the :func:`page_features`.
    """
    odds = [log_odds(candidate.features, model.printed) for candidate in printed]
    days = [
        day._replace(score=probability(log_odds(day.features, model.day)))
        for day in days_of(stated, printed, odds, shared)
    ]
    return sorted(days, key=lambda day: -day.score)


def days_of(
    stated: Sequence[Fact], printed: Sequence[Candidate], odds: Sequence[float], shared: Mapping[str, float]
) -> list[Day]:
    """The days with their features, unscored.

    ``odds`` are the log odds of ``printed``, ``shared`` the features of the page.
    """
    facts: dict[str, list[Fact]] = {}
    modified: set[str] = set()
    for fact in stated:
        day = str(fact.value)[:10]
        if fact.field is Field.DATE_PUBLISHED:
            facts.setdefault(day, []).append(fact)
        elif fact.field is Field.DATE_MODIFIED:
            modified.add(day)
    best: dict[str, float] = {}
    rivals: dict[str, float] = {}
    by_day: dict[str, list[Candidate]] = {}
    for candidate, value in zip(printed, odds, strict=True):
        day = candidate.found.value.day_iso()
        by_day.setdefault(day, []).append(candidate)
        best[day] = max(value, best.get(day, -30.0))
        if candidate.label != "updated":
            rivals[day] = max(value, rivals.get(day, -30.0))
    strong = {day for day, stated in facts.items() if any(_source(fact) in _STRONG for fact in stated)}
    return [
        Day(
            day,
            tuple(facts.get(day, ())),
            tuple(by_day.get(day, ())),
            dict(shared)
            | _of_day(day, facts.get(day, ()), by_day.get(day, ()))
            | {
                "modified": float(day in modified),
                "printed_odds": max(-6.0, best[day]) if day in best else 0.0,
                "rival_markup": float(bool(strong - {day})),
                "rival_printed": float(
                    max((v for d, v in rivals.items() if d != day), default=-9.0)
                    > max(0.0, best.get(day, -9.0))
                ),
                "neighbour": float(any(_are_neighbours(day, other) for other in strong)),
            },
            0.0,
        )
        for day in dict.fromkeys([*facts, *by_day])
    ]


def _of_day(day: str, facts: Sequence[Fact], printed: Sequence[Candidate]) -> dict[str, float]:
    sources = {_source(fact) for fact in facts}
    features = dict.fromkeys(sources, 1.0)
    features["month"] = float(len(day) < 10)
    features["printed"] = float(bool(printed))
    features["unprinted_markup"] = float(not printed and bool(sources & _STRONG))
    features["updated"] = float(bool(printed) and all(one.label == "updated" for one in printed))
    return features


def page_features(page: Page) -> dict[str, float]:
    """What says whether the page is an article at all."""
    types = {str(fact.value).lower() for fact in page.facts if fact.field is Field.PAGETYPE}
    signs = signs_of(page)
    authored = any(fact.field is Field.AUTHORS and fact.value for fact in page.facts)
    return {
        **_of_address(page.url),
        "prose": math.log1p(signs.prose_before[-1]) / 10,
        "prose_share": signs.prose_before[-1] / (100.0 * len(page.blocks) or 1.0),
        "type_article": float(any(name.endswith(("article", "posting", "report")) for name in types)),
        "type_product": float(any(name.endswith(_PRODUCTS) for name in types)),
        "type_forum": float(any(name.endswith(_FORUMS) for name in types)),
        "type_other": float(bool(types)),
        "authored": float(authored),
    }


#: Words of addresses of pages that are not articles, and of those that are: markup vocabulary, English on
#: sites in any language.
_URL_WORDS = {
    "url_docs": frozenset("docs doc documentation reference api manual help support guide wiki".split()),
    "url_shop": frozenset(
        "product products shop store category categories collections collection services service item p dp "
        "tag tags topic topics search pricing solutions listing listings jobs about contact".split()
    ),
    "url_blog": frozenset(
        "blog blogs article articles post posts news story stories magazine aktuell".split()
    ),
    "url_forum": frozenset(
        "forum forums thread threads topic viewtopic showthread questions discussion t".split()
    ),
}
_URL_SPLIT = regex(r"[^a-z0-9]+")


def _of_address(url: str | None) -> dict[str, float]:
    try:
        path = urlsplit(url).path.lower() if url else ""
        host = urlsplit(url).hostname or "" if url else ""
    except ValueError:
        return {}
    if not path:
        return {"front_page": float(bool(url))}
    parts = [part for part in path.split("/") if part]
    words = set(_URL_SPLIT.split(host)) | {word for part in parts[:-1] for word in _URL_SPLIT.split(part)}
    last = parts[-1] if parts else ""
    slug = len([word for word in _URL_SPLIT.split(last.rpartition(".")[0] or last) if word])
    features = {name: float(bool(words & known)) for name, known in _URL_WORDS.items()}
    features["front_page"] = float(not parts)
    features["section"] = float(len(parts) == 1 and slug <= 1)
    features["slug"] = float(slug >= 4)
    features["short_slug"] = float(slug in (2, 3))
    features["url_number"] = float(bool(re.search(r"\d{4,}", last)))
    return features


def _source(fact: Fact) -> str:
    return _SOURCES.get(fact.reason, "")


def _are_neighbours(day: str, other: str) -> bool:
    """Whether the days follow each other, as one moment in two zones does."""
    if day == other or len(day) < 10 or len(other) < 10:
        return False
    return abs((date.fromisoformat(day) - date.fromisoformat(other)).days) == 1
