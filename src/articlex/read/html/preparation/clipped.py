"""Text for screen readers that a style attribute clips to nothing, and no class tells: styles of components
are often written into the elements. These are told by a class that the walk knows."""

from __future__ import annotations

from articlex.read.html.attributes import compact_style
from articlex.read.html.tree import Element
from articlex.regex import regex

_IN_ATTRIBUTE = regex(rb"""style=["'][^"'<>]{0,400}\bclip(?:-path)?:""")
#: The two ways to clip an element to nothing, as in "visually hidden" of A11Y Project, without white space.
_CLIPPED = regex(r"(?<![\w-])clip:rect\((?:(?:0|1px)(?:px)?,?){4}\)|(?<![\w-])clip-path:inset\((?:50|100)%")
_UNSEEN = "sr-only"


def may_be_clipped(data: bytes) -> bool:
    """Whether a page's source has a style attribute that clips an element."""
    return b"clip" in data and _IN_ATTRIBUTE.search(data) is not None


def tell_clipped(root: Element) -> None:
    """Give each element whose style attribute clips it to nothing the class of text for screen readers."""
    for element in root.iter("*"):
        style = element.get("style")
        if style and "clip" in style and _CLIPPED.search(compact_style(style)):
            element.set("class", f"{element.get('class', '')} {_UNSEEN}".strip())
