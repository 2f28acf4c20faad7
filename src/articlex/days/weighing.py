"""The probability of each day of a page to be the day of publication.

It is found in three steps. Two are logistic regressions (in ``data/day-*.model``, made by
``articlex_lab.training.days.train``): how likely a printed date is a dateline, from where and how it is
printed; then how likely a day is the day of publication, from all that states it and from its rivals. The
third step sees all days of the page together (:mod:`articlex.days.choice`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from articlex.addresses import host_of, split_address
from articlex.days.choice import chances, day_judges
from articlex.days.dateline import Candidate
from articlex.days.days import Day, days_of
from articlex.days.surroundings import surroundings
from articlex.page import Fact, Field, Form, Page
from articlex.ranking import Weighed, best_first
from articlex.read.html.embedded.item_types import THREAD_TYPES
from articlex.regex import regex
from articlex.signs import once_a_page, once_a_stage, signs_of

_PRODUCTS = ("product", "review", "offer", "book", "softwareapplication", "service")
#: Words in the addresses of kinds of pages. They are English on sites in any language.
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


class Model(NamedTuple):
    """The weights of the features of a printed date, and of a day, in log odds; "bias" is the constant."""

    printed: Mapping[str, float]
    day: Mapping[str, float]


def date_model(form: Form) -> Model:
    """The weights for one form of page."""
    weights = day_judges(form).forest.weights
    return Model(weights["printed"], weights["day"])


def log_odds(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted sum of ``features``; those without a weight do not count."""
    products = [weights.get(name, 0.0) * value for name, value in features.items() if value]
    return weights["bias"] + sum(products)


def probability(odds: float) -> float:
    """The probability for log ``odds``, which are cut off at -30 and 30."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))


def weigh(
    page: Page, stated: Sequence[Fact], printed: Sequence[Candidate], odds: Sequence[float]
) -> tuple[float, list[Weighed[Day]]]:
    """The probability that the page has no day of publication; and each day with its probability, likeliest
    first.

    ``stated`` are the facts about dates, ``odds`` the log odds of ``printed`` by :func:`date_model`.
    """
    days = days_of(stated, printed, odds)
    if not days:
        return 1.0, []
    shared = page_features(page)
    each = day_odds(days, shared, date_model(page.form).day)
    none, *found = chances(page.form, days, each, surroundings(page, shared))
    return none, best_first(found, days)


def day_odds(days: Sequence[Day], shared: Mapping[str, float], weights: Mapping[str, float]) -> list[float]:
    """The log odds of each day by the regression; ``shared`` are the features of the page."""
    page = log_odds(shared, weights)
    return [page + log_odds(day.features, weights) - weights["bias"] for day in days]


@once_a_stage
def page_features(page: Page) -> Mapping[str, float]:
    """The features that tell whether the page is an article at all."""
    types = {str(fact.value) for fact in page.facts if fact.field is Field.PAGETYPE}
    signs = signs_of(page)
    authored = any(fact.field is Field.AUTHORS and fact.value for fact in page.facts)
    return {
        **_of_address(page),
        "prose": math.log1p(signs.prose_before[-1]) / 10,
        "prose_share": signs.prose_before[-1] / (100.0 * len(page.blocks) or 1.0),
        "type_article": float(any(name.endswith(("article", "posting", "report")) for name in types)),
        "type_product": float(any(name.endswith(_PRODUCTS) for name in types)),
        "type_forum": float(any(name.endswith(THREAD_TYPES) for name in types)),
        "type_other": float(bool(types)),
        "authored": float(authored),
    }


@once_a_page
def _of_address(page: Page) -> dict[str, float]:
    """The features of the page's address: its words and the shape of its path tell the kind of page."""
    path, host = split_address(page.url).path.lower(), host_of(page.url)
    if not path:
        return {"front_page": float(bool(host))}
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
