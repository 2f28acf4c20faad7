"""Reading: bytes in, :class:`~articlex.page.Page` out.

``decoding/`` makes text of the bytes, ``sniff`` tells HTML from raw page text, ``html/`` or ``text/`` makes
blocks of it; ``light_markup/`` makes Markdown of documents, and ``markdown`` HTML of that.
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
from articlex.read.decoding.unwrap import Head, Wrapped, unwrap
from articlex.read.documents import document_html
from articlex.read.markdown import is_markdown, markdown_html
from articlex.read.sniff import sniff_form
from articlex.regex import regex

#: How what zlib packs begins, at its usual levels.
_ZLIB = (b"x\x01", b"x\x9c", b"x\xda")
#: References from which on they are no chance, as in the module that undoes them, which few pages need.
_LEAST_REFERENCES = 3
#: A letter with an accent before another character beyond ASCII, in UTF-8: the wrong tables make most letters
#: from "À" to "ÿ" stand so, and living languages few of them.
_BESIDE = regex(rb"\xc3[\x80-\xbf](?=[\xc2-\xf4])")
_LEAST_BESIDE = 1 / 3
#: How documents in a light markup begin, below comments: with a keyword, a title behind a sign, a directive,
#: a field, a title above a row of signs, on a wiki a template, a link or a term in bold, as a page of the
#: manual with its name, "LS(1)", or as a notebook with a field of it. (No white space is given back: of a
#: text that begins with thousands of blanks each would be tried with each.)
_MAY_BE_MARKUP = regex(
    r"\s*+(?:(?://|# )[^\n]*\n){0,9}\s*+"
    r"(?:#\+|= \S|\{[{|]|\[\[|<!--|__|[^\n]{0,300}'''|\.\. |:\w|\|\w|[^\s(][^\n(]{0,400}\([0-9n]\w{0,11}\)"
    r"|\{\s*\"(?:cells|metadata|nbformat|nbformat_minor|worksheets)\""
    r"|([^\w\s<>(])\1{2,}\s|[^\n]{1,200}\n([^\w\s<>(])\2{2,}\s)"
)
#: Characters in which a text says that it shows the source of a page, and signs of that: a string or
#: references from the first character on, the pages of browsers for it, and escaped quotation marks in tags.
_BEGIN, _QUOTES = 2000, ('"', "'", "&", 'b"', "b'")
_SHOWN = ('="line-number"', 'id="viewsource"', "<title>view-source:", '=\\"', "=\\'")
#: What a letter with an accent and a Cyrillic one begin with in UTF-8. Most pages have neither.
_LEADS = (b"\xc3", b"\xd0", b"\xd1")
#: The capitals, and the beginning of a dash or quotation mark, that windows-1251 makes of UTF-8, in UTF-8.
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
    """The page in ``source``; see :func:`articlex.extract` for arguments and errors."""
    if not isinstance(source, bytes | str):
        raise TypeError(f"source must be bytes or str, not {type(source).__name__}")
    _check(form, url=url, encoding=encoding, charset=charset)
    # A field of JSON Lines often ends in a line feed.
    url = (url or "").strip() or None
    warnings: tuple[str, ...] = ()
    head: Head = ()
    if isinstance(source, bytes):
        wrapped = Wrapped(source, form, url, charset, encoding)
        data, form, url, charset, encoding, head = unwrap(wrapped, max_bytes)
        source, encoding, warnings, utf8 = _decoded(data, encoding, charset, max_bytes)
    else:
        check_size(len(source), max_bytes)
        refuse_format(source[:HEAD].encode("utf-8", "replace"))
        (source, utf8), encoding = clean(source), ""
        check_size(len(utf8), max_bytes)
    if form != "text" and (shown := _shown(source)):
        source, utf8 = clean(shown)
    if url and "://" not in url:
        warnings = (*warnings, f"the address {url!r} has no scheme: links stay relative")
    found = sniff_form(source) if form == "auto" else Form(form)
    made = _made_of_markup(source) if found is Form.TEXT else None
    source = made or source
    # A short document may have more characters in tags than outside, and is Markdown all the same.
    markdown = form != "html" and (made is not None or is_markdown(source))
    document = document_html(source) if form == "auto" and not markdown else None
    is_flat = found is Form.TEXT and not markdown and not document
    for as_meant in (_unquoted, _unbroken, _restored, _unescaped) if is_flat else (_restored,):
        if meant := as_meant(source, utf8):
            source, warnings = meant.text, (*warnings, *meant.warnings)
            utf8 = source.encode()
    # Half of the reading code is for the other form.
    if is_flat:
        from articlex.read.text.reader import read_text

        return read_text(source, url=url, encoding=encoding, warnings=warnings)
    from articlex.read.html.preparation.saved_from import saved_from
    from articlex.read.html.reader import read_html

    if markdown:
        page = read_html(markdown_html(source), url=url, encoding=encoding, warnings=warnings)
        return replace(page, markdown=True)
    if document:
        source, utf8 = document.html, document.html.encode("utf-8", "replace")
    url = url or saved_from(source)
    page = read_html(source, url=url, encoding=encoding, warnings=warnings, utf8=utf8)
    page.markup.metas.extend((f"mail {name}", value) for name, value in head)
    return replace(page, markdown=True) if document and document.is_whole else page


def _decoded(data: bytes, encoding: str | None, charset: str | None, max_bytes: int) -> Decoded:
    """The text of ``data``, which may be packed in a way that no signature tells."""
    try:
        if not data.startswith(_ZLIB):
            return decode(data, encoding, charset)
    except BinaryInputError:
        if binary_format(data):
            raise
    from articlex.read.decoding.unsigned import unpacked

    found = unpacked(data, max_bytes)
    return decode(data if found is None else found, encoding, charset)


def _check(form: FormName, **texts: str | None) -> None:
    """Raise TypeError for one of ``texts`` that is no str, ValueError for a ``form`` that does not exist."""
    for name, value in texts.items():
        if not isinstance(value, str | None):
            raise TypeError(f"{name} must be str, not {type(value).__name__}")
    if form not in get_args(FormName):
        raise ValueError(f"form is {', '.join(get_args(FormName))}, not {form!r}")


def _shown(text: str) -> str | None:
    """The source of a page, where ``text`` is one that shows it."""
    begin = text[:_BEGIN].lstrip()
    if not begin.startswith(_QUOTES) and not any(sign in begin for sign in _SHOWN):
        return None
    from articlex.read.shown_source import shown_source

    return shown_source(text)


def _made_of_markup(text: str) -> str | None:
    """``text`` as Markdown, where it is a document in another light markup."""
    if not _MAY_BE_MARKUP.match(text):
        return None
    from articlex.read.light_markup import as_markdown

    return as_markdown(text)


def _unquoted(text: str, utf8: bytes) -> Decoded | None:
    """``text`` as it was meant, where the quoted-printable of a mail was left in it."""
    if "=" not in text:
        return None
    from articlex.read.decoding.quoted_printable import decoded

    return _undone(decoded(text), "quoted-printable")


def _unescaped(text: str, utf8: bytes) -> Decoded | None:
    """``text`` as it was meant, where character references of HTML were left in it."""
    if text.count("&") < _LEAST_REFERENCES:
        return None
    from articlex.read.decoding.left_entities import without_references

    return _undone(without_references(text), "character references")


def _unbroken(text: str, utf8: bytes) -> Decoded | None:
    """``text`` as it was meant, where the escapes of a record were left in it."""
    if "\\n" not in text:
        return None
    from articlex.read.decoding.left_escapes import without_escapes

    return _undone(without_escapes(text), "escapes")


def _undone(meant: str | None, what: str) -> Decoded | None:
    """What a text meant, if ``what`` had been left in it, with a warning that says so."""
    return None if meant is None else Decoded(clean(meant)[0], "", (f"{what} had been left in: undone",))


def _are_beside(utf8: bytes, letters: int) -> bool:
    """Whether of the ``letters`` with accents a third or more stand before another character beyond ASCII."""
    beside = len(_BESIDE.findall(utf8))
    return beside > 0 and beside >= _LEAST_BESIDE * letters


def _have_pairs(utf8: bytes, cyrillic: int) -> bool:
    """Whether of the Cyrillic letters a third or more begin one of the pairs, as in no language."""
    return cyrillic > 0 and sum(map(utf8.count, _PAIRS)) >= _LEAST_BESIDE * cyrillic


def _restored(text: str, utf8: bytes) -> Decoded | None:
    """``text`` as it was meant, where another program had decoded it by the wrong table."""
    if text.isascii():
        return None
    if not any(lead in utf8 for lead in _LEADS):  # told in a tenth of the time that parting off takes
        return None
    # Without ASCII between them more characters stand beside each other, and a page is a hundredth as long.
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
