"""What class, id, role, style and the other attributes of an element say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from articlex.page import Hidden
from articlex.read.widgets import widget_of
from articlex.regex import regex

_CAMEL = regex(r"(?<=[a-z0-9])(?=[A-Z])")

_SEPARATORS = str.maketrans(dict.fromkeys("-_:/.|,;()[]{}&=#+*!?'\"", " "))

#: Utility class systems put dozens of classes on an element; the telling ones come first.
_MOST_WORDS = 24

_CLOSED = frozenset("collapse collapsed accordion tab tabpanel pane".split())
_OPEN = frozenset("show in active open expanded selected".split())

#: Words of class and id that make an element worth an annotation for byline and date readers.
BYLINE_WORDS = frozenset(
    """author authors byline writer contributor contributors date dateline datetime published publish
    pubdate posted timestamp time updated modified created vcard fn""".split()
)


def split_words(text: str) -> tuple[str, ...]:
    """The lower-cased words of a class or id attribute: "postMeta by-line_2" → post, meta, by, line, 2."""
    if not text.islower():
        text = _CAMEL.sub(" ", text).lower()
    return tuple(text.translate(_SEPARATORS).split()[:_MOST_WORDS])


#: Attributes that say what an element's text is; see :mod:`articlex.read.annotations`.
ANNOTATED = frozenset({"itemprop", "rel", "property"})

#: The attributes that a look is read from.
LOOK_ATTRIBUTES = ("class", "id", "role", "itemprop", "aria-label", "aria-hidden", "hidden")


class Look(NamedTuple):
    """What class, id, role, itemprop and aria attributes say of an element."""

    #: class, id and role as written: what elements that repeat on a page have in common.
    shape: str
    words: tuple[str, ...]
    lookup: dict[str, None]
    #: Bits of :class:`~articlex.page.Hidden`.
    hidden: int
    #: The words that speak of author or date, joined by spaces.
    byline: str
    heading: bool
    #: What a script or highlighter put there: see :mod:`articlex.read.widgets`; "" for all else.
    widget: str = ""


PLAIN_LOOK = Look("", (), {}, 0, "", False)


def look_of(attributes: Mapping[str, str]) -> Look:
    """Read the attributes of one element."""
    shape = " ".join(attributes[name] for name in ("class", "id", "role") if name in attributes)
    said = [shape, *(attributes[name] for name in ("itemprop", "aria-label") if name in attributes)]
    words = split_words(" ".join(said))
    hidden = 0
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        hidden |= Hidden.STYLE
    if not _CLOSED.isdisjoint(words) and _OPEN.isdisjoint(words):
        hidden |= Hidden.COLLAPSED
    byline = " ".join(word for word in words if word in BYLINE_WORDS)
    heading = attributes.get("role") == "heading"
    return Look(shape, words, dict.fromkeys(words), hidden, byline, heading, widget_of(attributes, words))


def conceals(style: str) -> bool:
    """Whether a style attribute keeps the element off the screen."""
    compact = style.replace(" ", "").lower()
    return "display:none" in compact or "visibility:hidden" in compact
