"""What class, id, role, style and the other attributes of an element say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from articlex.page import Hidden
from articlex.read.formulas import RENDERED
from articlex.read.widgets import COPY_WORDS, widget_of
from articlex.regex import regex

_CAMEL = regex(r"(?<=[a-z0-9])(?=[A-Z])")

_WORD = regex(r"""[^-_:/.|,;()\[\]{}&=#+*!?'"\s]+""")

#: Utility class systems put dozens of classes on an element; the telling ones come first.
_MOST_WORDS = 24

_CLOSED = frozenset("collapse collapsed accordion tab tabpanel pane".split())
_OPEN = frozenset("show in active open expanded selected".split())

#: Words of class and id that say that an element names a person.
AUTHOR_WORDS = frozenset(
    """author authors authorname byline bylines by writer contributor contributors creator vcard fn username
    nickname poster autor autores auteur auteurs""".split()
)
#: Words of class and id that make an element worth an annotation for byline and date readers.
BYLINE_WORDS = AUTHOR_WORDS | frozenset(
    """date dateline datetime published publish pubdate posted timestamp time updated modified
    created""".split()
)


#: Words that say more of an element than what part of the page it is. Most elements have none of them.
_TELLING = _CLOSED | BYLINE_WORDS | COPY_WORDS


class Name(NamedTuple):
    """One name of a class, id or the like: its lower-cased words, and whether one of them is telling."""

    words: tuple[str, ...]
    telling: bool


def name_of(text: str) -> Name:
    """The name ``text``: "postMeta" is post, meta; "by-line_2" is by, line, 2."""
    lower = text if text.islower() else _CAMEL.sub(" ", text).lower()
    words = tuple(_WORD.findall(lower))
    return Name(words, text in RENDERED or not _TELLING.isdisjoint(words))


#: Attributes that say what an element's text is; see :mod:`articlex.read.annotations`.
ANNOTATED = frozenset({"itemprop", "rel", "property"})


class Look(NamedTuple):
    """What class, id, role, itemprop and aria attributes say of an element."""

    #: class, id and role as written: what elements that repeat on a page have in common.
    shape: str
    words: tuple[str, ...]
    #: Bits of :class:`~articlex.page.Hidden`.
    hidden: int
    #: The words that speak of author or date, joined by spaces.
    byline: str
    heading: bool
    #: What a script or highlighter put there: see :mod:`articlex.read.widgets`; "" for all else.
    widget: str = ""


PLAIN_LOOK = Look("", (), 0, "", False)


def look_of(attributes: Mapping[str, str], known: dict[str, Name]) -> Look:
    """Read the attributes of one element. ``known`` has the names that the page has had so far."""
    shape = " ".join([attributes[name] for name in ("class", "id", "role") if name in attributes])
    said = [shape, *[attributes[name] for name in ("itemprop", "aria-label") if name in attributes]]
    all_words: list[str] = []
    telling = False
    for text in " ".join(said).split():
        name = known.get(text)
        if name is None:
            name = known[text] = name_of(text)
        all_words += name.words
        telling = telling or name.telling
    words = tuple(all_words[:_MOST_WORDS])
    hidden = 0
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        hidden |= Hidden.STYLE
    heading = attributes.get("role") == "heading"
    if not telling:
        return Look(shape, words, hidden, "", heading)
    if not _CLOSED.isdisjoint(words) and _OPEN.isdisjoint(words):
        hidden |= Hidden.COLLAPSED
    byline = " ".join([word for word in words if word in BYLINE_WORDS])
    return Look(shape, words, hidden, byline, heading, widget_of(attributes, words))


def conceals(style: str) -> bool:
    """Whether a style attribute keeps the element off the screen."""
    compact = style.replace(" ", "").lower()
    return "display:none" in compact or "visibility:hidden" in compact
