"""Labels of the day on which somebody became a member of a board, which is no day of the page."""

from __future__ import annotations

from functools import cache

from articlex.dates.labels import clean, date_labels, endings

#: Characters before a date in which such a label is looked for.
_REACH = 40


@cache
def _phrases() -> tuple[str, ...]:
    """The labels of several words."""
    return tuple(label for label in date_labels().joined if " " in label)


def is_joining(text: str) -> bool:
    """Whether ``text`` is nothing but such a label."""
    return len(text) <= _REACH and clean(text) in date_labels().joined


def follows_joining(before: str) -> bool:
    """Whether a text right before a date ends with such a label.

    >>> follows_joining("Junior Member. Join Date: "), follows_joining("注册时间 ")
    (True, True)
    """
    words = clean(before[-_REACH:])
    if words.endswith(_phrases()):
        # Whatever the label is stuck to: "New memberMember since".
        return True
    return not date_labels().joined.isdisjoint(endings(words))
