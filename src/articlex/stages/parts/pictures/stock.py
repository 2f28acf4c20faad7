"""Pictures that stand for a site and not for one of its pages, told by their addresses: logos, icons.

File names are English on sites of most languages. Of the pictures that 2,588 pages state 144 are told so, and
two of those are the page's own. Of 3,736 pages 76 more state a logo that is glued to its name or that of
initials, or a card with the fingerprint of its build, none of them the page's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import unquote

from articlex.addresses import split_address
from articlex.regex import WORD, regex

#: Words in the names of such pictures, and folders that hold nothing else.
_STOCK = frozenset(
    """logo logos default placeholder blank noimage nopreview fallback dummy favicon favicons icon icons
    avatar avatars blavatar mstile""".split()
)
_FOLDERS = frozenset("logo logos avatar avatars blavatar favicon favicons icons".split())
#: Words in the name of the picture that networks show for pages without one. (One made for each page has a
#: number in its name.)
_SHARED = frozenset("share sharing social og ogp opengraph graph facebook fb twitter".split())
#: Logos, which may be glued to their names, and icons; letters of the longest initials.
_LOGOS, _INITIALS = frozenset(("logo", "logos", "icon", "icons")), 3
#: Words that say nothing about a picture.
_GENERIC = frozenset(
    """image images img pic picture photo thumb thumbnail no not available none preview card apple touch
    square wide large small big medium site website web brand branding meta generic banner cropped crop
    scaled resized new old the of and for by on with white black color colour blue red green bg
    background header hero main home homepage page open original full orig png jpg jpeg gif svg webp ms
    px min high res hd retina dark light transparent final rgb cmyk""".split()
)
_ENDING = regex(r"\.\w{2,5}\Z")
_SIZE = regex(r"\d{2,4}x\d{2,4}")
#: The number of a page or a file, and a digest.
_NUMBER = regex(r"\d{5,}|[0-9a-f]{8,}")
#: The fingerprint of a file that is the same on all pages: "card.46ac2375.png".
_OF_BUILD = regex(r"\.[0-9a-f]{8}\Z")
_DIGEST = regex(r"(?<![0-9A-Za-z])(?=[a-f]*\d)[0-9a-f]{8,}(?![0-9A-Za-z])")
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
_GLUED = regex(r"(?<=[^\W_])logo(?![^\W\d_])")
#: A query that is longer, in characters, names a page, and so do so many folders that are numbers.
_LONG_QUERY, _NUMBERED = 40, 3


def is_stock_picture(address: str, names: Iterable[str], is_said: Callable[[str], bool]) -> bool:
    """Whether the picture at ``address`` stands for the site, whose ``names`` include its host.

    "/img/logo.png" does, "/harbour-post-facebook.jpg" as well, and "https://example.org" is no picture. Nor
    is a logo that of the page if the article has no word of its name, by ``is_said``: "hpw-logo-2024.png".
    """
    parts = split_address(address)
    if parts.path in ("", "/") and not parts.query:
        return True
    folder, _, name = parts.path.rpartition("/")
    folders = folder.split("/")
    if any(each.lower() in _FOLDERS for each in folders):
        return True
    stem = _OF_BUILD.sub("", _SIZE.sub("", _ENDING.sub("", unquote(name))))
    words = {word for word in _words(_DIGEST.sub("", stem)) if len(word) > 1}
    if not words - _GENERIC:
        return False
    has_number = _NUMBER.search(stem) is not None
    if rest := words - _GENERIC - _STOCK - _SHARED - _of_site(names):
        return not (words.isdisjoint(_LOGOS) or has_number or any(map(is_said, _worded(rest))))
    if words & _STOCK:
        return bool(words & _STOCK - {"default"}) or sum(map(str.isdecimal, folders)) < _NUMBERED
    has_number = has_number or len(parts.query) > _LONG_QUERY or "/" in parts.query
    return bool(words & _SHARED) and not has_number


def _words(text: str) -> list[str]:
    return WORD.findall(_GLUED.sub(" logo", _CAMEL.sub(" ", text).lower()))


def _worded(words: Iterable[str]) -> Iterable[str]:
    """``words`` without initials."""
    return (word for word in words if len(word) > _INITIALS)


def _of_site(names: Iterable[str]) -> set[str]:
    """The words of the site's names, together and apart."""
    words = {word for name in names for word in _words(name)}
    return words | {"".join(_words(name)) for name in names}
