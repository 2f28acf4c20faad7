"""A page that a browser or Word has saved as one file with its pictures (MHTML, RFC 2557), or that a mail
holds: the bytes of the page alone.

Such a file is a mail of several parts. The page is the first part that is HTML; the others are its pictures,
style sheets and frames, or the same mail as plain text.
"""

from __future__ import annotations

import re
from binascii import Error, a2b_base64, a2b_qp
from collections.abc import Mapping
from typing import NamedTuple

from articlex.regex import regex

#: Bytes of the longest head of a file or of a part: names of browsers, a long address, a folded subject.
_HEAD_SIZE = 8192
#: A mail may have its page among pictures, those beside plain text, and both before what is attached.
_MOST_LEVELS = 4
#: The page is the first part or the second; a boundary that stands everywhere would make millions of parts.
_MOST_PARTS = 500

_PAGE_TYPES = ("text/html", "application/xhtml+xml")

_HEAD_END = regex(rb"\n\r?\n")
_FOLD = regex(rb"\r?\n[ \t]+")
_NAME = regex(rb"[A-Za-z][\w-]*")
_BOUNDARY = regex(r"\bboundary\s*=\s*(?:\"([^\"]+)\"|([^\s;\"]+))", re.IGNORECASE)
_CHARSET = regex(r"\bcharset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)

_Head = Mapping[str, str]


class SavedPage(NamedTuple):
    """The page in a file, with the address and the charset that its heads state, or None."""

    data: bytes
    address: str | None
    charset: str | None


def saved_page(data: bytes) -> SavedPage | None:
    """The page that ``data`` holds; None where it is no mail, or one without a page."""
    head, body = _parted(data)
    if "mime-version" not in head:
        return None
    found = _page_in(head, body, _MOST_LEVELS)
    if found is None or found.address:
        return found
    return found._replace(address=_address(head.get("snapshot-content-location", "")))


def _parted(data: bytes) -> tuple[_Head, bytes]:
    """The fields of a head by their names in small letters, and what stands below; no field where ``data``
    begins with something else."""
    end = _HEAD_END.search(data, 0, _HEAD_SIZE)
    if end is None:
        return {}, b""
    fields: dict[str, str] = {}
    for line in _FOLD.sub(b" ", data[: end.start()]).splitlines():
        name, colon, value = line.partition(b":")
        if not colon or not _NAME.fullmatch(name):
            return {}, b""
        fields.setdefault(name.decode().lower(), value.strip().decode("latin-1"))
    return fields, data[end.end() :]


def _page_in(head: _Head, body: bytes, levels: int) -> SavedPage | None:
    kind = head.get("content-type", "")
    if kind.lower().startswith(_PAGE_TYPES):
        return _decoded(head, body, kind)
    boundary = _BOUNDARY.search(kind) if kind.lower().startswith("multipart/") else None
    if boundary is None or not levels:
        return None
    sign = b"--" + (boundary[1] or boundary[2]).encode("latin-1")
    for part in body.split(sign, _MOST_PARTS)[1:]:
        # What is left of the line of the boundary is blank.
        found = _page_in(*_parted(part.partition(b"\n")[2]), levels - 1)
        if found is not None:
            return found
    return None


def _decoded(head: _Head, body: bytes, kind: str) -> SavedPage | None:
    encoding = head.get("content-transfer-encoding", "").lower()
    try:
        if encoding == "base64":
            body = a2b_base64(body)
        elif encoding == "quoted-printable":
            body = a2b_qp(body)
    except Error:
        return None
    charset = _CHARSET.search(kind)
    return SavedPage(body, _address(head.get("content-location", "")), charset[1] if charset else None)


def _address(stated: str) -> str | None:
    """``stated`` as the address of the page; None for a place in the file or on a disk."""
    return stated if stated.startswith(("http://", "https://")) else None
