"""How probable each day is to be that of publication, and how probable it is that the page has none.

Boosted trees and a small net (``data/day-*.model``, ``day-net-*.model``, made by
``articlex_lab.training.days.train``) judge one row of features for "none" and one for each day; the
probabilities of all rows add up to 1. The features are what the two regressions of
:mod:`articlex.days.weighing` said, how each day lies among the others of its page, and what surrounds the
dates. The net sees all rows together. The result is the mean of both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

from articlex.days.dateline import Candidate
from articlex.days.days import NOT_PRINTED, Day
from articlex.days.surroundings import Surroundings
from articlex.facts import WHOLE_DAY, has_time
from articlex.models.forest import Forest, load_forest, log_odds
from articlex.models.net import Net, load_net, row_odds
from articlex.page import Form
from articlex.ranking import softmax

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: The prefix of the features of a day's likeliest printed date.
PRINTED = "printed:"
#: The weight of the regression in the log odds. On sites not fitted on, results with it and without it are
#: within a point of each other; but the trees alone deny clear datelines on pages unlike those of the
#: corpora.
_LINEAR_SHARE = 0.4
#: The weight of the net beside trees and regression. In HTML, on other sites, 0, 0.3, 0.5 and 1 had the right
#: day on 0.883, 0.890, 0.890 and 0.887 of `wcxb-dev`, 0.870, 0.887, 0.879 and 0.876 of `snippets`, 0.905,
#: 0.920, 0.918 and 0.914 of `dates`, and no day where there is none on 0.901, 0.917, 0.923 and 0.919.
_NET_SHARE = 0.5
#: The odds, or the distance in days, of something that does not exist.
_NO_ODDS, _FAR = -9.0, 99999.0

Row = Mapping[str, float]


class Columns(NamedTuple):
    """The column of each feature, by its name; those of printed dates also by the name without the prefix."""

    named: Mapping[str, int]
    printed: Mapping[str, int]


def chances(form: Form, days: Sequence[Day], odds: Sequence[float], around: Surroundings) -> list[float]:
    """The probability that the page has no day of publication, then that of each day; they add up to 1.

    ``odds`` are the log odds of each day by the regression.
    """
    if not days:
        return [1.0]
    judges = day_judges(form)
    values = matrix(days, rows(days, odds, around), judges.columns)
    return mixed(
        blended(log_odds(judges.forest, values[:, judges.asked]), odds), net_chances(judges.net, values)
    )


def net_chances(net: Net, values: NDArray[np.float32]) -> list[float]:
    """The probabilities of none and of each day by a net whose features are all columns of ``values``."""
    return softmax(row_odds(net, values))


def mixed(trees: Sequence[float], net: Sequence[float]) -> list[float]:
    """The weighted means of the probabilities by trees and regression and of those by the net."""
    return [(1 - _NET_SHARE) * one + _NET_SHARE * other for one, other in zip(trees, net, strict=True)]


def blended(trees: Iterable[float], odds: Sequence[float]) -> list[float]:
    """The probabilities of none and of each day, from the log odds by trees (none first) and by
    regression."""
    pairs = zip(softmax([float(one) for one in trees]), [0.0, *odds], strict=True)
    return softmax([(1 - _LINEAR_SHARE) * log(max(p, 1e-9)) + _LINEAR_SHARE * one for p, one in pairs])


class Judges(NamedTuple):
    """The trees, the net, the columns of the net, and the places of the trees' features among these."""

    forest: Forest
    net: Net
    columns: Columns
    asked: list[int]


@cache
def day_judges(form: Form) -> Judges:
    """The shipped trees and net; read once, on first use."""
    return judges_of(load_forest(f"day-{form}"), load_net(f"day-net-{form}"))


def judges_of(forest: Forest, net: Net) -> Judges:
    """The judges from trees and from a net that has all features of the trees and more."""
    columns = columns_of(net.names)
    return Judges(forest, net, columns, [columns.named[name] for name in forest.names])


def columns_of(names: Sequence[str]) -> Columns:
    """The columns of a matrix whose features are ``names``."""
    places = {name: place for place, name in enumerate(names)}
    cut = len(PRINTED)
    return Columns(places, {name[cut:]: at for name, at in places.items() if name.startswith(PRINTED)})


def matrix(days: Sequence[Day], found: Sequence[Row], columns: Columns) -> NDArray[np.float32]:
    """The ``rows`` of "none" and of each day as a matrix. The first has the features of the page, which all
    rows repeat; those of a day also get the features of its likeliest printed date."""
    import numpy as np

    values = np.zeros((len(found), len(columns.named)), np.float32)
    page = dict(_known(found[0], columns.named))
    values[:, list(page)] = list(page.values())
    # All cells are set at once by their flat places: an assignment for each row takes twice as long.
    cells: list[tuple[int, float]] = []
    for number, (features, day) in enumerate(zip(found[1:], days, strict=True), 1):
        start = number * len(columns.named)
        cells += _known(features, columns.named, start)
        if day.printed:
            cells += _known(day.printed[0].features, columns.printed, start)
    values.put([at for at, _ in cells], [value for _, value in cells])
    if (at := columns.named.get("none")) is not None:
        values[1:, at] = 0.0
    return values


def _known(features: Row, places: Mapping[str, int], start: int = 0) -> list[tuple[int, float]]:
    """The column, counted from ``start``, and the value of each feature that has a column and is not 0."""
    return [(start + places[name], value) for name, value in features.items() if value and name in places]


def rows(days: Sequence[Day], odds: Sequence[float], around: Surroundings) -> list[Row]:
    """The features of the page, which are those of "none", then the further ones of each day."""
    best = sorted((day.odds for day in days if day.printed), reverse=True)
    ranked = sorted(odds, reverse=True)
    ranks, best_ranks = _ranks(ranked), _ranks(best)
    second = ranked[1] if len(ranked) > 1 else _NO_ODDS
    page = {
        **around.features,
        "none": 1.0,
        "page:days": float(len(days)),
        "page:printed": float(sum(len(day.printed) for day in days)),
        "page:modified": float(any(day.features["modified"] for day in days)),
        "page:best": ranked[0],
        "page:second": second,
        "page:best_printed": best[0] if best else _NO_ODDS,
    }
    found: list[Row] = [page]
    for day, own, places in zip(days, odds, _in_calendar(days), strict=True):
        features = {f"day:{name}": value for name, value in day.features.items()}
        features["logit"] = own
        features["logit:rank"] = ranks[own]
        features["logit:ahead"] = own - (second if own == ranked[0] else ranked[0])
        features["best"] = day.odds
        features["best:rank"] = best_ranks[day.odds] if day.printed else 99.0
        features["best:ahead"] = _ahead(day.odds, best) if day.printed else _NO_ODDS * 2
        found.append({**features, **places, **_of_facts(day, around), **_of_printed(day.printed, around)})
    return found


def _ranks(ranked: Sequence[float]) -> dict[float, float]:
    """The rank of each value in ``ranked``, from 0; of equal ones the first."""
    ranks: dict[float, float] = {}
    for place, value in enumerate(ranked):
        ranks.setdefault(value, float(place))
    return ranks


def _ahead(own: float, ranked: Sequence[float]) -> float:
    """How far the odds are ahead of the best others, or (negative) behind them."""
    if own != ranked[0]:
        return own - ranked[0]
    return own - (ranked[1] if len(ranked) > 1 else NOT_PRINTED)


def _in_calendar(days: Sequence[Day]) -> Iterator[dict[str, float]]:
    """The features of each day that say how it lies among the others in the order of the calendar."""
    pairs = [(day, _ordinal(day.day)) for day in days]
    ordered = sorted({at for _, at in pairs})
    published = _Ordered(at for day, at in pairs if day.facts)
    changed = _Ordered(at for day, at in pairs if day.features["modified"])
    for day, at in pairs:
        older = bisect_left(ordered, at)
        yield {
            "age": float(ordered[-1] - at),
            "order": older / (len(ordered) - 1) if len(ordered) > 1 else 0.5,
            "older": float(older),
            "newer": float(len(ordered) - 1 - older),
            "to_change": changed.nearest(at),
            "to_published": published.nearest(at, but_itself=True),
            "first_of_year": float(day.day[5:] == "01-01"),
            "first_of_month": float(day.day[8:] == "01"),
        }


class _Ordered:
    """Some days of a page in the order of the calendar, each with its first place in the page."""

    __slots__ = ("_days", "_first")

    def __init__(self, days: Iterable[int]) -> None:
        self._first: dict[int, int] = {}
        for place, day in enumerate(days):
            self._first.setdefault(day, place)
        self._days = sorted(self._first)

    def nearest(self, day: int, *, but_itself: bool = False) -> float:
        """Days from ``day`` to the nearest one (negative: before it); of two as near to the first in the
        page."""
        at = bisect_left(self._days, day)
        after = at + (but_itself and day in self._first)
        beside = [*self._days[max(0, at - 1) : at], *self._days[after : after + 1]]
        found = min(beside, key=lambda other: (abs(other - day), self._first[other]), default=None)
        return _FAR if found is None else float(found - day)


def _ordinal(day: str) -> int:
    """The ordinal of a day; a month counts as its middle."""
    return date.fromisoformat(day if len(day) == WHOLE_DAY else f"{day}-15").toordinal()


def _of_facts(day: Day, around: Surroundings) -> dict[str, float]:
    """What the facts about a day say, and how it fits the years and days elsewhere on the page."""
    facts = day.facts
    year, month = day.day[:4], day.day[:7].replace("-", "/")
    paths = (day.day.replace("-", "/"), day.day.replace("-", ""))
    return {
        "only_modified": float(bool(day.features["modified"]) and not facts),
        "sources": float(len({fact.reason for fact in facts})),
        "facts": float(len(facts)),
        "score": max((fact.score for fact in facts), default=0.0),
        "timed": float(any(has_time(str(fact.value)) for fact in facts)),
        "to_notice": float(around.notice_year - int(year)) if around.notice_year else 99.0,
        "to_title": float(around.title_year - int(year)) if around.title_year else 99.0,
        "year_in_address": float(f"{year}/" in around.address),
        "month_in_address": float(month in around.address),
        "day_in_image": float(any(path in image for path in paths for image in around.images)),
        "month_in_image": float(any(month in image for image in around.images)),
    }


def _of_printed(printed: Sequence[Candidate], around: Surroundings) -> dict[str, float]:
    """What the printed dates of one day say together, and where the likeliest one stands."""
    if not printed:
        return {}
    best = printed[0]
    return {
        "prints": float(len(printed)),
        "prints:first": min(one.block for one in printed) / around.size,
        "prints:updated": float(any(one.label == "updated" for one in printed)),
        "prints:published": float(any(one.label == "published" for one in printed)),
        "prints:timed": float(any(one.found.value.seconds is not None for one in printed)),
        "prints:least_listed": min(one.features["listed_at"] for one in printed),
        "from_headline": float(best.block - around.headline) if around.headline is not None else 999.0,
        "from_text": float(best.block - around.first),
        "chars": float(len(best.found.raw)),
    }
