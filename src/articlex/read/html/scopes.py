"""What microdata and RDFa say an element is part of: the item around it, and whether that answers another.

https://html.spec.whatwg.org/#microdata and https://www.w3.org/TR/rdfa-lite/: the property of an element that
begins an item belongs to the item around it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from articlex.read.html.embedded.item_types import is_article, type_names

#: Attributes without which an element is in the scope that it stands in.
BEGINS_ITEM = frozenset({"itemtype", "typeof"})

#: Ends of the types of what readers and customers write about something else.
_RESPONSES = ("comment", "comments", "review", "answer")


class Scope(NamedTuple):
    """The item around an element."""

    #: Its ``itemtype`` or ``typeof``, and the nearest ``itemtype`` around.
    typed: str = ""
    item: str = ""
    #: The number of the nearest piece of writing around, 0 if none.
    article: int = 0
    #: Inside a comment, a review or an answer.
    response: bool = False


#: Around what stands in no item.
NO_SCOPE = Scope()


def scope_inside(
    attributes: Mapping[str, str], scope: Scope, articles: list[tuple[int, int]], node: int
) -> Scope:
    """The scope inside an element that stands in ``scope``; an article is added to ``articles``.

    ``node`` is the element's node, -1 for an inline element; it is stored with the number of the article
    around it.
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
