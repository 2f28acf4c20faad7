"""The mails of a mailbox as one page of raw text, as archives of mailing lists print them: above the text of
each mail the lines of its head that readers see."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from html import unescape

from articlex.read.decoding.encoding import decode
from articlex.read.decoding.saved_page import PAGE_TYPES, TEXT_TYPES, head_of, part_of
from articlex.regex import regex

#: What is no text of a mail in HTML, and what begins a paragraph or a line of it. Whoever writes mails in
#: HTML alone writes tables to lay them out: nothing more is made of their cells.
_UNSEEN = regex(r"(?is)<!--.*?-->|<(head|style|script|title)\b.*?</\1\s*>")
_LINE = regex(r"(?i)\s*<(?:br|/?(?:tr|li|dt|dd))\b[^>]*>\s*")
_PARAGRAPH = regex(
    r"(?i)\s*</?(?:p|div|h[1-6]|ul|ol|dl|table|blockquote|pre|hr|section|article|header|footer)\b[^>]*>\s*"
)
_TAG, _BLANK = regex(r"<[!/?a-zA-Z][^>]*>"), regex(r"[ \t\r\f]*\n[ \t\r\f]*\n\s*")


def thread_text(mails: list[bytes], encoding: str | None) -> str:
    """The text of ``mails``. ``encoding`` overrides what they say of their texts."""
    return "\n\n".join(_letter(message_from_bytes(mail), encoding) for mail in mails)


def _letter(mail: Message, encoding: str | None) -> str:
    lines = [f"{name.title()}: {value}" for name, value in head_of(mail)]
    part, body = part_of(mail, TEXT_TYPES)
    text = decode(body, encoding, part.get_content_charset()).text if part is not None else ""
    if not text.strip():
        part, body = part_of(mail, PAGE_TYPES)
        text = _flat(decode(body, encoding, part.get_content_charset()).text) if part is not None else ""
    return "\n".join((*lines, "", text.replace("\r\n", "\n").strip("\n")))


def _flat(html: str) -> str:
    """The text of a mail in HTML, an empty line between its paragraphs."""
    lines = _LINE.sub("\n", _UNSEEN.sub("", " ".join(html.split())))
    return _BLANK.sub("\n\n", unescape(_TAG.sub("", _PARAGRAPH.sub("\n\n", lines)))).strip()
