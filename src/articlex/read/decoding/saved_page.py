"""A page that a browser or Word has saved as one file with its pictures (MHTML, RFC 2557), or that a mail
holds: the bytes of the page alone.

Such a file is a mail of several parts, which Python's own package for mail reads. The page is the first part
that is HTML; the others are its pictures, style sheets and frames, or the same mail as plain text.
"""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

from articlex.regex import regex

#: What names the boundary between parts. A file with more of them is not read as a mail: each line is
#: compared with the boundaries of all parts that it may stand in.
_BOUNDARY, _MOST_BOUNDARIES = regex(rb"boundary[ \t]*=", re.IGNORECASE), 32
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


class SavedPage(NamedTuple):
    """The page in a file, with the address and the charset that its heads state, or None."""

    data: bytes
    address: str | None
    charset: str | None


def saved_page(data: bytes) -> SavedPage | None:
    """The page that ``data`` holds; None where it is no mail, or one without a page."""
    if len(_BOUNDARY.findall(data)) > _MOST_BOUNDARIES:
        return None
    mail = message_from_bytes(data)
    if "mime-version" not in mail:
        return None
    page = next((part for part in mail.walk() if part.get_content_type() in _PAGE_TYPES), None)
    if page is None or not isinstance(body := page.get_payload(decode=True), bytes):
        return None
    address = _address(page, "content-location") or _address(mail, "snapshot-content-location")
    return SavedPage(body, address, page.get_content_charset())


def _address(head: Message, name: str) -> str | None:
    """The address of the page that a head states; None for a place in the file or on a disk."""
    stated = str(head.get(name, "")).strip()
    return stated if stated.startswith(("http://", "https://")) else None
