"""The bar that a web archive sets into the pages that it shows: no part of the page."""

from __future__ import annotations

from articlex.read.html.tree import Element, take_out

#: How the ids of the bar's elements begin, in the Wayback Machine and in the archives that run its program.
_IDS = "wm-ipp"


def take_archive_bar(root: Element) -> None:
    """Take the bar out of a tree; the text behind it stays."""
    for element in [*root.iter("div")]:
        if (element.get("id") or "").startswith(_IDS):
            take_out(element)
