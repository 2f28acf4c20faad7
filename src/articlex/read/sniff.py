"""HTML or raw page text, decided from bounded pieces of the page."""

from __future__ import annotations

import re
from typing import NamedTuple

from articlex.page import Form

#: Characters of one piece; the page's head, middle and tail are looked at.
PIECE = 16384

DOCUMENT = re.compile(
    r"<!doctype\s+(?:html|svg)|<(?:html|head|body|frameset|rss|feed|rdf:rdf|svg)[\s>]", re.IGNORECASE
)
TAG = re.compile(
    r"</?(?:a|article|aside|b|blockquote|body|br|button|center|code|dd|div|dl|dt|em|figure|font|footer|form|"
    r"h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|ol|option|p|pre|script|section|"
    r"small|span|strong|style|svg|table|tbody|td|th|thead|title|tr|u|ul|video)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)

#: Share of the characters that stand in tags, from which a page that opens with a tag is HTML, and one
#: that does not.
MIN_SHARE_OPENED = 0.04
MIN_SHARE = 0.25


class Sniffed(NamedTuple):
    """The form of a page, and the evidence for it in a few words."""

    form: Form
    reason: str


def sniff(text: str) -> Sniffed:
    """HTML or raw page text, with the reason."""
    start = _first_content(text)
    if start == len(text):
        return Sniffed(Form.TEXT, "empty")
    opening = DOCUMENT.match(text, start)
    pieces = _pieces(text, start)
    in_tags = sum(len(match.group()) for piece in pieces for match in TAG.finditer(piece))
    share = in_tags / sum(map(len, pieces))
    if opening and (share > 0 or len(text) - start < PIECE):
        return Sniffed(Form.HTML, f"begins with {opening.group()}")
    opens_with_tag = TAG.match(text, start) is not None
    if share >= (MIN_SHARE_OPENED if opens_with_tag else MIN_SHARE):
        return Sniffed(Form.HTML, f"{share:.0%} of the characters stand in tags")
    return Sniffed(Form.TEXT, f"{share:.0%} of the characters stand in tags" if share else "no tags")


def sniff_form(text: str) -> Form:
    """HTML or raw page text, from the text itself."""
    return sniff(text).form


def _first_content(text: str) -> int:
    """Where the page begins, after white space, comments and processing instructions."""
    blank = re.compile(r"\s*")
    position = 0
    while True:
        found = blank.match(text, position)
        position = found.end() if found else position
        if text.startswith("<!--", position):
            closing, length = text.find("-->", position), 3
        elif text.startswith("<?", position):
            closing, length = text.find(">", position), 1
        else:
            return position
        if closing < 0:
            return position
        position = closing + length


def _pieces(text: str, start: int) -> list[str]:
    if len(text) - start <= 3 * PIECE:
        return [text[start:]]
    middle = (start + len(text)) // 2
    return [text[start : start + PIECE], text[middle : middle + PIECE], text[-PIECE:]]
