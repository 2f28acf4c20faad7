"""Columns with the posters of a forum, beside the posts, as old boards print them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from articlex.read.text.lines import Line
from articlex.regex import regex

#: Fewest different labels in such a column, and how often each must occur.
_MIN_LABELS, _MIN_POSTS = 2, 4
_LABEL = regex(r"[^\d:：]{2,20}[:：](?=\s*\S)")


def has_posters(lines: Iterable[Line]) -> bool:
    """Whether the lines of a column describe several posters: "Joined: Jan 2009", "Posts: 12"."""
    labels = Counter(found[0] for line in lines if (found := _LABEL.match(line.text)))
    return sum(count >= _MIN_POSTS for count in labels.values()) >= _MIN_LABELS
