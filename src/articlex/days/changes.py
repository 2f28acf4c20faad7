"""The day of the last change: of those that a page states, one on which the article was published already."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from articlex.facts import is_believed
from articlex.page import Fact

#: Days by which two values may differ that say one moment: zones part them.
_TOLERANCE = 1


def changed_since(published: str, stated: Iterable[Fact]) -> tuple[bool, Fact | None]:
    """Whether the best of ``stated``, facts on the day of a change, is of a day before ``published``, and the
    best one that is not, if there is one.

    Editors plan an article for a day and change it before, and pages print other days beside such a label.
    """
    ranked = sorted(filter(is_believed, stated), key=lambda fact: -fact.score)
    later = next((fact for fact in ranked if not is_before(str(fact.value), published)), None)
    return bool(ranked) and later is not ranked[0], later


def is_before(one: str, other: str) -> bool:
    """Whether ``one``, in ISO 8601, is surely of a day before that of ``other``; beside a month months count.

    >>> is_before("2024-05-03", "2024-05-06"), is_before("2024-05-05", "2024-05-06T01:00:00+09:00")
    (True, False)
    """
    if min(len(one), len(other)) < len("2024-05-06"):
        size = min(len(one), len(other))
        return one[:size] < other[:size]
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    are_timed = "T" in one and "T" in other and (first.tzinfo is None) == (second.tzinfo is None)
    away = (second.date() - first.date()).days
    return away > 0 and first < second if are_timed else away > _TOLERANCE
