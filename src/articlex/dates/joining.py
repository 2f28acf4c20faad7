"""Labels of the day on which somebody became a member of a board, which is no day of the page."""

from __future__ import annotations

from functools import cache

from articlex.dates.labels import clean, date_labels, endings, without_weekday

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
    """Whether a text right before a date ends with such a label, the weekday behind it perhaps.

    >>> [follows_joining(text) for text in ("Junior Member. Join Date: ", "注册时间 ", "Joined: Tue ")]
    [True, True, True]
    """
    words = clean(before[-_REACH:])
    return any(map(_ends_with_label, (words, *without_weekday(words))))


def _ends_with_label(words: str) -> bool:
    if words.endswith(_phrases()):
        # Whatever the label is stuck to: "New memberMember since".
        return True
    return not date_labels().joined.isdisjoint(endings(words))
