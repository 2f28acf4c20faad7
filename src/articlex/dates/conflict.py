"""Sources that contradict each other on the day of publication: the caller is warned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from articlex.page import Fact

#: A rival below this is no statement on the article, only some date on the page.
MIN_RIVAL = 0.35
#: Days between the sources that are no contradiction: one moment falls on two days in two zones.
TOLERANCE = 1


def date_conflict(published: Sequence[Fact], modified: Sequence[Fact]) -> str | None:
    """A line on the best rival of the claimed day of publication, None if the sources agree.

    ``published`` are the facts on it, the winner first. A day or month that ``modified`` states is an update.
    """
    if not published or not published[0].value:
        return None
    claimed = published[0]
    updates = {str(fact.value)[:10] for fact in modified}
    for rival in published[1:]:
        updated = any(update.startswith(str(rival.value)[:10]) for update in updates)
        if rival.score >= MIN_RIVAL and not updated and _differ(claimed, rival):
            return (
                f"date_published: {claimed.source} says {str(claimed.value)[:10]}, "
                f"{rival.source} says {str(rival.value)[:10]}"
            )
    return None


def _differ(one: Fact, other: Fact) -> bool:
    first, second = str(one.value)[:10], str(other.value)[:10]
    if len(first) < 10 or len(second) < 10:
        return not (first.startswith(second) or second.startswith(first))
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days) > TOLERANCE
