"""The address of an image, through lazy loading, srcset and <picture>."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from articlex.regex import regex

_LAZY = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-actualsrc",
    "data-original-src",
    "data-hi-res-src",
    "data-full-src",
    "data-src-large",
    "data-url",
    "data-image",
)
_SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set")
_PLACEHOLDER = ("data:", "about:", "blob:")
_PLACEHOLDER_NAMES = (
    "blank.",
    "placeholder",
    "spacer",
    "1x1",
    "pixel.",
    "transparent.",
    "lazyload",
    "loading.",
    "grey.gif",
    "gray.gif",
)
#: WordPress, Twemoji, Discourse, MediaWiki's smileys, Zulip; and the characters of the longest sign.
_EMOJI, _MOST_SIGNS = regex(r"(?<![^\s_-])(?:emoji|smiley|emoticon)(?![^\s_-])"), 12

#: One candidate of a srcset: an address, then a width or a density (HTML standard, 4.8.4.3.10). Commas may
#: stand in an address, but not at its end.
_CANDIDATE = regex(r"\s*([^\s,]\S*[^\s,]|[^\s,])(?:\s+([\d.]+)([wxh]))?\s*(?:,|$)")


def image_address(attributes: Mapping[str, str], element: etree._Element | None = None) -> str:
    """The best address that an <img> states, "" if it states none or is a tracking pixel.

    ``element`` is the <img>, whose <picture> is asked where the element itself has no real address.
    """
    if is_pixel(attributes):
        return ""
    source = attributes.get("src", "").strip()
    if source and not _is_placeholder(source):
        return source
    for name in _LAZY:
        lazy = attributes.get(name, "").strip()
        if lazy and not lazy.startswith((*_PLACEHOLDER, "{", "[")):
            return lazy
    return _from_sets(attributes) or (_from_picture(element) if element is not None else "")


def _from_sets(attributes: Mapping[str, str]) -> str:
    for name in _SETS:
        stated = attributes.get(name)
        best = largest(stated) if stated else ""
        if best:
            return best
    return ""


def _from_picture(element: etree._Element) -> str:
    parent = element.getparent()
    while parent is not None and parent.tag == "source":  # has no end tag, and libxml2 does not know that
        parent = parent.getparent()
    if parent is None or parent.tag != "picture":
        return ""
    for source in parent.iterdescendants("source"):
        best = _from_sets({name: source.get(name) or "" for name in _SETS})
        if best:
            return best
    return ""


def largest(srcset: str) -> str:
    """The address of the widest or densest candidate of a srcset, the first one of equals."""
    best, most = "", -1.0
    for address, size, _unit in _CANDIDATE.findall(srcset[:4_000]):
        try:
            weight = float(size) if size else 1.0
        except ValueError:
            weight = 0.0
        if weight > most and not address.startswith(_PLACEHOLDER):
            best, most = address, weight
    return best


def _is_placeholder(source: str) -> bool:
    if source.startswith(_PLACEHOLDER):
        return True
    name = source.rsplit("/", 1)[-1].lower()
    return any(word in name for word in _PLACEHOLDER_NAMES)


def is_pixel(attributes: Mapping[str, str]) -> bool:
    """Whether the element is loaded and not seen. AMP's sizes, with a layout, are ratios."""
    if "layout" in attributes:
        return False
    return attributes.get("width") in ("0", "1", "2") or attributes.get("height") in ("0", "1", "2")


def is_emoji(attributes: Mapping[str, str], alternative: str) -> bool:
    """Whether an image stands for the sign that is its alternative text, as WordPress and Twemoji have it."""
    is_sign = 0 < len(alternative) <= _MOST_SIGNS and not any(map(str.isalnum, alternative))
    return is_sign and _EMOJI.search(attributes.get("class", "")) is not None
