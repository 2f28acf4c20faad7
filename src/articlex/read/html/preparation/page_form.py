"""The form around a whole page, in which ASP.NET keeps the state of what the page shows.

It means nothing to readers: the fields that they fill in are a small part of it.
"""

from __future__ import annotations

from articlex.read.html.tags import NEVER_TEXT
from articlex.read.html.tree import Element

#: The share of the text of <body> that such a form holds at least.
_NEARLY_ALL = 0.9


def unwrap_page_form(root: Element) -> None:
    """Make a <form> right inside <body> that holds nearly all of the text a <div> without attributes."""
    body = root.find("body")
    if body is None or not (forms := body.findall("form")):
        return
    longest = max(forms, key=_size)
    if _size(longest) >= _NEARLY_ALL * _size(body):
        longest.tag = "div"
        longest.attrib.clear()


def _size(element: Element) -> int:
    """The characters of the text below an element, without that of scripts and style sheets."""
    shown = (each for each in element.iter() if each.tag not in NEVER_TEXT)
    return sum(len((each.text or "").strip()) + len((each.tail or "").strip()) for each in shown)
