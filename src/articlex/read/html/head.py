"""What <meta>, <link> and <script> state, stored as written."""

from __future__ import annotations

from collections.abc import Mapping

from articlex.page import Markup
from articlex.read.html.tree import Element

#: Characters of embedded state that are kept at most; beyond it pages ship whole databases.
_MOST_STATE = 4_000_000

#: Attributes of <meta> that hold a list of names set apart by spaces.
_LISTS = frozenset(("property", "itemprop"))

#: What a script that embeds the state of a page calls it, and the characters in which the name comes.
_MOST_BEFORE_NAME = 300
_STATE_NAMES = ("__NEXT_DATA__", "__NUXT__", "__INITIAL_STATE__", "__PRELOADED_STATE__", "__APOLLO_STATE__")


def read_meta(markup: Markup, attributes: Mapping[str, str]) -> None:
    """Store one <meta>, once for each of its names: RDFa and microdata allow several in one attribute."""
    content = attributes.get("content")
    if content is None:
        return
    content = content.strip()
    for key in ("name", "property", "itemprop", "http-equiv"):
        if name := attributes.get(key):
            names = name.lower().split() if key in _LISTS else (name.strip().lower(),)
            markup.metas.extend([(each, content) for each in names])


def read_link(markup: Markup, attributes: Mapping[str, str]) -> None:
    """Store one <link>."""
    href = attributes.get("href")
    if href:
        rel = attributes.get("rel", "").strip().lower()
        markup.links.append((rel, href.strip(), attributes.get("hreflang") or attributes.get("type") or ""))


def read_script(markup: Markup, element: Element, attributes: Mapping[str, str]) -> None:
    """Store a script that carries data; pass over one that carries a program."""
    kind = attributes.get("type", "").lower()
    if "ld+json" in kind:
        markup.json_ld.append(element.text or "")
        return
    if "src" in attributes:
        return
    text = element.text or ""
    if "json" in kind or any(name in text[:_MOST_BEFORE_NAME] for name in _STATE_NAMES):
        held = sum(map(len, markup.states))
        if text and held + len(text) <= _MOST_STATE:
            markup.states.append(text)
