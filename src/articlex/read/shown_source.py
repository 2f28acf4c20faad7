"""Pages whose source is shown by another page or a text: a browser's "view source" page saved to a file, and
HTML written as a string of JSON or Python, or with character references for its angle brackets.

Such a text is not about markup: it is markup from its first character to its last.
"""

from __future__ import annotations

import json
from html import escape, unescape

from articlex.page import Form
from articlex.read.sniff import sniff_form
from articlex.regex import regex

#: Characters searched for signs of such a file, and the longest string.
_BEGIN, _LONGEST = 2000, 20_000_000
#: How Chromium and Firefox begin to show a source; Chromium's class of a line and prefix of the title;
#: Firefox's id.
_VIEWERS = ('<td class="line-number"', '<body id="viewsource"')
_LINES, _CHROMIUM, _FIREFOX = "line-content", "view-source:", "viewsource"
#: HTML as a string of JSON or Python; and, in one without its quotation marks, attributes escaped and plain.
_QUOTED = regex(r"""(?s)\s*(b?)(["'])(?:\\[nrt]|\s)*+(?:\\ufeff)?<.*>(?:\\[nrt]|\s)*\2\s*\Z""")
_ESCAPED, _PLAIN = ('=\\"', "=\\'"), '="'
#: Character references for the first and the last angle bracket of a page, perhaps escaped twice.
_REFERENCES = regex(r"\s*&(?:amp;)?lt;[a-zA-Z!?]"), regex(r"&(?:amp;)?gt;\s*\Z")
_MOST_ESCAPED, _TAIL = 2, 200


def shown_source(text: str) -> str | None:
    """The HTML whose source ``text`` shows; None for any other text."""
    begin = text[:_BEGIN]
    found = None
    if any(sign in begin for sign in _VIEWERS) or f"<title>{_CHROMIUM}" in begin:
        found = _viewed(text)
    elif len(text) <= _LONGEST:
        found = _unquoted(text) or _unescaped(text)
    return found if found and sniff_form(found) is Form.HTML else None


def saved_as(source: str, url: str) -> str:
    """``source`` with the comment that browsers put above a page saved from ``url``."""
    return f"<!-- saved from url=({len(url):04}){escape(url)} -->\n{source}"


def _viewed(text: str) -> str | None:
    """The source in a browser's "view source" page, or None."""
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
    """The value of a quoted string that begins and ends with a tag, or None."""
    found = _QUOTED.match(text)
    if not found:
        begin = text[:_BEGIN]
        is_bare = any(sign in begin for sign in _ESCAPED) and begin.lstrip()[:1] == "<" and _PLAIN not in text
        return _string(f'"{text.strip()}"', is_json=True) if is_bare else None
    return _string(text.strip(), is_json=found[2] == '"' and not found[1])


def _string(text: str, is_json: bool) -> str | None:
    """The value of a string of JSON or of Python; None for any other text."""
    from ast import literal_eval

    try:
        value = json.loads(text, strict=False) if is_json else literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str) else None


def _unescaped(text: str) -> str | None:
    """A text between references for angle brackets, with all references resolved; None for any other."""
    begins, ends = _REFERENCES
    if not begins.match(text) or not ends.search(text[-_TAIL:]):
        return None
    for _ in range(_MOST_ESCAPED):
        text = unescape(text)
        if text.lstrip().startswith("<"):
            return text
    return None
