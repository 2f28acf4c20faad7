"""What the markup of a page states outside its visible text: metadata, and what stretches of blocks are.

A reader fills a :class:`Markup` while it makes the blocks of a :class:`~articlex.page.Page`; the sources of
metadata (:mod:`articlex.metadata`) read it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

#: Names of <meta> elements with the title under which a page is shared, the better one first.
SHARED_TITLES = ("og:title", "twitter:title")


class Annotation(NamedTuple):
    """A statement of the markup about a stretch of a block, for the readers of metadata.

    ``name`` is "time" (value: ``datetime``), "age" (an element that shows how long ago it was), "rel" (such
    as "author", "tag" or "license"), "itemprop" (value: the property), "property" (RDFa), "class" (value: a
    byline, date or hentry class), or "heading-part": an inline element inside a heading. ``value`` is that
    attribute, ``content`` a machine-readable attribute (content, datetime, title) or href, ``text`` the
    visible text. ``block`` is the index of the block in which the element starts, or of the next one.
    ``scope`` is the type of the item around it, "" without one: the nearest ``itemtype``, or ``typeof`` for
    RDFa. ``article`` is the number, from 1, of the nearest of :attr:`Markup.articles` around it;
    ``response``: it is inside a comment, a review or an answer.
    """

    name: str
    value: str
    text: str
    block: int
    content: str = ""
    scope: str = ""
    article: int = 0
    response: bool = False


class StatedArticle(NamedTuple):
    """An element that is a piece of writing according to microdata or RDFa.

    Its blocks are ``page.blocks[first:last]``, none for an inline element; ``outer`` is the number, from 1,
    of the nearest such element around it, or 0.
    """

    first: int
    last: int
    outer: int


class Pane(NamedTuple):
    """What is shown when a reader chooses a tab: the number of its ``row`` of tabs, and its ``label``."""

    row: int
    label: str


@dataclass(slots=True)
class Markup:
    """What HTML states outside its visible text, unparsed; raw page text at most a crawler's title."""

    source: str = field(default="", repr=False)  # the decoded page
    title: str = ""  # the text of <title>
    lang: str = ""  # declared on <html> or <body>
    dir: str = ""  # the same
    base: str = ""  # <base href>
    #: (name | property | itemprop | http-equiv, lower-cased, content) of each <meta>, in order.
    metas: list[tuple[str, str]] = field(default_factory=list)
    #: (rel, lower-cased, href, hreflang | type) of each <link>, in order.
    links: list[tuple[str, str, str]] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)  # raw <script type="application/ld+json">
    #: Raw texts of other JSON scripts (embedded state), the longest first, as many as the reader allows.
    states: list[str] = field(default_factory=list)
    state_chars: int = 0  # in all of these
    annotations: list[Annotation] = field(default_factory=list)
    articles: list[StatedArticle] = field(default_factory=list)  # in order
    panes: dict[int, Pane] = field(default_factory=dict)  # by the places of their elements in Page.nodes
