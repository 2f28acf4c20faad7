"""HTML or raw page text, decided from bounded pieces of the page.

Measured on the development corpora: of 3,736 pages none is taken for text, and of the contents of their
<body> alone one is; of 1,332 flattened pages (222 pages, six ways) three are taken for HTML, all of one page
that prints a tag as its first and last words. 0.02 ms a page.
"""

from __future__ import annotations

import re
from itertools import islice

from articlex.page import Form
from articlex.regex import regex

#: Characters of one piece; the page's head, middle and tail are looked at.
PIECE = 16384

DOCUMENT = regex(
    r"<(?:!doctype\s+[^<>]{0,300}|(?:html|head|body|frameset|rss|feed|rdf:rdf|svg)(?:\s[^<>]{0,2000})?)>",
    re.IGNORECASE,
)
ANY_TAG = regex(r"<[a-z][a-z0-9:-]{0,40}(?:\s[^<>]{0,4000})?/?>", re.IGNORECASE)
HTML_TAG = regex(
    r"</?(?:a|article|aside|b|blockquote|body|br|button|center|code|dd|div|dl|dt|em|figure|font|footer|form|"
    r"h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|noscript|ol|option|p|picture|pre|"
    r"script|section|small|source|span|strong|style|svg|table|tbody|td|template|th|thead|title|tr|u|ul|video)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
#: An element with text alone in it: how a fragment begins whose paragraphs are not closed.
ELEMENT = regex(
    r"<(title|h[1-6]|p|div|center|b|font|strong)(?:\s[^<>]{0,2000})?>[^<]{0,1000}</\1\s*>", re.IGNORECASE
)
#: Lines of Markdown, which may begin with an element too: "<h1 align=center>Tool</h1>", then "## Use".
MARKDOWN_LINE = regex(r"^(?:#{1,6} |```|~~~|[-*+] |\d{1,3}\. |> |\|)", re.MULTILINE)
BLANK = regex(r"\s*")

#: Share of the characters that stand in tags from which a page is HTML: when it begins with a tag, when it
#: ends with one, and when it does neither. A text about markup has less.
MIN_SHARE_OPENED = 0.2
MIN_SHARE_CLOSED = 0.2
MIN_SHARE = 0.5

#: Tags from which on a page that begins with an element is HTML, however much text they stand in:
#: "<title>Rain</title><h1>Rain</h1>" and long paragraphs between "<P>" and "<P>". None of 21,783 flattenings
#: of the corpora's pages begins so.
MIN_TAGS = 4

#: What parts paragraphs that nothing closes: a tag at the head of a line or behind a sentence, with a word or
#: a line break behind it. Where tags are what the text is about, one is named amid a sentence, or closed.
BETWEEN_PARAGRAPHS = regex(
    r"""(?:\A|[\n.!?:…。！？।؟"”»)]) {0,3}<(?:p|br)(?:\s[^<>]{0,2000})?/?>"""
    r"""(?:\s{0,3}<br ?/?>)?(?=[\w\r\n<"'“«„(—–-]|\s{2})""",
    re.IGNORECASE,
)
NAMED_TAG = regex(
    r"</(?:p|div|body|html|script|style|ul|table)>|<!--"
    r"|(?:[\w,] {1,3}|\()</?[a-z][a-z0-9]{0,15}/?>(?=[ ,.;:)?!])",
    re.IGNORECASE,
)
#: Such tags from which on a page is HTML, and where the first of them is at the latest: further down is what
#: a page offers to be copied. Of 5,211 flattenings of the corpora's pages none is taken for HTML by that.
MIN_BETWEEN = 2
LONGEST_PARAGRAPH = 2000

#: Lines of Markdown from which on such a page is none.
MAX_MARKDOWN_LINES = 2


def sniff_form(text: str) -> Form:
    """HTML or raw page text, from the text itself."""
    start = _first_content(text, 0)
    if start == len(text):
        return Form.TEXT
    document = DOCUMENT.match(text, start)
    if document and text.startswith("<", _first_content(text, document.end())):
        return Form.HTML
    opened = ANY_TAG.match(text, start) is not None
    closed = text[-1024:].rstrip().endswith(">")
    if (opened and closed) or (ELEMENT.match(text, start) and _is_marked_up(text, start)):
        return Form.HTML
    if _is_parted(text[start : start + PIECE]):
        return Form.HTML
    needed = MIN_SHARE_OPENED if opened else MIN_SHARE_CLOSED if closed else MIN_SHARE
    return Form.HTML if _share_in_tags(text, start) >= needed else Form.TEXT


def _first_content(text: str, position: int) -> int:
    """Where the page goes on, after white space, comments and processing instructions."""
    while True:
        blank = BLANK.match(text, position)
        position = blank.end() if blank else position
        if text.startswith("<!--", position):
            closing, length = text.find("-->", position), 3
        elif text.startswith("<?", position):
            closing, length = text.find(">", position), 1
        else:
            return position
        if closing < 0:
            return position
        position = closing + length


def _is_marked_up(text: str, start: int) -> bool:
    """Whether MIN_TAGS stand in the beginning of the page, and no Markdown beside them."""
    end = start + PIECE
    tags = sum(1 for _ in islice(HTML_TAG.finditer(text, start, end), MIN_TAGS))
    lines = sum(1 for _ in islice(MARKDOWN_LINE.finditer(text, start, end), MAX_MARKDOWN_LINES + 1))
    return tags == MIN_TAGS and lines <= MAX_MARKDOWN_LINES


def _is_parted(head: str) -> bool:
    """Whether tags that nothing closes part the paragraphs of a page that begins so: a fragment."""
    if "<" not in head:
        return False
    found = [tag.start() for tag in islice(BETWEEN_PARAGRAPHS.finditer(head), MIN_BETWEEN)]
    if len(found) < MIN_BETWEEN or found[0] > LONGEST_PARAGRAPH or NAMED_TAG.search(head):
        return False
    lines = sum(1 for _ in islice(MARKDOWN_LINE.finditer(head), MAX_MARKDOWN_LINES + 1))
    return lines <= MAX_MARKDOWN_LINES


def _share_in_tags(text: str, start: int) -> float:
    pieces = [text[start:]]
    if len(text) - start > 3 * PIECE:
        middle = (start + len(text)) // 2
        pieces = [text[start : start + PIECE], text[middle : middle + PIECE], text[-PIECE:]]
    in_tags = sum(len(match.group()) for piece in pieces for match in HTML_TAG.finditer(piece))
    return in_tags / sum(map(len, pieces))
