"""Code blocks: the text of a <pre> as written, and its language."""

from __future__ import annotations

import re

from lxml import etree

_LANGUAGE = re.compile(r"(?:^|\s)(?:language-|lang-|highlight-source-|brush:\s*)([\w+#.-]+)")

#: A <pre> that holds one of these is not code but a page that was never closed, or prose.
_PROSE = ("p", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "article", "section", "table")


def is_code(element: etree._Element) -> bool:
    """Whether a <pre> is preformatted text alone."""
    return next(element.iterdescendants(*_PROSE), None) is None


def code_text(element: etree._Element) -> str:
    """The text as written: line breaks and indentation kept, no line break at either end."""
    parts: list[str] = []
    for event, child in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if child.tag == "br":
                parts.append("\n")
            if child.text and child.tag not in ("script", "style"):
                parts.append(child.text)
        elif child is not element and child.tail:
            parts.append(child.tail)
    text = "".join(parts).replace("\r\n", "\n").replace("\r", "\n")
    return text.strip("\n").rstrip()


def code_language(element: etree._Element) -> str:
    """The language that class or data-lang states on the <pre>, its <code> or its parent; "" if none."""
    candidates = [element, *element.iterdescendants("code")]
    parent = element.getparent()
    if parent is not None:
        candidates.append(parent)
    for candidate in candidates:
        stated = candidate.get("data-lang") or candidate.get("data-language")
        if stated:
            return stated.lower()
        found = _LANGUAGE.search(candidate.get("class") or "")
        if found:
            return found.group(1).lower()
    return ""
