"""Charset labels: which Python codec a declared label means, and where a page declares it."""

from __future__ import annotations

import codecs
import re

from articlex.regex import regex

#: Labels of the WHATWG Encoding Standard, and misspellings that pages use, which Python does not know, by the
#: codec that they mean: letters and digits alone, without the "x" and "cs" before them.
_LABELS = {
    "cp1252": "ansi userdefined",
    "cp874": "dos874",
    "iso8859-7": "suneugreek",
    "iso8859-8": "logical visual",
    "iso8859-15": "isolatin9",
    "koi8-r": "koi koi8",
    "koi8-u": "koi8ru",
    "mac-roman": "mac",
    "mac-cyrillic": "macukrainian",
    # Those of UTF-16 too, as SUPERSETS has it.
    "utf-8": "unicode unicode11utf8 unicode20utf8 utf8mb4 unicodefeff unicodefffe ucs2 iso10646ucs2",
    "cp932": "windows31j",
    "euc_jp": "eucpkdfmtjapanese",
    "gb18030": "gb gb231280",
    "big5hkscs": "cnbig5",
    "cp949": "isoir149 ksc56011987 ksc56011989",
}
LABELS = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}

#: "iso88591", and the variants of Hebrew and Arabic that state how direction is marked: "iso88598i".
_ISO_8859 = regex(r"\Aiso8859(\d{1,2})[ei]?\Z")

#: Supersets with which the WHATWG Encoding Standard decodes the labels of other codecs of Python.
_SUPERSETS = {
    "cp1252": "ascii iso8859-1",
    "cp1254": "iso8859-9",
    "cp874": "iso8859-11 tis-620",
    "gb18030": "gb2312 gbk",
    "cp932": "shift_jis",
    "cp949": "euc_kr",
    "big5hkscs": "big5 cp950",
    # A page that declares UTF-16 in ASCII bytes is not UTF-16 (HTML Standard, "prescan a byte stream").
    "utf-8": "utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be utf-8-sig",
}
SUPERSETS = {codec: superset for superset, codecs in _SUPERSETS.items() for codec in codecs.split()}

#: Text codecs of Python that no page is written in.
_NO_CHARSETS = frozenset(
    {"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs"}
)

#: Bytes searched for a declaration. The standard searches 1,024, but pages put comments and scripts first.
_PRESCAN = 65536

_XML_DECLARATION = regex(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]{2,40})""")
_META_CHARSET = regex(rb"""<meta\b[^>]{0,500}?\bcharset\s*+=\s*+["']?+\s*+([\w.:-]{2,40})""", re.IGNORECASE)


def codec_of(label: str) -> str | None:
    """The Python codec for a charset label of a page ("ISO-8859-1" → "cp1252"); None for an unknown label."""
    name = label.strip().lower()
    # Twice "x": "x-x-big5" is a label of the standard.
    plain = re.sub(r"[^a-z0-9]", "", name).removeprefix("x").removeprefix("x").removeprefix("cs")
    if plain in LABELS:
        return LABELS[plain]
    for candidate in (
        name,
        name.removeprefix("x-"),
        plain,
        _ISO_8859.sub(r"iso8859-\1", plain),
        f"cp{plain.removeprefix('windows').removeprefix('win')}",
    ):
        found = _lookup(candidate)
        if found:
            return SUPERSETS.get(found, found)
    return None


def exact_codec(label: str) -> str:
    """The codec for a label from the caller, for whom UTF-16 means UTF-16. Raises LookupError."""
    found = _lookup(label.strip().lower())
    if found and found.startswith(("utf-16", "utf-32")):
        return found
    codec = codec_of(label)
    if codec is None:
        raise LookupError(f"unknown encoding: {label}")
    return codec


def _lookup(label: str) -> str | None:
    try:
        found = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    if found.name.replace("_", "-") in _NO_CHARSETS or not getattr(found, "_is_text_encoding", True):
        return None
    return found.name


def declared_label(data: bytes) -> str | None:
    """The charset label in the XML declaration or in the first <meta> outside comments, or None."""
    head = data[:_PRESCAN]
    match = _XML_DECLARATION.match(head)
    if match is None:
        match = _META_CHARSET.search(head)
        # On most pages the declaration comes before all comments, which saves the copy.
        if head.find(b"<!--", 0, match.end() + 4 if match else len(head)) >= 0:
            match = _META_CHARSET.search(_without_comments(head))
    return match.group(1).decode("ascii", "replace") if match else None


def _without_comments(head: bytes) -> bytes:
    """``head`` without its comments; the last one may be unclosed."""
    kept = []
    start = 0
    while (opening := head.find(b"<!--", start)) >= 0:
        kept.append(head[start:opening])
        closing = head.find(b"-->", opening)
        if closing < 0:
            start = len(head)
            break
        start = closing + 3
    kept.append(head[start:])
    return b"".join(kept)
