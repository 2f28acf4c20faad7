"""What <meta>, <link> and <script> state, stored as written."""

from __future__ import annotations

from collections.abc import Mapping

from articlex.page import Markup
from articlex.read.html.embedded.state_values import is_state
from articlex.read.html.tree import Element

#: Characters of embedded state that are kept at most; beyond it pages ship whole databases.
_MOST_STATE = 4_000_000

#: Attributes of <meta> that hold a list of names set apart by spaces.
_LISTS = frozenset(("property", "itemprop"))

#: What an element of Dublin Core says in an attribute of its own instead of its name, as patents do: of which
#: day it speaks, by the terms of DCMI, and what somebody had to do with it. Other schemes are formats.
_QUALIFIED = {
    "dc.date": frozenset(
        "issue issued available created modified valid dateaccepted datecopyrighted datesubmitted".split()
    ),
    "dc.contributor": frozenset("author inventor assignee applicant editor".split()),
}


def read_meta(markup: Markup, attributes: Mapping[str, str]) -> None:
    """Store one <meta>, once for each of its names: RDFa and microdata allow several in one attribute."""
    content = attributes.get("content")
    if content is None:
        return
    content = content.strip()
    for key in ("name", "property", "itemprop", "http-equiv"):
        if name := attributes.get(key):
            names = name.lower().split() if key in _LISTS else (_qualified(name.strip().lower(), attributes),)
            markup.metas.extend([(each, content) for each in names])


def _qualified(name: str, attributes: Mapping[str, str]) -> str:
    """``name`` with what its element says beside it: "dc.date" of the scheme "issue" is "dc.date.issue"."""
    if name not in _QUALIFIED:
        return name
    scheme = attributes.get("scheme", "").strip().lower()
    return f"{name}.{scheme}" if scheme in _QUALIFIED[name] else name


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
    fits = markup.state_chars + len(text) <= _MOST_STATE
    if text and fits and ("json" in kind or is_state(text)):
        markup.states.append(text)
        markup.state_chars += len(text)
