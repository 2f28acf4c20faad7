"""The bar that a web archive puts into the pages that it shows.

It is no part of the page. Neither is what the archive states in the head about its copy: day, address, and
itself as the site.
"""

from __future__ import annotations

from articlex.addresses import archived_address
from articlex.read.html.tree import Element, take_out
from articlex.regex import regex

#: How the ids of the bar's elements begin in the Wayback Machine, and in archives that run its program.
_IDS = "wm-ipp"
#: In archive.today: the ids of the parts around a page and of that with the page, and the relation of the
#: link in the head to the copy, whose address has the page's in it.
_AROUND, _INSIDE, _COPY = ("HEADER", "FOOTER", "hashtags"), "CONTENT", "bookmark"
#: What its head states about the copy.
_OF_COPY = regex(r"(?:og:(?:site_name|url)|twitter:site|article:\w+_time)\Z")
#: Parts of these in the source, in quotation marks or not, and the bytes in which each begins.
_SIGNS = ((_IDS.encode(), 65_536), (_AROUND[0].encode(), 16_384))


def may_have_bar(data: bytes) -> bool:
    """Whether the source of a page, in UTF-8, has a sign of such a bar."""
    return any(data.rfind(sign, 0, end) >= 0 for sign, end in _SIGNS)  # in half of the time of find()


def take_archive_bar(root: Element) -> None:
    """Remove the bar, and what is stated about the copy; state the page's own address, if known."""
    for element in [*root.iter("div")]:
        if (element.get("id") or "").startswith(_IDS):
            take_out(element)
    _take_out_of_archive_today(root)


def _take_out_of_archive_today(root: Element) -> None:
    """Remove what archive.today has around a page, which its head and the ids of its parts give away."""
    copies = (link.get("href") or "" for link in root.iter("link") if link.get("rel") == _COPY)
    url = next((url for copy in copies if (url := archived_address(copy)) != copy), "")
    parts = {part.get("id"): part for part in root.iter("div", "table")}
    if not url or _INSIDE not in parts or _AROUND[0] not in parts:
        return
    for name in _AROUND:
        if name in parts:
            take_out(parts[name])
    for meta in [*root.iter("meta")]:
        if _OF_COPY.match(meta.get("property") or ""):
            take_out(meta)
    state_address(root, url)


def state_address(root: Element, url: str) -> None:
    """State in the head of a page that ``url`` is its canonical address, if it is one of the web."""
    head = root.find("head")
    if head is None or not url.startswith(("http://", "https://")):
        return
    for link in [*head.iter("link")]:
        if link.get("rel") == "canonical":
            take_out(link)
    head.append(head.makeelement("link", {"rel": "canonical", "href": url}))
