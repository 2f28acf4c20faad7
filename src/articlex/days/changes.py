"""The day of the last change: the best of the stated days that is not before the day of publication."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from articlex.facts import WHOLE_DAY, is_believed
from articlex.page import Fact

#: Days by which two values of the same moment may differ, because of their zones.
_TOLERANCE = 1


def changed_since(published: str, stated: Iterable[Fact]) -> tuple[bool, Fact | None]:
    """Whether the best of ``stated``, the facts about the last change, is before ``published``; and the best
    one that is not, or None.

    Editors change an article before the day for which it is planned, and pages print other days beside such
    a label.
    """
    ranked = sorted(filter(is_believed, stated), key=lambda fact: -fact.score)
    later = next((fact for fact in ranked if not _is_before(str(fact.value), published)), None)
    return bool(ranked) and later is not ranked[0], later


def is_same_moment(one: str, other: str) -> bool:
    """Whether ``one`` and ``other``, in ISO 8601, are the same time of the same day.

    >>> is_same_moment("2024-05-06T03:00:00Z", "2024-05-06T12:00:00+09:00")
    True
    >>> is_same_moment("2024-05-06", "2024-05-06"), is_same_moment("2024-05-06T03:00Z", "2024-05-06")
    (False, False)
    """
    if not ("T" in one and "T" in other):
        return False
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    return (first.tzinfo is None) == (second.tzinfo is None) and first == second


def _is_before(one: str, other: str) -> bool:
    """Whether ``one``, in ISO 8601, is surely on an earlier day than ``other``; if either is a month, in an
    earlier month.

    >>> _is_before("2024-05-03", "2024-05-06"), _is_before("2024-05-05", "2024-05-06T01:00:00+09:00")
    (True, False)
    """
    size = min(len(one), len(other))
    if size < WHOLE_DAY:
        return one[:size] < other[:size]
    first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    are_timed = "T" in one and "T" in other and (first.tzinfo is None) == (second.tzinfo is None)
    away = (second.date() - first.date()).days
    return away > 0 and first < second if are_timed else away > _TOLERANCE
