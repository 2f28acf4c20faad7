"""The day on which somebody died, and the end of a life: none of them is when the page was published."""

from __future__ import annotations

from articlex.regex import regex

#: What stands before such a day: a dagger, or a day before pages were published and a dash.
_BEFORE_DEATH = regex(
    r"[†✝]\s*\Z|\d{1,2}(?:\D{1,15}|[./-]\d{1,2}[./-])(?:1[0-8]\d\d|19[0-8]\d)\s*[-–—]\s*\Z"
    r"|\b\D{3,12} \d{1,2}, (?:1[0-8]\d\d|19[0-8]\d)\s*[-–—]\s*\Z"
)


def ends_life(before: str) -> bool:
    """Whether the text ``before`` a date says that it is the last day of a life."""
    return _BEFORE_DEATH.search(before[-40:]) is not None
