"""How probable each candidate is to be the authors of a page, and how probable it is that nobody is named.

Two steps. A conditional logit (:mod:`articlex.ranking`) adds up what speaks for each candidate by itself.
Boosted trees then see its values for all candidates of the page, which candidates include which others, and
the same features once more: a list of three names, each of which is also named alone, is the list of authors,
and a name outside it is not one. Weights and trees are in ``data/byline-html.model`` and
``byline-text.model``; ``articlex_lab.training.authors.train`` makes them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from articlex.authors.gathering import Authors
from articlex.models.forest import Forest, load_forest, log_odds
from articlex.page import Form
from articlex.ranking import softmax, utilities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Values of a candidate in comparison with others of its page, named as columns of the trees.
RELATIONS = (
    "logit",
    "logit:rank",
    "logit:ahead",
    "logit:nobody",
    "logit:chance",
    "logit:longer",
    "logit:shorter",
    "logit:person",
    "is-nobody",
    "candidates",
    "names",
    "longest",
    "most-words",
    "shorter",
    "shorter-names",
)
#: The utility of a rival that does not exist.
_NONE = -9.0


def chances(
    form: Form, nobody: frozenset[str], candidates: Sequence[Authors], page: Mapping[str, float]
) -> list[float]:
    """The probability that the page names no author, then that of each candidate; they add up to 1.

    ``nobody`` are the features of the choice that it names none (:func:`articlex.authors.unsigned.nobody`).

    ``page`` are the features of the whole page: those of :mod:`articlex.days.surroundings` and of
    :func:`articlex.authors.threads.evidence.thread_features`, which are merged.
    """
    if not candidates:
        return [1.0]
    sets = [nobody, *(candidate.features for candidate in candidates)]
    forest, places = byline_forest(form)
    values = table(sets, relations(candidates, utilities(forest.weights, sets)), page, places)
    return softmax([float(odds) for odds in log_odds(forest, values)])


@cache
def byline_forest(form: Form) -> tuple[Forest, dict[str, int]]:
    """The shipped trees with the weights, and the column of each feature in their table; read once."""
    forest = load_forest(f"byline-{form}")
    return forest, {name: place for place, name in enumerate(forest.names)}


def table(
    sets: Sequence[Set[str]],
    related: Sequence[Mapping[str, float]],
    page: Mapping[str, float],
    places: dict[str, int],
) -> NDArray[np.float32]:
    """One row for nobody and each candidate, one column for each name in ``places``.

    ``sets`` are the features and ``related`` the values of :func:`relations`, nobody's first. The features of
    nobody are those of the page and stand in every row, as do the values in ``page``.
    """
    import numpy as np

    values = np.zeros((len(sets), len(places)), np.float32)
    # One assignment for all cells of a kind takes a third of the time of one for each row or column.
    known = [[places[name] for name in features if name in places] for features in sets]
    values[np.repeat(np.arange(len(sets)), list(map(len, known))), list(chain(*known))] = 1.0
    values[:, known[0]] = 1.0
    of_page = {places[name]: value for name, value in page.items() if value and name in places}
    values[:, list(of_page)] = list(of_page.values())
    asked = [name for name in RELATIONS if name in places]
    values[:, [places[name] for name in asked]] = [[row[name] for name in asked] for row in related]
    return values


def relations(candidates: Sequence[Authors], odds: Sequence[float]) -> list[dict[str, float]]:
    """The values of :data:`RELATIONS`, by name, for nobody, then for each candidate.

    ``odds`` are the utilities of the conditional logit, nobody's first.
    """
    nobody, each = odds[0], list(odds[1:])
    order = sorted(each, reverse=True)
    top, second = order[0], order[1] if len(order) > 1 else _NONE
    people = sorted(
        (one for one, candidate in zip(each, candidates, strict=True) if _is_person(candidate)), reverse=True
    )
    shares = softmax(odds)
    size = float(len(each))
    rows = [
        {
            **dict.fromkeys(RELATIONS, 0.0),
            "logit": nobody,
            "logit:ahead": nobody - top,
            "logit:nobody": nobody,
            "logit:chance": shares[0],
            "logit:longer": _NONE,
            "logit:shorter": _NONE,
            "logit:person": _NONE,
            "is-nobody": 1.0,
            "candidates": size,
        }
    ]
    for at, (one, candidate) in enumerate(zip(each, candidates, strict=True)):
        rival = people[0] if people else _NONE
        if people and one == rival and _is_person(candidate):
            rival = people[1] if len(people) > 1 else _NONE
        rows.append(
            {
                "logit": one,
                "logit:rank": float(order.index(one)),
                "logit:ahead": one - (second if one == top else top),
                "logit:nobody": nobody,
                "logit:chance": shares[at + 1],
                "logit:longer": max((each[other] for other in candidate.longer), default=_NONE),
                "logit:shorter": max((each[other] for other in candidate.shorter), default=_NONE),
                "logit:person": rival,
                "is-nobody": 0.0,
                "candidates": size,
                "names": float(len(candidate.names)),
                "longest": float(max(map(len, candidate.names))),
                "most-words": float(max(len(name.split()) for name in candidate.names)),
                "shorter": float(len(candidate.shorter)),
                "shorter-names": _covered(candidate, candidates),
            }
        )
    return rows


def _is_person(candidate: Authors) -> bool:
    features = candidate.features
    return "person" in features and "site:whole" not in features and "site:part" not in features


def _covered(candidate: Authors, candidates: Sequence[Authors]) -> float:
    """The share of the names that other candidates of the page name without the rest."""
    if not candidate.shorter:
        return 0.0
    named = {name.casefold() for other in candidate.shorter for name in candidates[other].names}
    return sum(name.casefold() in named for name in candidate.names) / len(candidate.names)
