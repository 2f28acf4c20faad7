"""The address of an image, through lazy loading and responsive markup."""

from __future__ import annotations

from collections.abc import Mapping

_LAZY = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-url")
_PLACEHOLDER = ("data:", "about:")
_PLACEHOLDER_NAMES = (
    "blank.",
    "placeholder",
    "spacer",
    "1x1",
    "pixel.",
    "transparent.",
    "lazyload",
    "loading.",
)


def image_address(attributes: Mapping[str, str]) -> str:
    """The best address that an <img> states, "" if it states none or is a tracking pixel."""
    if _is_pixel(attributes):
        return ""
    source = attributes.get("src", "").strip()
    if source and not _is_placeholder(source):
        return source
    for name in _LAZY:
        lazy = attributes.get(name, "").strip()
        if lazy and not lazy.startswith(_PLACEHOLDER):
            return lazy
    for name in ("srcset", "data-srcset", "data-lazy-srcset"):
        candidates = attributes.get(name, "").split()
        if candidates and not candidates[0].startswith(_PLACEHOLDER):
            return candidates[0].rstrip(",")
    return ""


def _is_placeholder(source: str) -> bool:
    if source.startswith(_PLACEHOLDER):
        return True
    name = source.rsplit("/", 1)[-1].lower()
    return any(word in name for word in _PLACEHOLDER_NAMES)


def _is_pixel(attributes: Mapping[str, str]) -> bool:
    return attributes.get("width") in ("0", "1", "2") or attributes.get("height") in ("0", "1", "2")
