"""Who wrote the posts that stand beside them in raw page text, as old boards print it in a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from articlex.read.text.lines import Line
from articlex.regex import regex

#: Labels that stand in such a column, and how often each, at least.
_MIN_LABELS, _MIN_POSTS = 2, 4
_LABEL = regex(r"[^\d:：]{2,20}[:：](?=\s*\S)")


def has_posters(lines: Iterable[Line]) -> bool:
    """Whether a column says of each of several posts who wrote it: "Joined: Jan 2009", "Posts: 12"."""
    labels = Counter(found[0] for line in lines if (found := _LABEL.match(line.text)))
    return sum(count >= _MIN_POSTS for count in labels.values()) >= _MIN_LABELS
