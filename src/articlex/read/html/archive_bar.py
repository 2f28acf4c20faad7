"""The bar that a web archive sets into the pages that it shows: no part of the page."""

from __future__ import annotations

from articlex.read.html.tree import Element

#: How the ids of the bar's elements begin, in the Wayback Machine and in the archives that run its program.
_IDS = "wm-ipp"


def take_archive_bar(root: Element) -> None:
    """Take the bar out of a tree; the text behind it stays."""
    for element in [*root.iter("div")]:
        around = element.getparent()
        if (element.get("id") or "").startswith(_IDS) and around is not None:
            before = element.getprevious()
            if element.tail and before is not None:
                before.tail = (before.tail or "") + element.tail
            elif element.tail:
                around.text = (around.text or "") + element.tail
            around.remove(element)
