"""Reading: bytes in, :class:`~articlex.page.Page` out.

``decoding/`` turns the bytes into text, ``sniff`` decides between HTML and raw page text, ``html/`` or
``text/`` turns the text into blocks. Before that, ``documents`` turns feeds and JSON into HTML,
``light_markup/`` turns other light markup into Markdown, and ``markdown`` turns Markdown into HTML.
"""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from articlex.errors import BinaryInputError
from articlex.options import MAX_BYTES, FormName
from articlex.page import Form, Page
from articlex.read.decoding.beyond_ascii import bytes_beyond_ascii
from articlex.read.decoding.binary import HEAD, binary_format
from articlex.read.decoding.compression import check_size
from articlex.read.decoding.encoding import Decoded, clean, decode, refuse_format
from articlex.read.decoding.unwrap import Wrapped, unwrap
from articlex.read.documents import document_html
from articlex.read.html.preparation.saved_from import saved_from
from articlex.read.markdown import is_markdown, markdown_html
from articlex.read.sniff import sniff_form
from articlex.regex import regex

#: The first bytes of zlib data at its usual levels of compression.
_ZLIB = (b"x\x01", b"x\x9c", b"x\xda")
#: As in :mod:`.decoding.left_entities`, which few pages need to import.
_LEAST_REFERENCES = 3
#: In UTF-8, a letter from "À" to "ÿ" followed by another character beyond ASCII: in mojibake most of these
#: letters are, in living languages few.
_BESIDE = regex(rb"\xc3[\x80-\xbf](?=[\xc2-\xf4])")
_LEAST_BESIDE = 1 / 3
#: How documents in light markup begin, below comments: with a keyword, a title behind a sign, a directive, a
#: field, or a title above a row of signs; on a wiki with a template, a link or a term in bold; a manual page
#: with its name, "LS(1)"; a notebook with one of its fields. (White space is matched possessively: thousands
#: of leading blanks would take quadratic time.)
_MAY_BE_MARKUP = regex(
    r"\s*+(?:(?://|# )[^\n]*\n){0,9}\s*+"
    r"(?:#\+|= \S|\{[{|]|\[\[|<!--|__|[^\n]{0,300}'''|\.\. |:\w|\|\w|[^\s(][^\n(]{0,400}\([0-9n]\w{0,11}\)"
    r"|\{\s*\"(?:cells|metadata|nbformat|nbformat_minor|worksheets)\""
    r"|([^\w\s<>(])\1{2,}\s|[^\n]{1,200}\n([^\w\s<>(])\2{2,}\s)"
)
#: Signs that a text shows the source of a page, and the characters in which they stand: it begins with a
#: quoted string or a reference; or it is a browser's page for this; or has escaped quotation marks in tags.
_BEGIN, _QUOTES = 2000, ('"', "'", "&", 'b"', "b'")
_SHOWN = ('="line-number"', 'id="viewsource"', "<title>view-source:", '=\\"', "=\\'")
#: The first byte in UTF-8 of an accented letter and of Cyrillic ones. Most pages have none of them.
_LEADS = (b"\xc3", b"\xd0", b"\xd1")
#: How Cyrillic letters, and dashes and quotation marks, begin if their UTF-8 was read as windows-1251.
_PAIRS = ("Р".encode(), "С".encode(), "вЂ".encode())


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
    if wrapped.form != "text" and (shown := _shown(page.text)):
        text, utf8 = clean(shown)
        page = page._replace(text=text, utf8=utf8)
    if wrapped.url and "://" not in wrapped.url:
        warning = f"the address {wrapped.url!r} has no scheme: links stay relative"
        page = page._replace(warnings=(*page.warnings, warning))
    read = _read(page, wrapped.form, wrapped.url)
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

    for repair in (_without_quoted_printable, _without_escapes, _without_mojibake, _without_references):
        page = repair(page)
    return read_text(page.text, url=url, encoding=page.encoding, warnings=page.warnings)


def _read_html(page: Decoded, url: str | None) -> Page:
    from articlex.read.html.reader import read_html

    return read_html(page.text, url=url, encoding=page.encoding, warnings=page.warnings, utf8=page.utf8)


def _with_text(page: Decoded, text: str) -> Decoded:
    return page._replace(text=text, utf8=text.encode("utf-8", "replace"))


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
    """Raise TypeError if one of ``texts`` is no str, ValueError for an unknown ``form``."""
    for name, value in texts.items():
        if not isinstance(value, str | None):
            raise TypeError(f"{name} must be str, not {type(value).__name__}")
    if form not in get_args(FormName):
        raise ValueError(f"form is {', '.join(get_args(FormName))}, not {form!r}")


def _shown(text: str) -> str | None:
    """The HTML whose source ``text`` shows, or None."""
    begin = text[:_BEGIN].lstrip()
    if not begin.startswith(_QUOTES) and not any(sign in begin for sign in _SHOWN):
        return None
    from articlex.read.shown_source import shown_source

    return shown_source(text)


def _made_of_markup(text: str) -> str | None:
    """``text`` as Markdown if it is a document in another light markup, else None."""
    if not _MAY_BE_MARKUP.match(text):
        return None
    from articlex.read.light_markup import as_markdown

    return as_markdown(text)


def _without_quoted_printable(page: Decoded) -> Decoded:
    """The page decoded if it is still quoted-printable."""
    if "=" not in page.text:
        return page
    from articlex.read.decoding.quoted_printable import decoded

    return _undone(page, decoded(page.text), "quoted-printable had been left in: undone")


def _without_references(page: Decoded) -> Decoded:
    """The page with its character references resolved if they were left in it."""
    if page.text.count("&") < _LEAST_REFERENCES:
        return page
    from articlex.read.decoding.left_entities import without_references

    return _undone(page, without_references(page.text), "character references had been left in: undone")


def _without_escapes(page: Decoded) -> Decoded:
    """The page with its escapes resolved if those of a string were left in it."""
    if "\\n" not in page.text:
        return page
    from articlex.read.decoding.left_escapes import without_escapes

    return _undone(page, without_escapes(page.text), "escapes had been left in: undone")


def _undone(page: Decoded, meant: str | None, warning: str) -> Decoded:
    """The page with the text that was ``meant``, and a warning; as it is if that is None."""
    if meant is None:
        return page
    text, utf8 = clean(meant)
    return page._replace(text=text, utf8=utf8, warnings=(*page.warnings, warning))


def _are_beside(utf8: bytes, letters: int) -> bool:
    """Whether at least a third of the accented ``letters`` precede another character beyond ASCII."""
    beside = len(_BESIDE.findall(utf8))
    return beside > 0 and beside >= _LEAST_BESIDE * letters


def _have_pairs(utf8: bytes, cyrillic: int) -> bool:
    """Whether at least a third of the Cyrillic letters begin one of the pairs, as in no language."""
    return cyrillic > 0 and sum(map(utf8.count, _PAIRS)) >= _LEAST_BESIDE * cyrillic


def _without_mojibake(page: Decoded) -> Decoded:
    """The page repaired if another program had decoded it with the wrong charset."""
    text, utf8 = page.text, page.utf8
    if text.isascii():
        return page
    if not any(lead in utf8 for lead in _LEADS):  # ten times faster than the step below
        return page
    # Without ASCII a page is a hundredth as long; it has more neighbours then, so both are tested.
    high = bytes_beyond_ascii(utf8)
    letters, cyrillic = high.count(b"\xc3"), high.count(b"\xd0") + high.count(b"\xd1")
    are_beside = _are_beside(high, letters) and _are_beside(utf8, letters)
    if not are_beside and not (_have_pairs(high, cyrillic) and _have_pairs(utf8, cyrillic)):
        return page
    from articlex.read.decoding.mojibake import restore

    if (found := restore(text)) is None:
        return page
    meant, codec = found
    return _undone(page, meant, f"{codec} had been decoded by another table: undone")
