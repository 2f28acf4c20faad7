"""A page that a browser or Word has saved as one file with its pictures (MHTML, RFC 2557), or that a mail
holds: the bytes of the page alone, and what the head of a mail says of it.

Such a file is a mail of several parts, which Python's own package for mail reads. The page is the first part
that is HTML; the others are its pictures, style sheets and frames, or the same mail as plain text. A mail
without one is its plain text, below the lines of its head that readers see: the text of a mail that is
encoded in no way needs no help.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import Literal, NamedTuple

from articlex.read.decoding.encoding import decode
from articlex.regex import regex

#: What names the boundary between parts. A file with more of them is not read as a mail: each line is
#: compared with the boundaries of all parts that it may stand in.
_BOUNDARY, _MOST_BOUNDARIES = regex(rb"boundary[ \t]*=", re.IGNORECASE), 32
PAGE_TYPES, TEXT_TYPES = ("text/html", "application/xhtml+xml"), ("text/plain",)
#: The fields of a mail's head that readers see, in the order in which programs show them.
SHOWN = ("from", "date", "subject")
#: How bytes are written that a mail cannot carry, in its text and in its head (RFC 2045 and 2047).
_ENCODED, _ENCODED_WORD = frozenset(("base64", "quoted-printable")), "=?"
_ADDRESS = regex(r"https?://[^\s<>]+")


class SavedPage(NamedTuple):
    """The page in a file, with the address and the charset that its heads state, or None; ``head`` has the
    fields of a mail that readers see, each with its value, in HTML (in plain text they stand above it)."""

    data: bytes
    form: Literal["html", "text"]
    address: str | None
    charset: str | None
    head: tuple[tuple[str, str], ...] = ()


def saved_page(data: bytes, encoding: str | None = None) -> SavedPage | None:
    """The page that ``data`` holds; None where it is no mail, or one without a page. ``encoding`` overrides
    what a mail says of its plain text, which is in UTF-8 then."""
    if len(_BOUNDARY.findall(data)) > _MOST_BOUNDARIES:
        return None
    mail = message_from_bytes(data)
    if "mime-version" not in mail:
        return None
    head, archived = head_of(mail), _address(mail, "archived-at")
    page, body = part_of(mail, PAGE_TYPES)
    if page is not None:
        address = _address(page, "content-location") or _address(mail, "snapshot-content-location")
        return SavedPage(body, "html", address or archived, page.get_content_charset(), head)
    page, body = part_of(mail, TEXT_TYPES)
    if page is None or not head or not _is_encoded(mail, page):
        return None
    lines = [f"{name.title()}: {value}" for name, value in head if len(head) == len(SHOWN)]
    lines = lines or [value for name, value in head if name == "subject"]
    text = decode(body, encoding, page.get_content_charset()).text
    data = "\n".join((*lines, "", text)).encode()
    return SavedPage(data, "text", archived, "utf-8")


def part_of(mail: Message, types: tuple[str, ...]) -> tuple[Message | None, bytes]:
    """The first part of one of ``types`` that is no attachment, and its bytes; without one None and none."""
    for part in mail.walk():
        if part.get_content_type() in types and part.get_content_disposition() != "attachment":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                return part, body
    return None, b""


def head_of(mail: Message) -> tuple[tuple[str, str], ...]:
    """The fields that readers see of a mail that somebody sent; none of a page that a browser has saved, in
    whose head is the day on which that was done."""
    if "@" not in parseaddr(value_of(mail, "from"))[1]:
        return ()
    found = ((name, value_of(mail, name)) for name in SHOWN)
    return tuple((name, value) for name, value in found if value)


def value_of(head: Message, name: str) -> str:
    """A field of a head on one line, its encoded words decoded; "" without one."""
    raw = next((str(value) for key, value in head.raw_items() if key.lower() == name), "")
    # Some programs write letters beyond ASCII as they are (RFC 6532).
    raw = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        decoded = str(make_header(decode_header(raw))) if _ENCODED_WORD in raw else raw
    except (MessageError, LookupError, ValueError):
        decoded = raw
    return " ".join(decoded.split())


def _is_encoded(mail: Message, part: Message) -> bool:
    """Whether something of a mail's text or of its head cannot be read as it stands."""
    is_coded = str(part.get("content-transfer-encoding", "")).strip().lower() in _ENCODED
    return is_coded or part is not mail or any(_ENCODED_WORD in str(mail.get(name, "")) for name in SHOWN)


def _address(head: Message, name: str) -> str | None:
    """The address of the page that a head states; None for a place in the file or on a disk."""
    stated = _ADDRESS.fullmatch(value_of(head, name).strip("<>"))
    return stated[0] if stated else None
