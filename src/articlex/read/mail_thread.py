"""The mails of a mailbox as one page of raw text, in the way of mailing-list archives: the text of each mail
below the header fields that readers see."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from articlex.read.decoding.encoding import decode
from articlex.read.decoding.saved_page import PAGE_TYPES, TEXT_TYPES, part_of, shown_fields, value_of
from articlex.regex import regex

#: A Message-ID; and the prefixes of a subject, "Re:" in any language and the "[name]" of a mailing list.
_IDENTIFIER = regex(r"<[^<>\s]+>")
_PREFIX = regex(r"\A(?:\s*(?:\[[^\[\]]{0,40}\]|[^\W\d_]{1,8}(?:\[\d+\])? ?[:：]))+\s*")
#: What archives of mailing lists write for the "@" of an address. With that in its place the sender was found
#: in 32 of 56 invented threads, without it in 16.
_HIDDEN_AT = regex(r"(?<=\S) at (?=[\w.-]{1,100}\.\w{2,20}\b)")


def thread_text(mails: list[bytes], encoding: str | None) -> str | None:
    """The text of ``mails``, or None if they are no thread. ``encoding`` overrides the charsets they
    declare."""
    parsed = [message_from_bytes(mail) for mail in mails]
    return "\n\n".join(_letter(mail, encoding) for mail in parsed) if _are_thread(parsed) else None


def _are_thread(mails: list[Message]) -> bool:
    """Whether references and subjects connect all mails with each other."""
    known: set[str] = set()
    found, *left = [set(_keys(mail)) for mail in mails]
    joined = [found]
    while joined:
        known.update(*joined)
        joined = [keys for keys in left if not keys.isdisjoint(known)]
        left = [keys for keys in left if keys.isdisjoint(known)]
    return not left


def _keys(mail: Message) -> Iterator[str]:
    """What a mail has in common with others of its thread: Message-IDs and the subject."""
    for name in ("message-id", "in-reply-to", "references"):
        yield from _IDENTIFIER.findall(value_of(mail, name))
    subject = _PREFIX.sub("", value_of(mail, "subject")).casefold()
    yield from [f"subject {subject}"] if subject else []


def _letter(mail: Message, encoding: str | None) -> str:
    shown = dict(shown_fields(mail))
    if "from" in shown:
        shown["from"] = _HIDDEN_AT.sub("@", shown["from"])
    lines = [f"{name.title()}: {value}" for name, value in shown.items()]
    part, body = part_of(mail, TEXT_TYPES)
    text = decode(body, encoding, part.get_content_charset()).text if part is not None else ""
    if not text.strip():
        part, body = part_of(mail, PAGE_TYPES)
        text = _flat(decode(body, encoding, part.get_content_charset()).text) if part is not None else ""
    return "\n".join((*lines, "", text.replace("\r\n", "\n").strip("\n")))


def _flat(html: str) -> str:
    """The text of a mail in HTML, with an empty line between paragraphs."""
    from articlex.read.html.reader import read_html

    return "\n\n".join(filter(None, (block.text for block in read_html(html).blocks)))
