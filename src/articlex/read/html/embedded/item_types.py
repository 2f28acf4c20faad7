"""The types of https://schema.org/ items as markup writes them, and which of them are articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from articlex.regex import regex

#: Types of a piece of writing, lower-cased. Others count by the end of their name (see is_article()).
_ARTICLE_TYPES = frozenset(
    """
    article newsarticle blogposting reportagenewsarticle opinionnewsarticle analysisnewsarticle report
    backgroundnewsarticle askpublicnewsarticle reviewnewsarticle advertisercontentarticle satiricalarticle
    scholarlyarticle medicalscholarlyarticle techarticle apireference socialmediaposting blogpost news
    discussionforumposting liveblogposting creativework qapage question recipe howto review criticreview
    course book learningresource guide podcastepisode videoobject claimreview
    """.split()
)
#: Those of them that are threads, or posts in one.
THREAD_TYPES = ("discussionforumposting", "qapage", "question", "socialmediaposting")
#: Properties that name the writers of an item, the better one first.
WRITERS = ("author", "creator")
#: How the address of the type of a post ends.
_POST = "/discussionforumposting"
_PREFIX = regex(r"[/#:]")


def is_article(types: Sequence[str]) -> bool:
    """Whether one of ``types`` (lower-cased) is a piece of writing."""
    return any(name in _ARTICLE_TYPES or name.endswith(("article", "posting")) for name in types)


def is_post(scope: str) -> bool:
    """Whether the type of an item, as microdata states it by its address, is that of a post."""
    return scope.lower().endswith(_POST)


def type_names(value: Any) -> tuple[str, ...]:
    """The types in an ``@type``, lower-cased, without the vocabulary: "schema:Article" → "article"."""
    names = value if isinstance(value, list) else [value]
    return tuple(_PREFIX.split(name)[-1].lower() for name in names if isinstance(name, str))
