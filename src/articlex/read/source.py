"""From what a caller gives to a page without marks: unpacked, decoded, repaired, and read in its form."""

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
        decoded = _decoded(wrapped, max_bytes)
    else:
        decoded = _cleaned(source, max_bytes)
    form = wrapped.form
    if form != "text" and (shown := shown_source(decoded.text)):
        decoded = _with_text(decoded, shown)
    # As a Markdown document, it is a text that says which of its lines are headings.
    elif tree := tree_html(decoded.text):
        decoded, form = _with_text(decoded, tree), "html"
    if wrapped.url and "://" not in wrapped.url:
        warning = f"the address {wrapped.url!r} has no scheme: links stay relative"
        decoded = decoded._replace(warnings=(*decoded.warnings, warning))
    if len(decoded.text) <= _LONGEST_LOCATOR and _LOCATOR.fullmatch(decoded.text.strip()):
        alone = decoded.text.strip()
        warning = f"the page is {alone!r} alone: a path or an address is not read, but the page itself"
        decoded = decoded._replace(warnings=(*decoded.warnings, warning))
    page = _read(decoded, form, wrapped.url)
    page.markup.metas.extend((f"mail {name}", value) for name, value in wrapped.head)
    return page


def _read(decoded: Decoded, form: FormName, url: str | None) -> Page:
    """The page in a text: a Markdown document, a feed or a record as the HTML that is made of it."""
    text = decoded.text
    found = sniff_form(text) if form == "auto" else Form(form)
    made = _made_of_markup(text) if found is Form.TEXT else None
    # A short Markdown document may have most of its characters in tags.
    if made is not None or (form != "html" and is_markdown(text)):
        decoded = _without_mojibake(decoded if made is None else _with_text(decoded, made))
        return replace(_read_html(_with_text(decoded, markdown_html(decoded.text)), url), markdown=True)
    if form == "auto" and (document := document_html(text)):
        decoded = _without_mojibake(_with_text(decoded, document.html))
        page = _read_html(decoded, url or saved_from(decoded.text))
        return replace(page, markdown=document.is_whole, collection=document.several)
    if found is Form.HTML:
        decoded = _without_mojibake(decoded)
        return _read_html(decoded, url or saved_from(decoded.text))
    # Imported here, because half of the reading code is for the other form.
    from articlex.read.text.reader import read_text

    decoded = _without_mojibake(decoded)
    for sign, repair, left_in in _REPAIRS:
        if sign in decoded.text:
            decoded = _undone(decoded, repair(decoded.text), f"{left_in} had been left in: undone")
    return read_text(decoded.text, url=url, encoding=decoded.encoding, warnings=decoded.warnings)


def _read_html(decoded: Decoded, url: str | None) -> Page:
    from articlex.read.html.reader import read_html

    return read_html(
        decoded.text, url=url, encoding=decoded.encoding, warnings=decoded.warnings, utf8=decoded.utf8
    )


def _with_text(decoded: Decoded, text: str, *warnings: str) -> Decoded:
    text, utf8 = clean(text)
    return decoded._replace(text=text, utf8=utf8, warnings=(*decoded.warnings, *warnings))


def _decoded(wrapped: Wrapped, max_bytes: int) -> Decoded:
    """The text of ``wrapped``, which may be compressed in a format without a signature."""
    data = wrapped.data
    try:
        if not data.startswith(_ZLIB):
            return decode(data, wrapped.encoding, wrapped.charset)
    except BinaryInputError:
        if binary_format(data):
            raise
    from articlex.read.decoding.unsigned import unpacked

    found = unpacked(data, max_bytes)
    return decode(data if found is None else found, wrapped.encoding, wrapped.charset)


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


def _undone(decoded: Decoded, meant: str | None, warning: str) -> Decoded:
    """``decoded`` with the text that was ``meant``, and a warning; as it is if that is None."""
    return decoded if meant is None else _with_text(decoded, meant, warning)


def _without_mojibake(decoded: Decoded) -> Decoded:
    """``decoded`` repaired if another program had decoded it with the wrong charset."""
    if decoded.text.isascii() or not may_be_mojibake(decoded.utf8):
        return decoded
    from articlex.read.decoding.mojibake import restore

    if (found := restore(decoded.text)) is None:
        return decoded
    meant, codec = found
    return _undone(decoded, meant, f"{codec} had been decoded by another table: undone")
