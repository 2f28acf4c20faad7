"""What <meta>, <link> and <script> state about the page, stored as written."""

from __future__ import annotations

from collections.abc import Mapping

from articlex.page import Markup
from articlex.read.html.embedded.state_values import is_state
from articlex.read.html.tree import Element

#: Characters of embedded state that are kept at most; beyond that pages ship whole databases.
_MOST_STATE = 4_000_000

#: Attributes of <meta> that may hold several names, with spaces between them.
_LISTS = frozenset(("property", "itemprop"))

#: What the ``scheme`` of a <meta> of Dublin Core may add to its name, as on pages of patents: which date it
#: is, by the terms of DCMI, and what part somebody had in it. Other schemes name formats.
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
    """``name`` with the scheme that its element states: "dc.date" of the scheme "issue" → "dc.date.issue"."""
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
    """Store a script that carries data: JSON-LD, or the state of the page. Programs are passed over."""
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
