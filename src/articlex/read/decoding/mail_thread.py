"""The mails of a mailbox as one page of raw text, as archives of mailing lists print them: above the text of
each mail the lines of its head that readers see."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from lxml import etree

from articlex.read.decoding.encoding import decode
from articlex.read.decoding.saved_page import PAGE_TYPES, TEXT_TYPES, head_of, part_of
from articlex.regex import regex

#: What is no text of a mail in HTML, what begins a paragraph of it, and what begins a line. Whoever writes
#: mails in HTML alone writes tables to lay them out: nothing more is made of their cells.
_UNSEEN = frozenset("head style script title template".split())
_PARAGRAPHS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr section article header footer".split()
)
_LINES = frozenset("br tr li dt dd".split())
_SPACE = regex(r"[ \t\r\n\f]+")
_BLANK = regex(r" *\n *\n\s*")


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
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(html.encode("utf-8", "replace"), parser) if html.strip() else None
    if root is None:
        return ""
    pieces: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        is_start = event == "start"
        if is_start and element.tag in _UNSEEN:
            walk.skip_subtree()
        elif element.tag in _PARAGRAPHS or element.tag in _LINES:
            pieces.append("\n\n" if element.tag in _PARAGRAPHS else "\n" if is_start else "")
        text = (element.text if element.tag not in _UNSEEN else "") if is_start else element.tail
        pieces.append(_SPACE.sub(" ", text or ""))
    return _BLANK.sub("\n\n", "".join(pieces)).strip()
