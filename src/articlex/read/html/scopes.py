"""Scopes of microdata and RDFa: the item that an element is part of, and whether that is a response.

https://html.spec.whatwg.org/#microdata and https://www.w3.org/TR/rdfa-lite/: the property of an element that
begins an item belongs to the item around it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from articlex.read.html.embedded.item_types import is_article, type_names

#: Attributes by which an element begins an item, and with it a scope.
BEGINS_ITEM = frozenset({"itemtype", "typeof"})

#: Ends of the names of types for what readers and customers write about something else.
_RESPONSES = ("comment", "comments", "review", "answer")


class Scope(NamedTuple):
    """The item around an element."""

    #: Its ``itemtype`` or ``typeof``, and the nearest ``itemtype``, its own or of an item around it.
    typed: str = ""
    item: str = ""
    #: The number of the nearest article, its own or around it; 0 if there is none.
    article: int = 0
    #: Whether this is a comment, a review or an answer, or inside of one.
    response: bool = False


#: The scope outside of all items.
NO_SCOPE = Scope()


def scope_inside(
    attributes: Mapping[str, str], scope: Scope, articles: list[tuple[int, int]], node: int
) -> Scope:
    """The scope inside an element with these ``attributes`` that stands in ``scope``.

    Where the element is an article, its ``node`` (-1 for an inline element) is added to ``articles`` with the
    number of the article around it.
    """
    item = attributes.get("itemtype", "")
    typed = item or attributes.get("typeof", "")
    if not typed:
        return scope
    types = type_names(typed.split())
    article = scope.article
    if is_article(types):
        articles.append((node, scope.article))
        article = len(articles)
    response = scope.response or any(name.endswith(_RESPONSES) for name in types)
    return Scope(typed, item or scope.item, article, response)
