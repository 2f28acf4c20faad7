"""Which articles in microdata or RDFa are other stories than the page's own, such as teasers of related ones.

An article is the page's own if its headline is a title of the page, or if it holds the running text. So is
the first of several posts without a headline, which opens a thread."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import accumulate, islice

from articlex.markup import Annotation, Markup
from articlex.metadata.values import property_names
from articlex.page import Block, Kind
from articlex.read.html.embedded.item_types import is_article, is_post, type_names
from articlex.read.html.embedded.linked_data import SAME
from articlex.tokens import overlap, word_set

#: Headings of level 1 that count as titles of the page, at most: teasers may have such too.
_MOST_HEADINGS = 3
#: Characters, without links, of the shortest block that counts as running text.
_LEAST_PROSE = 60
#: The least share of the page's running text that is enough to make an article the page's own.
_HOLDS = 0.3
#: The attributes that name properties, and the properties that are a headline, the best one first.
_ATTRIBUTES = frozenset(("itemprop", "property"))
_HEADLINES = ("headline", "name", "title")


def printed_titles(blocks: Sequence[Block]) -> Iterator[str]:
    """The first headings of level 1."""
    headings = (block.text for block in blocks if block.level == 1 and block.kind is Kind.HEADING)
    return islice(headings, _MOST_HEADINGS)


def other_stories(markup: Markup, blocks: Sequence[Block], stated: Sequence[str]) -> frozenset[int]:
    """The numbers (from 1) of those of ``markup.articles`` that are other stories.

    ``stated`` are the titles of the page: those in its head, and those that it prints.
    """
    if not markup.articles:
        return frozenset()
    titles = [words for title in stated if (words := word_set(title))]
    headlines = _headlines(markup.annotations)
    own = {*_with_prose(markup, blocks), *_begins_thread(markup.annotations, headlines)}
    for number, words in headlines.items():
        if any(overlap(words, title) >= SAME for title in titles):
            own.add(number)
    if not own and not titles:
        return frozenset()
    others: set[int] = set()
    for number, article in enumerate(markup.articles, 1):
        # Without a headline it is a part of the article around it, or the article if nothing else is.
        is_part = number not in headlines and (article.outer not in others if article.outer else not own)
        if number not in own and not is_part:
            others.add(number)
    return frozenset(others)


def _headlines(notes: Sequence[Annotation]) -> dict[int, frozenset[str]]:
    """The words of the headline of each article, by its number."""
    found: dict[str, dict[int, frozenset[str]]] = {name: {} for name in _HEADLINES}
    for note in notes:
        if not note.article or note.name not in _ATTRIBUTES or not is_article(type_names(note.scope.split())):
            continue
        for name in property_names(note.value):
            named = found.get(name)
            if named is not None and (words := word_set(note.text or note.content)):
                named.setdefault(note.article, words)
    return {number: words for name in reversed(_HEADLINES) for number, words in found[name].items()}


def _begins_thread(notes: Sequence[Annotation], headlines: Container[int]) -> Iterator[int]:
    """The number of the first of several posts without a headline, if there are several."""
    posts = {note.article for note in notes if note.article and is_post(note.scope)}
    posts = {number for number in posts if number not in headlines}
    if len(posts) > 1:
        yield min(posts)


def _with_prose(markup: Markup, blocks: Sequence[Block]) -> Iterator[int]:
    """The numbers of the articles that hold a good part of the page's running text."""
    prose = (len(block.text) - block.link_chars for block in blocks)
    sums = list(accumulate((size if size >= _LEAST_PROSE else 0 for size in prose), initial=0))
    for number, article in enumerate(markup.articles, 1):
        if sums[article.last] - sums[article.first] > _HOLDS * sums[-1]:
            yield number
