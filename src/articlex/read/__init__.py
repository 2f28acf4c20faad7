"""Reading: bytes in, :class:`~articlex.page.Page` out.

``decoding/`` turns the bytes into text, ``sniff`` decides between HTML and raw page text, ``html/`` or
``text/`` turns the text into blocks. Before that, ``documents`` turns feeds and JSON into HTML,
``light_markup/`` turns other light markup into Markdown, and ``markdown`` turns Markdown into HTML.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

from articlex.errors import BinaryInputError
from articlex.options import MAX_BYTES, FormName
from articlex.page import Form, Page
from articlex.read.accessibility_tree import tree_html
from articlex.read.decoding.binary import HEAD, binary_format
from articlex.read.decoding.charset import exact_codec
from articlex.read.decoding.compression import check_size
from articlex.read.decoding.encoding import Decoded, clean, decode, refuse_format
from articlex.read.decoding.left_entities import without_references
from articlex.read.decoding.left_escapes import without_escapes
from articlex.read.decoding.mojibake_signs import may_be_mojibake
from articlex.read.decoding.quoted_printable import without_quoted_printable
from articlex.read.decoding.wrapped import Wrapped
from articlex.read.documents import document_html
from articlex.read.html.preparation.saved_from import saved_from
from articlex.read.markdown import is_markdown, markdown_html
from articlex.read.shown_source import shown_source
from articlex.read.sniff import sniff_form
from articlex.read.unwrap import unwrap
from articlex.regex import regex

#: The first bytes of zlib data at its usual levels of compression.
_ZLIB = (b"x\x01", b"x\x9c", b"x\xda")
#: A path or an address, as given by one who thinks that it is opened, and the most characters that one has.
_LOCATOR = regex(r"(?:https?|file)://\S+|[^\n<>]+\.(?:x?html?|txt|md)", re.IGNORECASE)
_LONGEST_LOCATOR = 1000
#: What a program may have left in a text: a sign without which it is not there, what undoes it, its name.
_REPAIRS = (
    ("=", without_quoted_printable, "quoted-printable"),
    ("\\n", without_escapes, "escapes"),
    ("&", without_references, "character references"),
)


def read_page(
    source: bytes | str,
    *,
    url: str | None = None,
    form: FormName = "auto",
    encoding: str | None = None,
    charset: str | None = None,
    max_bytes: int = MAX_BYTES,
) -> Page:
    """The page in ``source``, before any stage; see :func:`articlex.extract` for arguments and errors."""
    if not isinstance(source, bytes | str):
        raise TypeError(f"source must be bytes or str, not {type(source).__name__}")
    _check(form, url=url, encoding=encoding, charset=charset)
    # A field of JSON Lines often ends in a line feed.
    wrapped = Wrapped(b"", form, (url or "").strip() or None, charset, encoding)
    if isinstance(source, bytes):
        wrapped = unwrap(wrapped._replace(data=source), max_bytes)
        page = _decoded(wrapped, max_bytes)
    else:
        page = _cleaned(source, max_bytes)
    form = wrapped.form
    if form != "text" and (shown := shown_source(page.text)):
        page = _with_text(page, shown)
    # As a Markdown document, it is a text that says which of its lines are headings.
    elif tree := tree_html(page.text):
        page, form = _with_text(page, tree), "html"
    if wrapped.url and "://" not in wrapped.url:
        warning = f"the address {wrapped.url!r} has no scheme: links stay relative"
        page = page._replace(warnings=(*page.warnings, warning))
    if len(page.text) <= _LONGEST_LOCATOR and _LOCATOR.fullmatch(page.text.strip()):
        warning = (
            f"the page is {page.text.strip()!r} alone: a path or an address is not read, but the page itself"
        )
        page = page._replace(warnings=(*page.warnings, warning))
    read = _read(page, form, wrapped.url)
    read.markup.metas.extend((f"mail {name}", value) for name, value in wrapped.head)
    return read


def _read(page: Decoded, form: FormName, url: str | None) -> Page:
    """The page in a text: a Markdown document, a feed or a record as the HTML that is made of it."""
    text = page.text
    found = sniff_form(text) if form == "auto" else Form(form)
    made = _made_of_markup(text) if found is Form.TEXT else None
    # A short Markdown document may have most of its characters in tags.
    if made is not None or (form != "html" and is_markdown(text)):
        page = _without_mojibake(page if made is None else _with_text(page, made))
        return replace(_read_html(_with_text(page, markdown_html(page.text)), url), markdown=True)
    if form == "auto" and (document := document_html(text)):
        page = _without_mojibake(_with_text(page, document.html))
        return replace(_read_html(page, url or saved_from(page.text)), markdown=document.is_whole)
    if found is Form.HTML:
        page = _without_mojibake(page)
        return _read_html(page, url or saved_from(page.text))
    # Imported here, because half of the reading code is for the other form.
    from articlex.read.text.reader import read_text

    page = _without_mojibake(page)
    for sign, repair, left_in in _REPAIRS:
        if sign in page.text:
            page = _undone(page, repair(page.text), f"{left_in} had been left in: undone")
    return read_text(page.text, url=url, encoding=page.encoding, warnings=page.warnings)


def _read_html(page: Decoded, url: str | None) -> Page:
    from articlex.read.html.reader import read_html

    return read_html(page.text, url=url, encoding=page.encoding, warnings=page.warnings, utf8=page.utf8)


def _with_text(page: Decoded, text: str, *warnings: str) -> Decoded:
    text, utf8 = clean(text)
    return page._replace(text=text, utf8=utf8, warnings=(*page.warnings, *warnings))


def _decoded(page: Wrapped, max_bytes: int) -> Decoded:
    """The text of ``page``, which may be compressed in a format without a signature."""
    data = page.data
    try:
        if not data.startswith(_ZLIB):
            return decode(data, page.encoding, page.charset)
    except BinaryInputError:
        if binary_format(data):
            raise
    from articlex.read.decoding.unsigned import unpacked

    found = unpacked(data, max_bytes)
    return decode(data if found is None else found, page.encoding, page.charset)


def _cleaned(source: str, max_bytes: int) -> Decoded:
    """The text of a page that the caller has decoded. Raises TooLargeError and BinaryInputError."""
    check_size(len(source), max_bytes)
    refuse_format(source[:HEAD].encode("utf-8", "replace"))
    text, utf8 = clean(source)
    check_size(len(utf8), max_bytes)
    return Decoded(text, "", utf8=utf8)


def _check(form: FormName, **texts: str | None) -> None:
    """Raise TypeError if one of ``texts`` is no str, ValueError for an unknown ``form``, LookupError for an
    unknown ``encoding``, which does not matter to a page that is text already."""
    for name, value in texts.items():
        if not isinstance(value, str | None):
            raise TypeError(f"{name} must be str, not {type(value).__name__}")
    if (encoding := texts["encoding"]) is not None:
        exact_codec(encoding)
    if form not in get_args(FormName):
        raise ValueError(f"form is {', '.join(get_args(FormName))}, not {form!r}")


def _made_of_markup(text: str) -> str | None:
    """``text`` as Markdown if it is a document in another light markup, else None."""
    from articlex.read.light_markup import as_markdown

    return as_markdown(text)


def _undone(page: Decoded, meant: str | None, warning: str) -> Decoded:
    """The page with the text that was ``meant``, and a warning; as it is if that is None."""
    return page if meant is None else _with_text(page, meant, warning)


def _without_mojibake(page: Decoded) -> Decoded:
    """The page repaired if another program had decoded it with the wrong charset."""
    if page.text.isascii() or not may_be_mojibake(page.utf8):
        return page
    from articlex.read.decoding.mojibake import restore

    if (found := restore(page.text)) is None:
        return page
    meant, codec = found
    return _undone(page, meant, f"{codec} had been decoded by another table: undone")
