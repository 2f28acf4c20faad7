"""Whether a page is HTML or raw page text, decided from a few bounded pieces of it.

On the development corpora, none of 3,736 HTML pages is taken for text, and one if only the contents of <body>
are given; of 1,332 flattened pages (222 pages, each in six ways) three are taken for HTML, all of one page
whose first and last words are a tag. Takes 0.02 ms a page.
"""

from __future__ import annotations

import re
from itertools import islice

from articlex.page import Form
from articlex.regex import regex

#: Characters of one piece; of a long page the beginning, the middle and the end are examined.
_PIECE = 16384

_DOCUMENT = regex(
    r"<(?:!doctype\s+[^<>]{0,300}|(?:html|head|body|frameset|rss|feed|rdf:rdf|svg)(?:\s[^<>]{0,2000})?"
    r"|(?:meta|link|base)\s[^<>]{0,2000})>",
    re.IGNORECASE,
)
_ANY_TAG = regex(r"<[a-z][a-z0-9:-]{0,40}(?:\s[^<>]{0,4000})?/?>", re.IGNORECASE)
_HTML_TAG = regex(
    r"</?(?:a|article|aside|b|blockquote|body|br|button|center|code|dd|div|dl|dt|em|figure|font|footer|form|"
    r"h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|noscript|ol|option|p|picture|pre|"
    r"script|section|small|source|span|strong|style|svg|table|tbody|td|template|th|thead|title|tr|u|ul|video)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
#: An element with nothing but text in it, as at the start of a fragment with unclosed paragraphs.
_ELEMENT = regex(
    r"<(title|h[1-6]|p|div|center|b|font|strong)(?:\s[^<>]{0,2000})?>[^<]{0,1000}</\1\s*>", re.IGNORECASE
)
#: Lines of Markdown, which may begin with such an element too: "<h1 align=center>Tool</h1>", then "## Use".
_MARKDOWN_LINE = regex(r"^(?:#{1,6} |```|~~~|[-*+] |\d{1,3}\. |> |\|)", re.MULTILINE)
_BLANK = regex(r"\s*")

#: Least share of characters inside tags in HTML: of a page that begins or ends with a tag, and of others. A
#: text about markup has less.
_MIN_SHARE_AT_EDGE = 0.2
_MIN_SHARE = 0.5

#: Least number of tags in a page that begins with an element, however much text is between them, such as
#: "<title>Rain</title><h1>Rain</h1>" and long paragraphs between "<P>" and "<P>". None of 21,783 flattened
#: pages of the corpora begins so.
_MIN_TAGS = 4

#: An unclosed <p> or <br> between paragraphs: at the start of a line or behind a sentence, and before a word
#: or a line break. A text about markup also names tags within sentences, or closing tags (_NAMED_TAG).
_BETWEEN_PARAGRAPHS = regex(
    r"""(?:\A|[\n.!?:…。！？।؟"”»)]) {0,3}<(?:p|br)(?:\s[^<>]{0,2000})?/?>"""
    r"""(?:\s{0,3}<br ?/?>)?(?=[\w\r\n<"'“«„(—–-]|\s{2})""",
    re.IGNORECASE,
)
_NAMED_TAG = regex(
    r"</(?:p|div|body|html|script|style|ul|table)>|<!--"
    r"|(?:[\w,] {1,3}|\()</?[a-z][a-z0-9]{0,15}/?>(?=[ ,.;:)?!])",
    re.IGNORECASE,
)
#: Least number of such tags in HTML, and the last place for the first of them: what comes later is code to be
#: copied. None of 5,211 flattened pages of the corpora is taken for HTML by this rule.
_MIN_BETWEEN = 2
_LONGEST_PARAGRAPH = 2000

#: With more lines of Markdown such a page is Markdown, not HTML.
_MAX_MARKDOWN_LINES = 2


def sniff_form(text: str) -> Form:
    """Whether ``text`` is HTML or raw page text."""
    start = _first_content(text, 0)
    if start == len(text):
        return Form.TEXT
    document = _DOCUMENT.match(text, start)
    if document and text.startswith("<", _first_content(text, document.end())):
        return Form.HTML
    opened = _ANY_TAG.match(text, start) is not None
    closed = text[-1024:].rstrip().endswith(">")
    if (opened and closed) or (_ELEMENT.match(text, start) and _is_marked_up(text, start)):
        return Form.HTML
    if _is_parted(text[start : start + _PIECE]):
        return Form.HTML
    needed = _MIN_SHARE_AT_EDGE if opened or closed else _MIN_SHARE
    return Form.HTML if _share_in_tags(text, start) >= needed else Form.TEXT


def _first_content(text: str, position: int) -> int:
    """The position after white space, comments and processing instructions."""
    while True:
        blank = _BLANK.match(text, position)
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
    """Whether the beginning of the page has _MIN_TAGS and is no Markdown."""
    end = start + _PIECE
    tags = sum(1 for _ in islice(_HTML_TAG.finditer(text, start, end), _MIN_TAGS))
    return tags == _MIN_TAGS and not _is_markdown(text, start, end)


def _is_parted(head: str) -> bool:
    """Whether a page with this beginning is a fragment of HTML with unclosed tags between its paragraphs."""
    if "<" not in head:
        return False
    found = [tag.start() for tag in islice(_BETWEEN_PARAGRAPHS.finditer(head), _MIN_BETWEEN)]
    if len(found) < _MIN_BETWEEN or found[0] > _LONGEST_PARAGRAPH or _NAMED_TAG.search(head):
        return False
    return not _is_markdown(head, 0, len(head))


def _is_markdown(text: str, start: int, end: int) -> bool:
    return any(islice(_MARKDOWN_LINE.finditer(text, start, end), _MAX_MARKDOWN_LINES, None))


def _share_in_tags(text: str, start: int) -> float:
    """The share of characters inside tags in pieces of ``text`` from ``start`` on, from 0 to 1."""
    pieces = [text[start:]]
    if len(text) - start > 3 * _PIECE:
        middle = (start + len(text)) // 2
        pieces = [text[start : start + _PIECE], text[middle : middle + _PIECE], text[-_PIECE:]]
    in_tags = sum(len(match.group()) for piece in pieces for match in _HTML_TAG.finditer(piece))
    return in_tags / sum(map(len, pieces))
