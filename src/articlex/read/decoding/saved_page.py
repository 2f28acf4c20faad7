"""The page in an MHTML file (RFC 2557), as browsers and Word save it, or in a mail, with what its header
says.

Both are multipart mails. The page is the first part in HTML; the others are pictures, style sheets and
frames, or the same mail as plain text. A mail without HTML is its plain text below the header fields that
readers see, unless nothing in it is encoded: then it can be read as it stands.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

from articlex.read.decoding.encoding import decode
from articlex.read.decoding.wrapped import Wrapped
from articlex.regex import regex

#: The parameter that names the boundary between parts. A file with more boundaries is not parsed: each line
#: is compared with the boundaries of all parts around it.
_BOUNDARY, _MOST_BOUNDARIES = regex(rb"boundary[ \t]*=", re.IGNORECASE), 32
PAGE_TYPES, TEXT_TYPES = ("text/html", "application/xhtml+xml"), ("text/plain",)
#: The header fields that readers see, in the order of mail programs.
_SHOWN = ("from", "date", "subject")
#: Encodings of a part (RFC 2045), and the start of an encoded word in the header (RFC 2047).
_ENCODED, _ENCODED_WORD = frozenset(("base64", "quoted-printable")), "=?"
_ADDRESS = regex(r"https?://[^\s<>]+")


def saved_page(sent: Wrapped) -> Wrapped:
    """The page in a mail with what its header says; the same if it is no mail or has no page. Plain text is
    in UTF-8, below the fields that readers see."""
    if len(_BOUNDARY.findall(sent.data)) > _MOST_BOUNDARIES:
        return sent
    mail = message_from_bytes(sent.data)
    if "mime-version" not in mail:
        return sent
    head, archived = head_of(mail), _address(mail, "archived-at")
    page, body = part_of(mail, PAGE_TYPES)
    if page is not None:
        address = _address(page, "content-location") or _address(mail, "snapshot-content-location")
        charset = page.get_content_charset() or sent.charset
        return Wrapped(body, "html", sent.url or address or archived, charset, sent.encoding, head)
    page, body = part_of(mail, TEXT_TYPES)
    if page is None or not head or not _is_encoded(mail, page):
        return sent
    lines = [f"{name.title()}: {value}" for name, value in head if len(head) == len(_SHOWN)]
    lines = lines or [value for name, value in head if name == "subject"]
    text = decode(body, sent.encoding, page.get_content_charset()).text
    return Wrapped("\n".join((*lines, "", text)).encode(), "text", sent.url or archived, "utf-8")


def part_of(mail: Message, types: tuple[str, ...]) -> tuple[Message | None, bytes]:
    """(first part of one of ``types`` that is no attachment, its bytes); (None, b"") without one."""
    for part in mail.walk():
        if part.get_content_type() in types and part.get_content_disposition() != "attachment":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                return part, body
    return None, b""


def head_of(mail: Message) -> tuple[tuple[str, str], ...]:
    """(name, value) of the header fields that readers see. None for a page saved by a browser, which has no
    sender, and whose date is the day on which it was saved."""
    return shown_fields(mail) if "@" in parseaddr(value_of(mail, "from"))[1] else ()


def shown_fields(mail: Message) -> tuple[tuple[str, str], ...]:
    """(name, value) of the fields that readers see and that the mail has. Archives of mailing lists may hide
    the address of the sender ("ann at example.org")."""
    found = ((name, value_of(mail, name)) for name in _SHOWN)
    return tuple((name, value) for name, value in found if value)


def value_of(head: Message, name: str) -> str:
    """The value of a header field on one line, its encoded words decoded; "" if it is missing."""
    raw = next((str(value) for key, value in head.raw_items() if key.lower() == name), "")
    # Some programs write UTF-8 without encoding it (RFC 6532).
    raw = raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        decoded = str(make_header(decode_header(raw))) if _ENCODED_WORD in raw else raw
    except (MessageError, LookupError, ValueError):
        decoded = raw
    return " ".join(decoded.split())


def _is_encoded(mail: Message, part: Message) -> bool:
    """Whether the text of a mail or its header is encoded, so that it cannot be read as it stands."""
    is_coded = str(part.get("content-transfer-encoding", "")).strip().lower() in _ENCODED
    return is_coded or part is not mail or any(_ENCODED_WORD in str(mail.get(name, "")) for name in _SHOWN)


def _address(head: Message, name: str) -> str | None:
    """The web address in a header field; None for a place in the file or on a disk."""
    stated = _ADDRESS.fullmatch(value_of(head, name).strip("<>"))
    return stated[0] if stated else None
