"""Crowded pages: pages of the corpora with lists of other articles, comments and the chrome of other pages.

An article is cut down to its first paragraphs on most of them, since it is around short articles that lists
outweigh the text. Posts of a thread are cut short on some, so that an answer of five words is known for a
post. Content of lists and collections is itself a list, so only chrome is added to them. The labels follow as
they do on any page: what was set in is not in the gold text.

How pages are made is in :mod:`crowded_html` and :mod:`crowded_text`; here is what both share.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from articlex_lab.corpora.annotated import Record
from articlex_lab.training.made.listings import is_ideographic

#: Kinds of page whose content is a list.
_LISTS = frozenset({"listing", "collection"})

#: Share of the articles that are cut down, and paragraphs that stay of them, at most.
_CUT_SHARE, _MOST_KEPT = 0.7, 6

#: Lists that one page gets, on lists and collections and on other kinds of page.
_LISTS_OF_A_PAGE = (0, 1, 1, 2, 3)

#: Share of the pages that get chrome of another page, before the text and after it, and of those that lose
#: their own.
HEAD_SHARE, TAIL_SHARE, OWN_GONE_SHARE = 0.3, 0.5, 0.5

#: Characters of a line of content that is a paragraph, at least; in lists and in ideographs fewer.
_LONG, _LONG_SHORT = 80, 30
#: Paragraphs that a page has to have.
LEAST_PARAGRAPHS = 3

#: Share of the threads whose posts are cut short, of their posts, and words that stay.
_SHORT_THREADS, _SHORT_POSTS, _SHORT_WORDS = 0.6, 0.6, (2, 25)

Item = TypeVar("Item")


class Crowded(NamedTuple):
    """A crowded page, and the gold text without the paragraphs that are gone."""

    source: str
    text: str


def lists_of_a_page(record: Record, chance: random.Random) -> int:
    """How many lists the page gets."""
    return 0 if record.kind in _LISTS else chance.choice(_LISTS_OF_A_PAGE)


def long_from(record: Record) -> int:
    """Characters from which on a line of the page's content is a paragraph."""
    return _LONG_SHORT if record.kind in _LISTS or is_ideographic(record.text or "") else _LONG


def paragraphs_kept(record: Record, paragraphs: int, chance: random.Random) -> int:
    """How many of the page's paragraphs stay."""
    if record.kind == "article" and chance.random() < _CUT_SHARE and paragraphs > LEAST_PARAGRAPHS:
        return chance.randint(1, min(_MOST_KEPT, paragraphs - 1))
    return paragraphs


def cut(text: str, dropped: Sequence[str]) -> tuple[str, list[str]]:
    """The gold text without the paragraphs of ``dropped`` that it holds as they stand, and those."""
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
    """On some threads: the gold text with some posts cut short, and those by their place in ``posts``."""
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
    """A run of ``items``, of ``least`` to ``most`` of them where there are so many."""
    size = min(len(items), chance.randint(least, most))
    start = chance.randint(0, len(items) - size)
    return items[start : start + size]
