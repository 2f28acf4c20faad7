"""The tree of a page: what libxml2 makes of the source, mended where it parts from the HTML standard.

Each mend changes the source and has it parsed again. All but two are tried only where the first tree, or what
the parser complains of, shows that they may be needed: to look for their patterns in the source of each page
would take as long as much of the parsing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from articlex.read.html.preparation.depth import flattened
from articlex.read.html.tags import HEADING_LEVEL
from articlex.read.html.tree import Element
from articlex.regex import regex

#: Open elements beyond which a page that is too deep is flattened: libxml2 opens some of its own.
_MOST_OPEN = 1_000


def parse(data: bytes, comments: bool = False) -> tuple[Element | None, bool]:
    """The tree of ``data``, which is UTF-8 (None: no element at all), with its ``comments`` or without them,
    and whether it was too deep.

    Raises MemoryError where the parser had no memory for the whole of it.
    """
    root, too_deep = _parse_bytes(data, comments)
    if too_deep:
        root, still = _parse_bytes(flattened(data, _MOST_OPEN), comments)
        if still:
            root, _ = _parse_bytes(flattened(data, -1), comments)
    return root, too_deep


#: How libxml2 complains of an end tag of a heading where none of that level is open.
_MISMATCH, _UNEXPECTED = (etree.ErrorTypes.ERR_TAG_NAME_MISMATCH,), "Unexpected end tag : h"


def _parse_bytes(data: bytes, comments: bool) -> tuple[Element | None, bool]:
    """The tree of ``data``, mended where libxml2 parts from the standard; and whether it nests too deep."""
    data = _with_open_items(_without_early_ends(data))
    parsed = _Parsed(data, comments, *_tree_of(data, comments))
    # To look for such headings in the source instead would take a twelfth of the time of parsing.
    if parsed.root is not None and any(map(_is_empty, parsed.root.iter(*HEADING_LEVEL))):
        parsed = _again(parsed, _with_whole_headings)
    if parsed.root is not None and any(map(_closes_itself, parsed.root.iter(*_CODE))):
        parsed = _again(parsed, _with_whole_code)
    if parsed.root is not None and next(parsed.root.iterchildren("frameset"), None) is not None:
        parsed = _again(parsed, _with_text_for_frames)
    if any(found.message.startswith(_UNEXPECTED) for found in parsed.log.filter_types(_MISMATCH)):
        parsed = _again(parsed, _with_own_ends)
    last = parsed.log.last_error
    if last is not None and last.type_name == "ERR_NO_MEMORY":
        # What libxml2 gives then is part of the page, or nothing, and looks like a short or empty page.
        raise MemoryError
    return parsed.root, last is not None and last.type_name == "ERR_RESOURCE_LIMIT"


def _is_empty(heading: Element) -> bool:
    """Whether a heading is empty, as one is whose text stood in a paragraph: libxml2 moves that behind it."""
    return not len(heading) and (not heading.text or heading.text.isspace())


class _Parsed(NamedTuple):
    """The source of a page, whether its comments are kept, the tree of libxml2, and its complaints."""

    data: bytes
    comments: bool
    root: Element | None
    log: etree._ListErrorLog


def _again(parsed: _Parsed, mend: Callable[[bytes], bytes]) -> _Parsed:
    """The page parsed once more from what ``mend`` makes of its source, if that changes anything."""
    data = mend(parsed.data)
    if data == parsed.data:
        return parsed
    return _Parsed(data, parsed.comments, *_tree_of(data, parsed.comments))


def _tree_of(data: bytes, comments: bool) -> tuple[Element | None, etree._ListErrorLog]:
    """The tree that libxml2 makes of ``data``, and its complaints."""
    parser = etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=not comments,
        remove_pis=True,
        recover=True,
        collect_ids=False,  # nobody asks for an element by its id: 0.94 of the time
    )
    root = None
    # Suppressed: a document of white space or comments alone.
    with suppress(etree.XMLSyntaxError):
        root = etree.fromstring(data, parser)
    return root, parser.error_log


#: The end tag of the document, and that or the end tag of its body. (With IGNORECASE every byte would be
#: tried, not every "</".)
_HTML_END = regex(rb"</[hH][tT][mM][lL]\s*>")
_ANY_END = regex(rb"</(?:[bB][oO][dD][yY]|[hH][tT][mM][lL])\s*>")


def _without_early_ends(data: bytes) -> bytes:
    """``data`` without ``</body>`` and ``</html>`` where the document goes on after a ``</html>``.

    The HTML standard reads on where it was (13.2.6.4.19, "after body"); libxml2 loses all that follows. Pages
    that paste a whole document into a template have such tags before, and even within, their article. Tags in
    the strings of a script go too, which does no harm: scripts are not text.
    """
    # Nearly all pages have one such tag, at their end: to look for it there takes next to no time.
    end = data.rfind(b"</html>")
    if end < 0 or not data[end + len(b"</html>") :].strip():
        if end >= 0 and data.rfind(b"</html>", 0, end) < 0:
            return data
        first = _HTML_END.search(data)
        if first is None or not data[first.end() :].strip():
            return data
    return _ANY_END.sub(lambda tag: b" " * len(tag[0]), data)


#: White space, and the comments that a framework sets around what it has rendered.
_BLANK = rb"(?:\s++|<!--[^<>]{0,80}?-->)*+"
#: A heading that consists of one paragraph. Bounded: else a heading that nothing closes would have all that
#: follows searched.
_PARAGRAPH_HEADING = regex(
    rb"(<h([1-6])(?:\s[^<>]*)?>%b)<p(?=[\s>])([^<>]*>(?:(?!</?(?:p|h[1-6]|div)\b).){0,400}?)(?:</p>)?(?=%b</h\2>)"
    % (_BLANK, _BLANK),
    re.DOTALL | re.IGNORECASE,
)


def _with_whole_headings(data: bytes) -> bytes:
    """``data`` with a <div> for the paragraph that a heading consists of.

    By the HTML standard a paragraph inside a heading stays there; libxml2 ends the heading before a <p>, but
    not before a <div>. Of 2,650 pages of the corpora 18 have such headings.
    """
    return _PARAGRAPH_HEADING.sub(rb"\1<div\3</div>", data)


#: A heading up to an end tag of another level.
_OTHER_END = regex(
    rb"(<h([1-6])(?=[\s>])(?:(?!</?h[1-6][\s>]).)*+</h)(?!\2)[1-6](?=[\s>])", re.DOTALL | re.IGNORECASE
)


def _with_own_ends(data: bytes) -> bytes:
    """``data`` with each heading ended by a tag of its own level.

    By the HTML standard the end tag of any level ends a heading; for libxml2 "<h2>...</h3>" goes on up to the
    next block.
    """
    return _OTHER_END.sub(rb"\1\2", data)


#: A tag of a script or style sheet.
_CODE_TAG = regex(rb"<(/?)(script|style)(?=[\s>/])[^<>]*>", re.IGNORECASE)
_CODE = ("script", "style")


def _with_whole_code(data: bytes) -> bytes:
    """``data`` without the slash of "<script ... />" and "<style/>" where an end tag follows.

    By the HTML standard these tags never close themselves; libxml2 ends the element there, and has the code
    behind it for text.
    """
    tags = pairwise(_CODE_TAG.finditer(data))
    slashes = [
        begin.end() - 2
        for begin, end in tags
        if end[1] and not begin[1] and begin[0].endswith(b"/>") and begin[2].lower() == end[2].lower()
    ]
    parts = [data[start + 1 : end] for start, end in zip((-1, *slashes), (*slashes, len(data)), strict=True)]
    return b" ".join(parts)


def _closes_itself(element: Element) -> bool:
    """Whether a script or style sheet is empty, and text stands right behind it."""
    # Its tail is asked for first: scripts may be most of a page, and to ask for their text is to make a copy.
    tail = element.tail
    return bool(tail) and not str(tail).isspace() and not element.text


#: Tags of a set of frames, and of what is shown without them, which libxml2 has for a single text.
_FRAMESET_TAG = regex(rb"</?frameset(?=[\s>])[^<>]*>", re.IGNORECASE)
_NOFRAMES_TAG = regex(rb"(</?)noframes(?=[\s>])", re.IGNORECASE)


def _with_text_for_frames(data: bytes) -> bytes:
    """``data`` with <noscript> for <noframes>, and without the set of frames.

    That is all the text that such a page has: the frames show other pages.
    """
    return _NOFRAMES_TAG.sub(rb"\1noscript", _FRAMESET_TAG.sub(b"", data))


#: Bytes in which a page names the program that wrote it, and the tag of an item that seems to close itself.
_HEAD, _SHUT_ITEM = 2_000, regex(rb"(?i)<li\s*+/>")


def _with_open_items(data: bytes) -> bytes:
    """``data`` with <li> for <li/>, which LibreOffice writes before each item.

    By the HTML standard this tag never closes itself; libxml2 leaves the item empty.
    """
    return _SHUT_ITEM.sub(b"<li>", data) if b"Office" in data[:_HEAD] else data


#: Characters that XML does not have: control characters, U+FFFE and U+FFFF; and references to them.
_CONTROLS = regex(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]"
    rb"|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)"
    rb"|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF])(?![0-9a-fA-F]));?"
)


def without_controls(data: bytes) -> bytes:
    """``data`` with a blank for each character, or reference to one, that lxml does not write."""
    return _CONTROLS.sub(b" ", data)
