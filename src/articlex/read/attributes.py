"""What class, id, role, style and the other attributes of an element say."""

from __future__ import annotations

import re
from collections.abc import Mapping

from articlex.page import Hidden

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+|[^\W\d_a-zA-Z]+")

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
    return tuple(word.lower() for word in _WORD.findall(text)[:_MOST_WORDS])


def shape_of(attributes: Mapping[str, str]) -> str:
    """class, id and role as written: what elements that repeat on a page have in common."""
    parts = [attributes[name] for name in ("class", "id", "role") if name in attributes]
    return " ".join(parts)


def hidden_bits(attributes: Mapping[str, str], words: tuple[str, ...]) -> int:
    """The bits of :class:`~articlex.page.Hidden` that the attributes state."""
    bits = 0
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        bits |= Hidden.STYLE
    style = attributes.get("style")
    if style and conceals(style):
        bits |= Hidden.STYLE
    if not _CLOSED.isdisjoint(words) and _OPEN.isdisjoint(words):
        bits |= Hidden.COLLAPSED
    return bits


def conceals(style: str) -> bool:
    """Whether a style attribute keeps the element off the screen."""
    compact = style.replace(" ", "").lower()
    return "display:none" in compact or "visibility:hidden" in compact
