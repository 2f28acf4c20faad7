"""What a browser calls the inner text of a page, which extensions, scripts and pipelines take it for.

Source: the getter of ``innerText`` in the HTML standard (https://html.spec.whatwg.org/multipage/dom.html). No
style sheet is read, so that parts that only a style sheet hides are in the text, as they are by the other
flatteners.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

#: What the standard's own style sheet does not display, and what has its text in no text node.
_SILENT = frozenset(
    re.findall(
        r"\w+",
        """area audio base basefont canvas datalist embed head iframe img input link math meta noembed
        noframes noscript object param picture rp script select style svg template textarea title video""",
    )
)
#: Those that the standard's style sheet displays as blocks or items; parts of tables are told by tabs.
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
        figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav
        ol optgroup option p plaintext pre search section summary table ul xmp""",
    )
)
_CELLS = frozenset({"td", "th"})
_KEPT_AS_WRITTEN = frozenset({"listing", "plaintext", "pre", "xmp"})
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_HIDES = re.compile(r"display\s*:\s*none", re.IGNORECASE)

#: What the walk gives: a text, or how many line breaks are required at a place.
_Part = str | int


def tree_of(page: str) -> Any:
    """The root of the lxml tree of a page, None where it has no element."""
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    return etree.fromstring(page.encode("utf-8", "replace") or b"<p>", parser)


def inner_text(page: str) -> str:
    """The ``innerText`` of the document of a page: a blank line around each ``<p>``, a line for each other
    block and each row of a table, tabs between cells, no bullets, no pictures, nothing that is hidden."""
    root = tree_of(page)
    if root is None:
        return ""
    text: list[str] = []
    required, last = 0, "\n"
    for part in _parts(root):
        if isinstance(part, int):
            required = max(required, part)
            continue
        # A blank at the start or the end of a line is not displayed.
        shown = part.lstrip(" ") if required or last in " \n\t" else part
        if not shown:
            continue
        if required and text:
            text[-1] = text[-1].rstrip(" ")
            text.append("\n" * required)
        text.append(shown)
        required, last = 0, shown[-1]
    return "".join(text).strip(" \n")


def _parts(root: Any) -> Iterator[_Part]:
    hidden = as_written = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        step = 1 if event == "start" else -1
        if _is_hidden(element):
            hidden += step
        as_written += step * (tag in _KEPT_AS_WRITTEN)
        if not hidden:
            yield from _boundary(element, event)
        text = element.text if event == "start" else element.tail
        if text and not hidden:
            yield text if as_written else _BLANKS.sub(" ", text)


def _is_hidden(element: Any) -> bool:
    if element.tag in _SILENT or "hidden" in element.attrib:
        return True
    return bool(_HIDES.search(element.get("style", "")))


def _boundary(element: Any, event: str) -> Iterator[_Part]:
    """What stands before or behind the text of an element that is displayed."""
    tag = element.tag
    if tag == "br":
        yield "\n" if event == "start" else 0
    elif tag == "p":
        yield 2
    elif tag in _BLOCKS or (tag == "tr" and event == "end"):
        yield 1
    elif tag in _CELLS and event == "end" and any(cell.tag in _CELLS for cell in element.itersiblings()):
        yield "\t"
