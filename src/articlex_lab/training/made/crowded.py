"""What the two kinds of crowded pages share: which paragraphs are cut, how many lists are set in.

A crowded page is one of the corpora with lists of other articles, comments and the chrome of other pages set
in; :mod:`articlex_lab.training.made.crowded_html` and ``crowded_text`` make them. Most articles are cut down
to their first paragraphs, since it is around short articles that lists outweigh the text. Posts of some
threads are cut short, so that an answer of five words is learned as a post. The content of listings and
collections is itself a list, so that only chrome is added to them. Labels come from gold as on any page: what
was set in is not in it.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from articlex_lab.corpora.annotated import Record
from articlex_lab.training.made.listings import is_ideographic

#: Kinds of page whose content is a list.
_LISTS = frozenset({"listing", "collection"})

#: Share of the articles that are cut down, and the most paragraphs that stay of one.
_CUT_SHARE, _MOST_KEPT = 0.7, 6

#: Lists that are set into a page that is no list itself.
_LISTS_OF_A_PAGE = (0, 1, 1, 2, 3)

#: Shares of the pages that get chrome of another page before the text, and after it; and of the latter those
#: that lose their own.
HEAD_SHARE, TAIL_SHARE, OWN_GONE_SHARE = 0.3, 0.5, 0.5

#: Characters of a line of content that is a paragraph, at least; in lists and in ideographs fewer.
_LONG, _LONG_DENSE = 80, 30
#: Paragraphs that a page has to have.
LEAST_PARAGRAPHS = 3

#: Share of the threads in which posts are cut short, share of their posts that are, and words that stay.
_SHORT_THREADS, _SHORT_POSTS, _SHORT_WORDS = 0.6, 0.6, (2, 25)

Item = TypeVar("Item")


class Crowded(NamedTuple):
    """The source of a page that was made, and its gold text."""

    source: str
    text: str


def lists_of_a_page(record: Record, chance: random.Random) -> int:
    """How many lists are set into the page."""
    return 0 if record.kind in _LISTS else chance.choice(_LISTS_OF_A_PAGE)


def long_from(record: Record) -> int:
    """How many characters a paragraph of the page has at least."""
    return _LONG_DENSE if record.kind in _LISTS or is_ideographic(record.text or "") else _LONG


def paragraphs_kept(record: Record, paragraphs: int, chance: random.Random) -> int:
    """How many of so many ``paragraphs`` of the page stay."""
    if record.kind == "article" and chance.random() < _CUT_SHARE and paragraphs > LEAST_PARAGRAPHS:
        return chance.randint(1, min(_MOST_KEPT, paragraphs - 1))
    return paragraphs


def cut(text: str, dropped: Sequence[str]) -> tuple[str, list[str]]:
    """The gold ``text`` without the ``dropped`` paragraphs that are in it exactly once, and those."""
    text = " ".join(text.split())
    found = []
    for paragraph in dropped:
        flat = " ".join(paragraph.split())
        if text.count(flat) == 1:
            text = text.replace(flat, " ")
            found.append(flat)
    return text, found


def shortened(
    record: Record, text: str, posts: Sequence[str], chance: random.Random
) -> tuple[str, dict[int, str]]:
    """The gold text with some posts cut short, and these posts by their index in ``posts``; most pages stay
    as they are, and all that are no threads."""
    changed: dict[int, str] = {}
    if record.kind != "forum" or chance.random() >= _SHORT_THREADS:
        return text, changed
    text = " ".join(text.split())
    for place, post in enumerate(posts):
        flat = " ".join(post.split())
        if place and chance.random() < _SHORT_POSTS and text.count(flat) == 1:
            changed[place] = " ".join(flat.split()[: chance.randint(*_SHORT_WORDS)])
            text = text.replace(flat, changed[place])
    return text, changed


def some_run(items: Sequence[Item], least: int, most: int, chance: random.Random) -> Sequence[Item]:
    """A run of ``least`` to ``most`` consecutive ``items``, or of fewer where there are not so many."""
    size = min(len(items), chance.randint(least, most))
    start = chance.randint(0, len(items) - size)
    return items[start : start + size]
