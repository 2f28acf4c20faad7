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
        text, encoding, warnings, utf8 = _decoded(wrapped, max_bytes)
    else:
        text, encoding, warnings, utf8 = _cleaned(source, max_bytes)
    form, url = wrapped.form, wrapped.url
    if form != "text" and (shown := _shown(text)):
        text, utf8 = clean(shown)
    if url and "://" not in url:
        warnings = (*warnings, f"the address {url!r} has no scheme: links stay relative")
    found = sniff_form(text) if form == "auto" else Form(form)
    made = _made_of_markup(text) if found is Form.TEXT else None
    text = made or text
    # A short Markdown document may have most of its characters in tags.
    markdown = form != "html" and (made is not None or is_markdown(text))
    document = document_html(text) if form == "auto" and not markdown else None
    if document:
        text, utf8 = document.html, document.html.encode("utf-8", "replace")
    is_flat = found is Form.TEXT and not markdown and not document
    for as_meant in (_unquoted, _unbroken, _restored, _unescaped) if is_flat else (_restored,):
        if meant := as_meant(text, utf8):
            text, utf8, warnings = meant.text, meant.text.encode(), (*warnings, *meant.warnings)
    # Imported here, because half of the reading code is for the other form.
    if is_flat:
        from articlex.read.text.reader import read_text

        return read_text(text, url=url, encoding=encoding, warnings=warnings)
    from articlex.read.html.preparation.saved_from import saved_from
    from articlex.read.html.reader import read_html

    if markdown:
        page = read_html(markdown_html(text), url=url, encoding=encoding, warnings=warnings)
        return replace(page, markdown=True)
    page = read_html(text, url=url or saved_from(text), encoding=encoding, warnings=warnings, utf8=utf8)
    page.markup.metas.extend((f"mail {name}", value) for name, value in wrapped.head)
    return replace(page, markdown=True) if document and document.is_whole else page


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


def _unquoted(text: str, utf8: bytes) -> Decoded | None:
    """``text`` decoded if it is still quoted-printable, else None."""
    if "=" not in text:
        return None
    from articlex.read.decoding.quoted_printable import decoded

    return _undone(decoded(text), "quoted-printable")


def _unescaped(text: str, utf8: bytes) -> Decoded | None:
    """``text`` with its character references resolved if they were left in it, else None."""
    if text.count("&") < _LEAST_REFERENCES:
        return None
    from articlex.read.decoding.left_entities import without_references

    return _undone(without_references(text), "character references")


def _unbroken(text: str, utf8: bytes) -> Decoded | None:
    """``text`` with its escapes resolved if those of a string were left in it, else None."""
    if "\\n" not in text:
        return None
    from articlex.read.decoding.left_escapes import without_escapes

    return _undone(without_escapes(text), "escapes")


def _undone(meant: str | None, what: str) -> Decoded | None:
    """The repaired text with a warning that ``what`` had been left in; None for None."""
    return None if meant is None else Decoded(clean(meant)[0], "", (f"{what} had been left in: undone",))


def _are_beside(utf8: bytes, letters: int) -> bool:
    """Whether at least a third of the accented ``letters`` precede another character beyond ASCII."""
    beside = len(_BESIDE.findall(utf8))
    return beside > 0 and beside >= _LEAST_BESIDE * letters


def _have_pairs(utf8: bytes, cyrillic: int) -> bool:
    """Whether at least a third of the Cyrillic letters begin one of the pairs, as in no language."""
    return cyrillic > 0 and sum(map(utf8.count, _PAIRS)) >= _LEAST_BESIDE * cyrillic


def _restored(text: str, utf8: bytes) -> Decoded | None:
    """``text`` repaired if another program had decoded it with the wrong charset, else None."""
    if text.isascii():
        return None
    if not any(lead in utf8 for lead in _LEADS):  # ten times faster than the step below
        return None
    # Without ASCII a page is a hundredth as long; it has more neighbours then, so both are tested.
    high = bytes_beyond_ascii(utf8)
    letters, cyrillic = high.count(b"\xc3"), high.count(b"\xd0") + high.count(b"\xd1")
    are_beside = _are_beside(high, letters) and _are_beside(utf8, letters)
    if not are_beside and not (_have_pairs(high, cyrillic) and _have_pairs(utf8, cyrillic)):
        return None
    from articlex.read.decoding.mojibake import restore

    if (found := restore(text)) is None:
        return None
    meant, codec = found
    return Decoded(meant, codec, (f"{codec} had been decoded by another table: undone",))
