"""Addresses of embedded players and posts, which a page states whole, or by an id that a script knows."""

from __future__ import annotations

from collections.abc import Mapping

from articlex.read.html.attributes import compact_style, number_of
from articlex.read.html.tree import Element
from articlex.regex import regex

#: Attributes with the address. Behind "src" come those of lazy loaders and of consent managers.
_ADDRESSES = (
    "src data-src data-lazy-src data-litespeed-src data-cmp-src data-cookieblock-src data-consent-src data"
).split()
_NO_ADDRESS = ("about:", "data:", "javascript:", "blob:", "{")

#: The attribute with the id of what an element shows, and the address of that: AMP's components
#: (https://amp.dev/documentation/components/), light-weight players, and CKEditor's media.
_BY_ID = {
    "amp-dailymotion": ("data-videoid", "https://www.dailymotion.com/video/{}"),
    "amp-embedly-card": ("data-url", "{}"),
    "amp-facebook": ("data-href", "{}"),
    "amp-gist": ("data-gistid", "https://gist.github.com/{}"),
    "amp-imgur": ("data-imgur-id", "https://imgur.com/{}"),
    "amp-instagram": ("data-shortcode", "https://www.instagram.com/p/{}/"),
    "amp-pinterest": ("data-url", "{}"),
    "amp-reddit": ("data-src", "{}"),
    "amp-soundcloud": ("data-trackid", "https://api.soundcloud.com/tracks/{}"),
    "amp-tiktok": ("data-src", "https://www.tiktok.com/embed/{}"),
    "amp-twitter": ("data-tweetid", "https://twitter.com/i/status/{}"),
    "amp-vimeo": ("data-videoid", "https://vimeo.com/{}"),
    "amp-youtube": ("data-videoid", "https://www.youtube.com/watch?v={}"),
    "lite-vimeo": ("videoid", "https://vimeo.com/{}"),
    "lite-youtube": ("videoid", "https://www.youtube.com/watch?v={}"),
    "oembed": ("url", "{}"),
}
BY_ID = frozenset(_BY_ID)
_TITLES = ("title", "playlabel", "data-title")

#: A side that a style states; pixels of the tallest button, such as Facebook's to like a page, and the width
#: and height of the largest with a counter. The smallest players with a cover are 80 high.
_SIDE = regex(r"(?<![\w-])(height|width):(\d{1,5})px")
_TALLEST_BUTTON, _LARGEST_BUTTON = 40, (100, 79)

_GIST = regex(r"https://gist\.github\.com/[\w-]+/\w+(?=\.js)")


def embedded_address(element: Element, attributes: Mapping[str, str]) -> str:
    """The address of what an element embeds; "" if it states none that could be followed."""
    named = _BY_ID.get(str(element.tag))
    if named is not None:
        stated = attributes.get(named[0], "").strip()
        return stated if not stated or "://" in stated else named[1].format(stated)
    found = (attributes.get(name, "").strip() for name in _ADDRESSES)
    return next(filter(_is_address, found), "") or _source_below(element)


def _is_address(stated: str) -> bool:
    return bool(stated) and not stated.startswith(_NO_ADDRESS)


def _source_below(element: Element) -> str:
    for source in element.iterdescendants("source", "embed"):
        stated = (source.get("src") or source.get("data-src") or "").strip()
        if _is_address(stated):
            return stated
    named = (p for p in element.iterchildren("param") if (p.get("name") or "").lower() in ("movie", "src"))
    return next((p.get("value") or "" for p in named), "").strip()


def embedded_title(attributes: Mapping[str, str]) -> str:
    """The title of what is embedded; "" if none is stated."""
    return " ".join(next(filter(None, map(attributes.get, _TITLES)), "").split())


def is_button(attributes: Mapping[str, str]) -> bool:
    """Whether an <iframe> with these attributes has room for a social network's button alone."""
    sides = dict(_SIDE.findall(compact_style(attributes.get("style", ""))))
    stated = {
        name: attributes.get(name, "").removesuffix("px") or sides.get(name) for name in ("width", "height")
    }
    width, height = (number_of(stated[name], 0) for name in ("width", "height"))
    widest, tallest = _LARGEST_BUTTON
    return 0 < height <= _TALLEST_BUTTON or (0 < height <= tallest and 0 < width <= widest)


def script_address(attributes: Mapping[str, str]) -> str:
    """The address of the code (a gist) that a script prints in its place; "" for any other script."""
    found = _GIST.match(attributes.get("src", ""))
    return found[0] if found else ""
