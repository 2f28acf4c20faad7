"""A page whose source is what another page or a text shows: what browsers save of "view source", and HTML
that a program has written as a string of JSON or Python, or with its brackets as character references.

The text of such a file is not about markup, it is markup from its first character to its last.
"""

from __future__ import annotations

import json
from html import escape, unescape

from articlex.page import Form
from articlex.read.sniff import sniff_form
from articlex.regex import regex

#: Characters in which a file says what it is, and those of the longest string.
_BEGIN, _LONGEST = 2000, 20_000_000
#: How a page of Chromium's and one of Firefox's begin that show a source, and what holds a line there.
_VIEWERS = ('<td class="line-number"', '<body id="viewsource"')
_LINES, _CHROMIUM, _FIREFOX = "line-content", "view-source:", "viewsource"
#: How strings of JSON and Python begin and end, and an attribute in one without its own quotation marks.
_QUOTED = regex(r"""(?s)\s*(b?)(["'])(?:\\[nrt]|\s)*+(?:\\ufeff)?<.*>(?:\\[nrt]|\s)*\2\s*\Z""")
_ESCAPED, _PLAIN = regex(r"""<[a-zA-Z!][^<>]{0,500}?=\\["']"""), '="'
#: How references for the brackets of a page begin and end it; they may have been escaped once more.
_REFERENCES = regex(r"\s*&(?:amp;)?lt;[a-zA-Z!?]"), regex(r"&(?:amp;)?gt;\s*\Z")
_MOST_ESCAPED, _TAIL = 2, 200


def shown_source(text: str) -> str | None:
    """The source of the page that ``text`` shows; None for any other text."""
    begin = text[:_BEGIN]
    found = None
    if any(sign in begin for sign in _VIEWERS) or f"<title>{_CHROMIUM}" in begin:
        found = _viewed(text)
    elif len(text) <= _LONGEST:
        found = _unquoted(text) or _unescaped(text)
    return found if found and sniff_form(found) is Form.HTML else None


def saved_as(source: str, url: str) -> str:
    """``source`` with the comment by which browsers say that they saved it from ``url``."""
    return f"<!-- saved from url=({len(url):04}){escape(url)} -->\n{source}"


def _viewed(text: str) -> str | None:
    """The lines that a browser shows of a source."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        return None
    title = (root.findtext(".//title") or "").strip()
    if any(body.get("id") == _FIREFOX for body in root.iter("body")):
        source = "".join("".join(map(str, each.itertext())) for each in root.iter("pre"))
    else:
        cells = (cell for cell in root.iter("td") if _LINES in (cell.get("class") or ""))
        source = "\n".join("".join(map(str, cell.itertext())) for cell in cells)
    url = title.removeprefix(_CHROMIUM)
    return saved_as(source, url) if url.startswith(("http://", "https://")) else source


def _unquoted(text: str) -> str | None:
    """What a string stands for whose text begins and ends with a tag."""
    found = _QUOTED.match(text)
    if not found:
        is_bare = text.lstrip()[:1] == "<" and _ESCAPED.search(text, 0, _BEGIN) and _PLAIN not in text
        return _json_string(f'"{text.strip()}"') if is_bare else None
    if found[2] == '"' and not found[1]:
        return _json_string(text)
    return _python_string(text.strip())


def _json_string(text: str) -> str | None:
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, str) else None


def _python_string(text: str) -> str | None:
    from ast import literal_eval

    try:
        value = literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str) else None


def _unescaped(text: str) -> str | None:
    """What references stand for in a text that begins and ends with those of a tag."""
    begins, ends = _REFERENCES
    if not begins.match(text) or not ends.search(text[-_TAIL:]):
        return None
    for _ in range(_MOST_ESCAPED):
        text = unescape(text)
        if text.lstrip().startswith("<"):
            return text
    return None
