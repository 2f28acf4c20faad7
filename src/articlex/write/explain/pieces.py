"""Pieces of the report that several of its parts have: names, links, what a block weighed."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import islice

from articlex.page import Page, Role
from articlex.scoring.weights import Weight
from articlex.write.control import escape_controls
from articlex.write.links import Links

#: Features that are shown of a block: each takes as much of the report as ten words.
_MOST_WEIGHTS = 5
#: Characters that are shown of an address, which may hold a whole picture, and of other strings.
_MOST_ADDRESS, _MOST = 200, 2_000


def text(content: str) -> str:
    """``content`` escaped for the text of an element."""
    return escape(content, quote=False)


def clipped(content: str, most: int = _MOST) -> str:
    """``content`` cut to ``most`` characters, with an ellipsis if something was cut."""
    return content if len(content) <= most else content[:most] + "…"


def name_of(role: Role) -> str:
    """The name of a role in words."""
    return role.replace("_", " ")


def shown_address(raw: str, links: Links) -> str:
    """An address of the page to be read and not followed, escaped: a mark of direction would let it seem to
    be another one."""
    address = escape_controls(links.resolve(raw) or raw.strip())
    return escape(clipped(address, _MOST_ADDRESS))


def language_of(tag: str | None) -> str:
    """The attribute that names the language of a page's text, "" if it is not known."""
    return f' lang="{escape(tag)}"' if tag else ""


def link_to(page: Page, index: int) -> str:
    """A link to a block of the report."""
    return f'<a href="#b{index}">block {index}</a>' if index < len(page.blocks) else ""


def weights_html(weights: Iterable[Weight]) -> str:
    """The features that weighed most, each with its value and the change that comes of it."""
    items = [
        f"<li>{name} {value:.3g} <b>{change:+.2f}</b></li>"
        for name, value, change in islice(weights, _MOST_WEIGHTS)
    ]
    return f'<ul class="weights">{"".join(items)}</ul>' if items else ""
