"""Pages saved from the reader view of Firefox, or of an extension of that name in other browsers.

Above the text they state the address and the authors of the page. Source of the classes, which the extension
has as ids: toolkit/components/reader/content/aboutReader.html.
"""

from __future__ import annotations

from articlex.read.html.preparation.archive_bar import state_address
from articlex.read.html.tree import Element, classes_of

#: Bytes in which the sign of such a page stands, below the buttons of the view, and the sign.
_TOP, _SIGN = 65_536, b"reader-domain"
_DOMAIN, _CREDITS, _BYLINE = "reader-domain", "reader-credits", "byline"


def is_reader_view(data: bytes) -> bool:
    """Whether the source of a page, in UTF-8, has the sign of a reader view."""
    return data.rfind(_SIGN, 0, _TOP) >= 0  # in half of the time of find()


def tell_reader_view(root: Element) -> None:
    """State the page's address in its head, and give the element with its authors a byline's class."""
    for link in root.iter("a"):
        if _is_called(link, _DOMAIN):
            state_address(root, link.get("href") or "")
    for element in root.iter("div"):
        if _is_called(element, _CREDITS):
            element.set("class", f"{element.get('class') or ''} {_BYLINE}")


def _is_called(element: Element, name: str) -> bool:
    return name in classes_of(element) or element.get("id") == name
