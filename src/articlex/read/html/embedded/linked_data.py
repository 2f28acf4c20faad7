"""The JSON-LD of a page: all its objects, and among them the one that describes this page.

Vocabulary: https://schema.org/. A page may carry several scripts, arrays, an ``@graph`` with references by
``@id``, and objects for other pages (related stories, list items), which must not speak for this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from articlex.addresses import address_key
from articlex.read.html.embedded.item_types import WRITERS, is_article, type_names
from articlex.read.html.embedded.lenient_json import loads
from articlex.tokens import overlap, word_set

Json = Mapping[str, Any]

#: Objects that are read: more are a catalogue, and the page's own object stands before those.
_MAX_OBJECTS = 5_000
_MAX_DEPTH = 12
#: Values inside of one that are looked at by opened().
_MOST_OPENED = 200
#: People and organisations that one value may name; a list of more is no byline.
_MOST_PEOPLE = 30


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: The type of a page that lists frequent questions with their answers.
_FAQ = "faqpage"
#: Keys of a question that people have answered, or may.
_ANSWERED = frozenset(("answerCount", "acceptedAnswer", "suggestedAnswer"))
_PAGE_TYPES = _names(
    """
    webpage itempage aboutpage contactpage collectionpage medicalwebpage profilepage faqpage checkoutpage
    searchresultspage
    """
)
#: Types of what readers and customers write on a page about something else.
_RESPONSE_TYPES = _names("review userreview criticreview comment answer")
#: Types of things that a page can be about and that have a name and a description.
_THING_TYPES = _names("product event softwareapplication movie place service dataset")

#: Keys whose objects stand for other pages or for parts of this one, never for the page itself.
_ELSEWHERE = _names(
    """
    itemListElement relatedLink comment suggestedAnswer acceptedAnswer review isPartOf hasPart blogPost
    citation mentions about isBasedOn publisher author creator image logo associatedMedia video breadcrumb
    offers relatedArticle significantLink
    """
)

#: Keys that hold the address of the page that an object is.
_ADDRESSES = ("url", "mainEntityOfPage", "@id")
#: The share of a headline's words in a title of the page from which on its object describes the page, even
#: where it stands elsewhere, and below which it describes another page if its address says so too.
SAME, _UNLIKE = 0.5, 0.3


class Thing(NamedTuple):
    """One JSON-LD object, and whether it stands under a key that points away from the page itself."""

    types: tuple[str, ...]
    data: Json
    elsewhere: bool


#: What stands for an object that the page does not have. Never written to.
_NONE: Json = {}
_NO_THING = Thing((), _NONE, elsewhere=False)


class LinkedData(NamedTuple):
    """All JSON-LD objects of a page, in document order.

    ``article`` is the piece of writing that this page is, ``page`` its WebPage, ``site`` its WebSite,
    ``thing`` a product, event, ... that the page is about, ``question`` the one question that it asks; each
    {} when the page has none. ``article_types`` are those of the article, or of a list of frequent questions
    in its place.
    """

    things: tuple[Thing, ...] = ()
    by_id: Mapping[str, Json] = _NONE
    article: Json = _NONE
    article_types: tuple[str, ...] = ()
    page: Json = _NONE
    site: Json = _NONE
    thing: Json = _NONE
    question: Json = _NONE

    def follow(self, value: Any) -> Any:
        """``value``, or the object that it refers to by ``@id`` alone."""
        if isinstance(value, Mapping) and "@id" in value and not value.keys() - {"@id", "@type"}:
            return self.by_id.get(str(value["@id"]), value)
        return value

    def items(self, value: Any) -> Iterator[Any]:
        """The members of ``value`` (absent, one item, a list, an ``@list``), references followed."""
        if isinstance(value, Mapping) and isinstance(value.get("@list"), list):
            value = value["@list"]
        for item in value if isinstance(value, list) else [value]:
            item = self.follow(item)
            if isinstance(item, list):
                yield from (self.follow(inner) for inner in item)
            elif item is not None:
                yield item


def opened(value: Any, *keys: str) -> Iterator[str | int | float]:
    """The plain values in ``value``, its lists, and its objects (under the first of ``keys`` or ``@value``).

    JSON-LD may write the same as "x", ["x"], {"@value": "x"} or {"@id": "x"}.
    """
    stack, left = [value], _MOST_OPENED
    while stack and left:
        node, left = stack.pop(), left - 1
        if isinstance(node, list):
            stack.extend(reversed(node[:left]))
        elif isinstance(node, Mapping):
            stack.append(next((node[key] for key in (*keys, "@value") if node.get(key)), None))
        elif isinstance(node, (str, int, float)):
            yield node


def text_in(value: Any) -> str:
    """The first string in ``value`` that is not empty; "" if there is none."""
    return next((text for text in opened(value) if isinstance(text, str) and text.strip()), "")


def links_in(data: Json, keys: Sequence[str]) -> Iterator[str]:
    """The addresses under ``keys`` of an object."""
    for key in keys:
        yield from (text for text in opened(data.get(key), "@id", "url") if isinstance(text, str))


def people(linked: LinkedData, value: Any) -> list[str]:
    """The names of the people and organisations in ``value``."""
    found: list[str] = []
    for item in linked.items(value):
        if isinstance(item, str):
            # "author": "#ann" for {"@id": "#ann"}
            item = linked.by_id.get(item, item)
        name = _name(linked, item) if isinstance(item, Mapping) else item
        found += [part for part in opened(name) if isinstance(part, str) and part]
    return found[:_MOST_PEOPLE]


def _name(linked: LinkedData, item: Json) -> Any:
    """The name of a person or organisation, or of whoever has a Role; None if there is none."""
    parts = (part for key in ("givenName", "familyName") if isinstance(part := item.get(key), str))
    if name := item.get("name") or item.get("@value") or " ".join(parts):
        return name
    # A Role holds the person under the key that it stands under itself.
    inner = linked.follow(next((item[key] for key in WRITERS if item.get(key)), None))
    return inner.get("name") if isinstance(inner, Mapping) else None


def read_linked_data(
    scripts: Sequence[str], addresses: Sequence[str] = (), titles: Sequence[str] = ()
) -> LinkedData:
    """The JSON-LD in ``scripts``; the page's ``addresses`` and ``titles`` tell its own object from others."""
    things = _things(scripts)
    if not things:
        return LinkedData()
    own = _OwnPage(set(filter(None, map(address_key, addresses))), list(filter(None, map(word_set, titles))))
    lists = [thing for thing in things if _FAQ in thing.types]
    writings = (thing for thing in things if is_article(thing.types))
    article = own.best(thing for thing in writings if not (lists and "question" in thing.types))
    return LinkedData(
        things=tuple(things),
        by_id=_by_id(things),
        article=article.data,
        article_types=article.types or next((thing.types for thing in lists), ()),
        page=own.best(thing for thing in things if _PAGE_TYPES.intersection(thing.types)).data,
        site=next((thing.data for thing in things if "website" in thing.types), {}),
        thing=own.best(thing for thing in things if _THING_TYPES.intersection(thing.types)).data,
        question={} if lists else _question(things),
    )


def _things(scripts: Sequence[str]) -> list[Thing]:
    """The objects in all scripts, in document order."""
    things: list[Thing] = []
    for script in scripts:
        for value in loads(script):
            things.extend(_walk(value, _MAX_OBJECTS - len(things)))
    return things


def _by_id(things: Sequence[Thing]) -> dict[str, Json]:
    """The objects by their ``@id``; of several with the same, the one that says most."""
    found: dict[str, Json] = {}
    for thing in things:
        identifier = thing.data.get("@id")
        if isinstance(identifier, str) and len(thing.data) > len(found.get(identifier, {})):
            found[identifier] = thing.data
    return found


def _question(things: Sequence[Thing]) -> Json:
    """The question that people answer on this page; {} if there is not exactly one."""
    asked = [
        thing.data
        for thing in things
        if "question" in thing.types and not thing.elsewhere and _ANSWERED & thing.data.keys()
    ]
    return asked[0] if len(asked) == 1 else {}


def _walk(value: Any, limit: int) -> Iterator[Thing]:
    """Every object in ``value`` that has a type or an id, outermost first, in document order."""
    stack: list[tuple[Any, int, bool]] = [(value, 0, False)]
    while stack and limit > 0:
        node, depth, elsewhere = stack.pop()
        if depth > _MAX_DEPTH:
            continue
        if isinstance(node, list):
            stack.extend((item, depth + 1, elsewhere) for item in reversed(node))
        elif isinstance(node, dict):
            if "@type" in node or "@id" in node:
                limit -= 1
                yield Thing(type_names(node.get("@type")), node, elsewhere)
            for key, inner in reversed(node.items()):
                if isinstance(inner, (dict, list)):
                    stack.append((inner, depth + 1, elsewhere or key in _ELSEWHERE))


class _OwnPage(NamedTuple):
    """The addresses and titles of the page, by which its own objects are told from those of other pages."""

    addresses: set[str]
    titles: list[frozenset[str]]

    def best(self, things: Iterator[Thing]) -> Thing:
        """The object that describes this page, the first of equals; an empty one if all describe others."""
        scored = [(self._score(thing), thing) for thing in things]
        score, found = max(scored, key=itemgetter(0), default=(0.0, _NO_THING))
        return found if score > 0 else _NO_THING

    def _score(self, thing: Thing) -> float:
        """How well an object describes this page; 0 or less if it does not."""
        data = thing.data
        if thing.elsewhere and not _RESPONSE_TYPES.isdisjoint(thing.types):
            # What a customer or reader wrote on the page is not what the page is.
            return 0.0
        addresses = {address_key(a) for a in links_in(data, _ADDRESSES)} - {""}
        is_here = not addresses.isdisjoint(self.addresses)
        headline = word_set(text_in(data.get("headline")) or text_in(data.get("name")))
        likeness = max((overlap(headline, title) for title in self.titles), default=0.0)
        if not is_here and (likeness < SAME if thing.elsewhere else self._is_other(data, headline, likeness)):
            return 0.0
        score = -1.0 if thing.elsewhere else 1.0
        if is_here:
            score += 3.0
        elif addresses and self.addresses and not thing.elsewhere:
            score -= 0.5
        score += 2.0 * likeness
        # A full article states who wrote it and when; a teaser of one seldom does.
        score += 0.3 * sum(key in data for key in ("headline", "author", "datePublished", "articleBody"))
        # "CreativeWork", "VideoObject" and the like lose to a real article on the same page.
        if any(name.endswith(("article", "posting", "report")) for name in thing.types):
            score += 0.5
        return score

    def _is_other(self, data: Json, headline: frozenset[str], likeness: float) -> bool:
        """Whether an object without the page's address has that of another page, and the headline of another.

        Of two titles of one story, either may be the short one, whose words the other has.
        """
        if not headline or not self.titles or not self.addresses:
            return False
        # An "@id" alone may be any identifier.
        if not any(address_key(address) for address in links_in(data, _ADDRESSES[:-1])):
            return False
        return max(likeness, *(overlap(title, headline) for title in self.titles)) < _UNLIKE
