"""The reader of HTML: the source is parsed once by libxml2, and the tree is walked once."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from itertools import pairwise
from typing import NamedTuple, cast

from lxml import etree

from articlex.page import Form, Hidden, Markup, Page, StatedArticle
from articlex.read.html.attributes import LinesOfPrintError
from articlex.read.html.embedded.bodies import as_html, embedded_text
from articlex.read.html.embedded.state_values import join_streams
from articlex.read.html.footnotes import names_and_targets
from articlex.read.html.formulas.sources import is_typeset
from articlex.read.html.large_type import may_be_set_in_type, tell_headline
from articlex.read.html.lists.tasks import has_boxes
from articlex.read.html.preparation.archive_bar import may_have_bar, take_archive_bar
from articlex.read.html.preparation.depth import limit_depth, only_paragraphs
from articlex.read.html.preparation.office import is_export, tell_parts
from articlex.read.html.preparation.reader_view import is_reader_view, tell_reader_view
from articlex.read.html.quotations import without_indents
from articlex.read.html.tags import HEADING_LEVEL
from articlex.read.html.tree import Element
from articlex.read.html.walk import Walker
from articlex.read.html.whole import Whole
from articlex.read.limits import check_tags
from articlex.regex import regex


def read_html(
    source: str,
    *,
    url: str | None = None,
    encoding: str = "",
    warnings: tuple[str, ...] = (),
    utf8: bytes | None = None,
) -> Page:
    """The page in ``source``, which is HTML, however broken; ``utf8`` is the same in UTF-8, if at hand.

    Any string gives a page; one without text gives a page without blocks. Raises TooLargeError for one
    of more tags or blocks than a page may have.
    """
    data = source.encode("utf-8", "replace") if utf8 is None else utf8
    check_tags(data)
    address = (url or "").partition("#")[0]
    root, deep = _parse(data)
    walker = Walker(Markup(source=source))
    if root is not None:
        try:
            walker = _walked(source, root, data, address)
        except ValueError:
            # The parser takes control characters, and lxml does not where part of a text is written back.
            # Such pages are begun anew: to look for the characters in all pages would take 0.01 of the time.
            clean = _without_controls(data)
            if clean == data:
                raise
            walker = _walked(source, cast("Element", _parse(clean)[0]), clean, address)
        walker.looks.has_lines = lambda: False
        if walker.has_blockquotes:
            walker.blocks = without_indents(walker.blocks)
        join_streams(walker.markup)
        _read_embedded(walker)
    markup = walker.markup
    markup.articles = [_article(walker, node, outer) for node, outer in walker.articles]
    if deep:
        warnings = (*warnings, "elements are nested deeper than the parser reads; the deepest were unwrapped")
    markup.states.sort(key=len, reverse=True)
    return Page(
        Form.HTML, tuple(walker.blocks), tuple(walker.nodes), markup, url, encoding, warnings=warnings
    )


def _walked(source: str, root: Element, data: bytes, address: str) -> Walker:
    """The walker that has walked over a page: its ``source``, ``data`` in UTF-8, and ``root``, the tree."""
    walker = Walker(Markup(source=source))
    walker.looks.has_lines = cache(partial(_may_be_print, data))
    try:
        _walk(walker, root, data, address)
    except LinesOfPrintError:
        # Such a page is begun anew; to search all pages for such lines took 0.02 of the time.
        walker = Walker(Markup(source=source))
        _walk(walker, _with_joined_lines(data), data, address)
    return walker


#: Characters that XML does not have: control characters, U+FFFE and U+FFFF; and references to them.
_CONTROLS = regex(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]"
    rb"|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|6553[45])(?!\d)"
    rb"|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]|[fF]{3}[eEfF])(?![0-9a-fA-F]));?"
)


def _without_controls(data: bytes) -> bytes:
    """``data`` with a blank for each character that lxml refuses to write into a tree."""
    return _CONTROLS.sub(b" ", data)


def _walk(walker: Walker, root: Element, data: bytes, address: str) -> None:
    """Walk over the tree of a page, whose source is ``data``."""
    # To ask the tree whether there is any template takes a fifth of what a search of the source takes.
    if next(root.iter("template"), None) is not None and b"shadowroot" in data:
        from articlex.read.html.preparation.shadow import lay_out_shadow_trees

        lay_out_shadow_trees(root)
    if next(root.iter("pre"), None) is not None and b"<pre" in data:
        from articlex.read.html.code.heads import take_code_heads

        take_code_heads(root)
    if may_have_bar(data):
        take_archive_bar(root)
    if is_reader_view(data):
        tell_reader_view(root)
    if is_export(data):
        tell_parts(root)
    elif may_be_set_in_type(root):
        tell_headline(root)
    walker.whole = Whole(
        address=address,
        typeset=cache(partial(is_typeset, data)),
        has_boxes=cache(partial(has_boxes, root, data)),
        links=cache(partial(names_and_targets, root)),
    )
    walker.walk(root)


def _with_joined_lines(data: bytes) -> Element:
    """The tree of a page, which has one, whose lines of print are joined to paragraphs."""
    from articlex.read.html.preparation.printed_lines import join_printed_lines

    root = cast("Element", _parse(data)[0])
    join_printed_lines(root)
    return root


def _may_be_print(data: bytes) -> bool:
    """Whether a page may be one of pdftohtml's or of pdf2htmlEX's."""
    return (b"position:absolute;top:" in data and b'class="ft' in data) or b'class="t m0' in data


def _article(walker: Walker, node: int, outer: int) -> StatedArticle:
    first, last = (walker.nodes[node].first, walker.nodes[node].last) if node >= 0 else (0, 0)
    return StatedArticle(first, last, outer)


def _read_embedded(walker: Walker) -> None:
    """Read what the page holds as data and does not show, as blocks after all others."""
    fragments = embedded_text(walker.markup, walker.blocks)
    if not fragments:
        return
    source = "".join(f"<div>{as_html(text)}</div>" for text in fragments)
    root, _ = _parse(_without_controls(source.encode("utf-8", "replace")))
    if root is not None:
        walker.whole = walker.whole._replace(has_boxes=lambda: True)
        walker.walk(root, Hidden.DATA)


def _parse(data: bytes) -> tuple[Element | None, bool]:
    """The tree (None: no element at all), and whether deep nesting had to be unwrapped."""
    root, too_deep = _parse_bytes(data)
    if too_deep:
        root, still = _parse_bytes(limit_depth(data))
        if still:
            root, _ = _parse_bytes(only_paragraphs(data))
    return root, too_deep


#: The end of the document, and that or the end of its body. (With IGNORECASE every byte would be tried, not
#: every "</".)
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
    if end >= 0 and data.rfind(b"</html>", 0, end) < 0 and not data[end + len(b"</html>") :].strip():
        return data
    first = _HTML_END.search(data)
    if first is None or not data[first.end() :].strip():
        return data
    return _ANY_END.sub(lambda tag: b" " * len(tag[0]), data)


#: A heading that is one paragraph. Bounded: where nothing closes the heading, no page is sought through.
_PARAGRAPH_HEADING = regex(
    rb"(<h([1-6])(?:\s[^<>]*)?>\s*)<p(?=[\s>])([^<>]*>(?:(?!</?(?:p|h[1-6]|div)\b).){0,400}?)(?:</p>)?(?=\s*</h\2>)",
    re.DOTALL | re.IGNORECASE,
)


def _with_whole_headings(data: bytes) -> bytes:
    """``data`` with a block that libxml2 leaves in the heading where the page has a paragraph.

    The HTML standard has a paragraph inside a heading stay there; libxml2 ends the heading before it. Of
    2,650 pages of the corpora 18 have such headings.
    """
    return _PARAGRAPH_HEADING.sub(rb"\1<div\3</div>", data)


#: A heading that the end tag of another level ends.
_OTHER_END = regex(
    rb"(<h([1-6])(?=[\s>])(?:(?!</?h[1-6][\s>]).)*+</h)(?!\2)[1-6](?=[\s>])", re.DOTALL | re.IGNORECASE
)


def _with_own_ends(data: bytes) -> bytes:
    """``data`` with headings that end as they began.

    In the HTML standard the end tag of any level ends a heading; in libxml2 "<h2>...</h3>" goes on, and takes
    what follows for its own up to the next block.
    """
    return _OTHER_END.sub(rb"\1\2", data)


#: A tag of a script or style sheet, and what it closes itself with.
_CODE_TAG = regex(rb"<(/?)(script|style)(?=[\s>/])[^<>]*>", re.IGNORECASE)
_CODE = ("script", "style")


def _with_whole_code(data: bytes) -> bytes:
    """``data`` with scripts and style sheets that go on behind a tag that closes itself, up to their end tag.

    In the HTML standard no such tag closes itself; libxml2 ends them there, and has the code for text.
    """
    tags = pairwise(_CODE_TAG.finditer(data))
    slashes = [
        begin.end() - 2
        for begin, end in tags
        if end[1] and not begin[1] and begin[0].endswith(b"/>") and begin[2].lower() == end[2].lower()
    ]
    parts = [data[start + 1 : end] for start, end in zip((-1, *slashes), (*slashes, len(data)), strict=True)]
    return b" ".join(parts)


def _is_code_ended(element: Element) -> bool:
    """Whether a script or style sheet holds nothing, and text is right behind it."""
    # What is behind is asked first: most of a page may be in scripts, and all of one would be made a string.
    tail = element.tail
    return bool(tail) and not str(tail).isspace() and not element.text


#: A set of frames, and what is shown without them, which libxml2 has for one text.
_FRAMESET_TAG = regex(rb"</?frameset(?=[\s>])[^<>]*>", re.IGNORECASE)
_NOFRAMES_TAG = regex(rb"(</?)noframes(?=[\s>])", re.IGNORECASE)


def _with_text_for_frames(data: bytes) -> bytes:
    """``data`` with what a set of frames shows where there are none as what is shown without scripts.

    It is all text of such a page: what is in the frames are other pages.
    """
    return _NOFRAMES_TAG.sub(rb"\1noscript", _FRAMESET_TAG.sub(b"", data))


#: Where a page names the program that wrote it.
_HEAD = 2_000


def _with_open_items(data: bytes) -> bytes:
    """``data`` with items that go on behind a tag that closes itself, as LibreOffice has before each.

    In the HTML standard no start tag of an item closes it; libxml2 leaves the item empty.
    """
    return data.replace(b"<li/>", b"<li>") if b"Office" in data[:_HEAD] else data


#: How libxml2 complains of the end tag of a heading that is not open.
_MISMATCH, _UNEXPECTED = (etree.ErrorTypes.ERR_TAG_NAME_MISMATCH,), "Unexpected end tag : h"


def _parse_bytes(data: bytes) -> tuple[Element | None, bool]:
    """The tree of ``data``, mended where libxml2 and the standard part; and whether it is nested too deep."""
    data = _with_open_items(_without_early_ends(data))
    parsed = _Parsed(data, *_tree_of(data))
    # To look for such headings in the source of each page takes a twelfth of what the parser takes.
    if parsed.root is not None and any(map(_is_empty, parsed.root.iter(*HEADING_LEVEL))):
        parsed = _again(parsed, _with_whole_headings)
    if parsed.root is not None and any(map(_is_code_ended, parsed.root.iter(*_CODE))):
        parsed = _again(parsed, _with_whole_code)
    if parsed.root is not None and next(parsed.root.iterchildren("frameset"), None) is not None:
        parsed = _again(parsed, _with_text_for_frames)
    if any(found.message.startswith(_UNEXPECTED) for found in parsed.log.filter_types(_MISMATCH)):
        parsed = _again(parsed, _with_own_ends)
    last = parsed.log.last_error
    if last is not None and last.type_name == "ERR_NO_MEMORY":
        # What libxml2 gives then is part of a page, or none, and looks like a page that is short or empty.
        raise MemoryError
    return parsed.root, last is not None and last.type_name == "ERR_RESOURCE_LIMIT"


def _is_empty(heading: Element) -> bool:
    """Whether nothing is in a heading, as libxml2 leaves one before the paragraph that was in it."""
    return not len(heading) and (not heading.text or heading.text.isspace())


class _Parsed(NamedTuple):
    """The source of a page, what libxml2 makes of it, and of what it complains."""

    data: bytes
    root: Element | None
    log: etree._ListErrorLog


def _again(parsed: _Parsed, mend: Callable[[bytes], bytes]) -> _Parsed:
    """What libxml2 makes of the source as ``mend`` gives it; of the same source it has made it already."""
    data = mend(parsed.data)
    return parsed if data == parsed.data else _Parsed(data, *_tree_of(data))


def _tree_of(data: bytes) -> tuple[Element | None, etree._ListErrorLog]:
    """What libxml2 makes of ``data``, and of what it complains."""
    parser = etree.HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        recover=True,
        collect_ids=False,  # nobody asks for an element by its id: 0.94 of the time
    )
    root = None
    # Suppressed: a document of white space or comments alone.
    with suppress(etree.XMLSyntaxError):
        root = etree.fromstring(data, parser)
    return root, parser.error_log
