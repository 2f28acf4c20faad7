"""The address of an image, through lazy loading, srcset and <picture>."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from lxml import etree

from articlex.addresses import DOTTED, PICTURES
from articlex.memoize import memoized
from articlex.placeholders import is_unfilled_address
from articlex.read.html.tree import Element
from articlex.regex import regex

#: Attributes in which scripts that load images late have the address, the last two Discuz's; and those that
#: others have beside the address of the image.
_LATE = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-lazyload", "zoomfile", "file")
_LAZY = (
    *_LATE,
    *"data-actualsrc data-original-src data-hi-res-src data-full-src data-src-large data-url".split(),
    *"data-image data-cfsrc data-echo data-ks-lazyload data-orig-src data-real-src".split(),
)
_LATE_SETS = ("data-srcset", "data-lazy-srcset")
_LATE_NAMES = frozenset((*_LATE, *_LATE_SETS))
_LATE_CLASS = regex(r"(?i)(?<!no-)(?<!skip-)lazy(?!-?loaded)|\bblur-up\b|\blozad\b")
#: An address that ends as those of images do, without a second address in it and without a placeholder in
#: braces, which a script would fill. (Ruled out first: else each ".jpg?" before one is tried.)
_IMAGE_NAME = regex(rf"(?i)(?!.*://.*://|[^{{}}]*[{{}}])[^{{}}]+\.(?:{DOTTED})(?:[?#][^{{}}]*)?")
#: A text that is the name of a file, and that of a camera or a program rather than of what is shown.
_FILE_NAME = regex(rf"(?i)[^<>]*[^\s<>]\.(?:{PICTURES})")
_NUMBERED = regex(r"(?=[^\d_]*+[\d_])[\w-]{4,}+")
_SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set")
_PLACEHOLDER = ("data:", "about:", "blob:")
_PLACEHOLDER_NAMES = regex(
    r"blank\.|placeholder|spacer|1x1|pixel\.|transparent\.|lazyload|loading\.|gr[ea]y\.gif"
)
#: Names of files that are shown until another one has loaded, such as wheels that turn. (Not photographs of
#: spinners.)
_STAND_INS = regex(
    r"^(?:dummy|empty|transparent)\.|spinner\.svg"
    r"|(?:clear|spinner|loader|loading|shim|(?<![a-z])trans(?:parent(?![a-z]))?)(?:[_-][^/]*)?\.gif"
)
#: The blurred picture that Medium shows until the sharp one has loaded.
_BLURRED = regex(r"/max/\d\d/\d\*[^/?]+\?q=\d\d$")
#: An address without a host: a server that does not know its own name writes "https://:0".
_NOWHERE = regex(r"(?:https?:)?//(?:[:/]|$)")
#: Classes of emoji in WordPress, Twemoji, Discourse, MediaWiki, Zulip, boards and Invision; and the
#: characters of the longest sign.
_EMOJI = regex(r"(?<![^\s_-])(?:emoji(?:one)?|smil(?:ey|ie)s?|emoticon|ipsEmoji)(?![^\s_-])")
_MOST_SIGNS = 12
#: Smileys of boards: ":D", ";P", "8-)".
_SMILEY = regex(r"[^\s<>]{0,3}[^\w\s<>][^\s<>]{0,3}")
#: Names of emoji in Discourse, Mastodon, GitHub and exports of Slack: ":otter:".
_EMOJI_NAME = regex(r":[\w+-]{1,40}:")

#: One candidate of a srcset: an address, then widths and densities up to a comma (HTML standard, 4.8.4.3.10).
#: Commas may stand in an address; one at its end ends the candidate.
_CANDIDATE = regex(r"[\s,]*+(\S++)(?:(?<=,)|([^,]*+))")
_SIZE = regex(r"([\d.]+)[wxh]")
#: Characters of a srcset that are read: some hold the picture itself.
_MOST_OF_SET = 4_000
#: Size of the cache of addresses: an icon stands in each row of a list.
_REMEMBERED = 128
#: Sides that are too short for anything to be seen.
_TINY = frozenset("0 1 2 0px 1px 2px".split())
#: Elements of a <picture> among which its sources are looked for, which stand before the image.
_MOST_SOURCES = 50


def image_address(attributes: Mapping[str, str], element: Element) -> str:
    """The best address that an <img> states; "" if it states none or is a tracking pixel.

    ``element`` is the <img>, whose <picture> is asked if its ``attributes`` have no real address.
    """
    if is_pixel(attributes):
        return ""
    source = attributes.get("src", "").strip()
    is_stand_in = shows_nothing(source)
    if source and not is_stand_in and not _is_placeholder(source):
        return _late(attributes) or source
    for name in _LAZY:
        lazy = attributes.get(name, "").strip()
        if not lazy or lazy.startswith((*_PLACEHOLDER, "{", "[")):
            continue
        if not is_unfilled_address(lazy) and not shows_nothing(lazy):
            return lazy
    return _from_sets(attributes) or _from_picture(element) or (source if is_stand_in else "")


@memoized(_REMEMBERED)
def shows_nothing(source: str) -> bool:
    """Whether the address of a picture leads nowhere, or to a file that stands in for another one."""
    if _NOWHERE.match(source) or ("?q=" in source and _BLURRED.search(source)):
        return True
    return _STAND_INS.search(source.partition("?")[0].rsplit("/", 1)[-1].lower()) is not None


def names_file(alternative: str, source: str) -> bool:
    """Whether an alternative text is the name of a file ("quay.jpg"), or a number or so in the address, which
    says it as well ("IMG_0042")."""
    if _FILE_NAME.fullmatch(alternative):
        return True
    return _NUMBERED.fullmatch(alternative) is not None and f"/{alternative}." in source


def _late(attributes: Mapping[str, str]) -> str:
    """The address of the image that a script puts in place of the one that is shown first; "" if none does.

    The first may be a small copy, or a picture of the site. Of 884 pages of the corpora 17 have such images,
    200 in all.
    """
    if _LATE_NAMES.isdisjoint(attributes):
        return ""
    for name in _LATE:
        late = attributes.get(name, "").strip()
        if late and not late.startswith(_PLACEHOLDER) and _IMAGE_NAME.fullmatch(late):
            return late
    late = _from_sets(attributes, _LATE_SETS)
    return late if late and _LATE_CLASS.search(attributes.get("class", "")) else ""


def _from_sets(attributes: Mapping[str, str], names: tuple[str, ...] = _SETS) -> str:
    return next(filter(None, (largest(attributes.get(name, "")) for name in names)), "")


def _from_picture(element: Element) -> str:
    """The best address that the <picture> around an image states; "" if there is none."""
    parent = element.getparent()
    for _ in range(_MOST_SOURCES):
        if parent is None or parent.tag != "source":  # has no end tag, and libxml2 does not know that
            break
        parent = parent.getparent()
    if parent is None or parent.tag != "picture":
        return ""
    for source in islice(parent.iterdescendants(), _MOST_SOURCES):
        stated = {name: source.get(name) or "" for name in _SETS} if source.tag == "source" else {}
        if best := _from_sets(stated):
            return best
    return ""


def largest(srcset: str) -> str:
    """The address of the widest or densest candidate in a srcset, the first of equals; "" if it has none."""
    best, most = "", -1.0
    for address, weight in _candidates(srcset[:_MOST_OF_SET]):
        if weight > most and not address.startswith(_PLACEHOLDER):
            best, most = address, weight
    return best


def _candidates(srcset: str) -> Iterator[tuple[str, float]]:
    """The addresses in a srcset, each with its width or density: 1 if none is stated, as in the standard; 0
    if what is stated is neither."""
    for address, sizes in _CANDIDATE.findall(srcset):
        found = [size for stated in sizes.split() if (size := _SIZE.fullmatch(stated))]
        try:
            weight = float(found[0][1]) if found else 0.0 if sizes.strip() else 1.0
        except ValueError:
            weight = 0.0
        if address.rstrip(","):
            yield address.rstrip(","), weight


def _is_placeholder(source: str) -> bool:
    if source.startswith(_PLACEHOLDER) or is_unfilled_address(source):
        return True
    name = source.rsplit("/", 1)[-1].lower()
    return _PLACEHOLDER_NAMES.search(name) is not None


def escaped_images(noscript: Element) -> list[Element]:
    """The images in a <noscript> that holds their escaped markup alone, for a script; else []."""
    text = (noscript.text or "").strip()
    if len(noscript) or text[:1] != "<" or text[-1:] != ">" or "<img" not in text:
        return []
    inner = etree.fromstring(f"<body>{text}</body>", etree.HTMLParser(remove_comments=True))
    if inner is None or any(not part.isspace() for part in inner.itertext()):
        return []
    return list(inner.iter("img"))


def is_pixel(attributes: Mapping[str, str]) -> bool:
    """Whether an element is too small to be seen. (With a layout, sizes in AMP are ratios.)"""
    if "layout" in attributes:
        return False
    if attributes.get("height") == "0" and len(attributes.get("width", "")) > 2:  # until it is loaded
        return False
    return attributes.get("width") in _TINY or attributes.get("height") in _TINY


def is_emoji(attributes: Mapping[str, str], alternative: str) -> bool:
    """Whether an image is an emoji: its ``alternative`` text is the sign itself, as in WordPress and Twemoji,
    or a smiley, or the name of one that the site has drawn, ":otter:"."""
    if "data-emoticon" not in attributes and not _is_called_emoji(attributes.get("class", "")):
        return False
    is_sign = 0 < len(alternative) <= _MOST_SIGNS and not any(map(str.isalnum, alternative))
    return is_sign or any(sign.fullmatch(alternative) for sign in (_EMOJI_NAME, _SMILEY))


def _is_called_emoji(classes: str) -> bool:
    """Whether one of the classes is that of an emoji. (Most do not even have a part of its name.)"""
    has_part = "moji" in classes or "smil" in classes or "emotic" in classes
    return has_part and _EMOJI.search(classes) is not None
