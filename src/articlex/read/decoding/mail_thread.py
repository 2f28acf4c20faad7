"""The mails of a mailbox as one page of raw text, in the way of mailing-list archives: the text of each mail
below the header fields that readers see."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

from lxml import etree

from articlex.read.decoding.encoding import decode
from articlex.read.decoding.saved_page import PAGE_TYPES, TEXT_TYPES, head_of, part_of, value_of
from articlex.regex import regex

#: Elements of a mail in HTML that show no text, that are paragraphs, and that are lines. Tables in such mails
#: are for layout, so cells are not kept apart.
_UNSEEN = frozenset("head style script title template".split())
_PARAGRAPHS = frozenset(
    "p div h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre hr section article header footer".split()
)
_LINES = frozenset("br tr li dt dd".split())
#: A Message-ID; and the prefixes of a subject, "Re:" in any language and the "[name]" of a mailing list.
_IDENTIFIER = regex(r"<[^<>\s]+>")
_PREFIX = regex(r"\A(?:\s*(?:\[[^\[\]]{0,40}\]|[^\W\d_]{1,8}(?:\[\d+\])? ?[:：]))+\s*")
_SPACE = regex(r"[ \t\r\n\f]+")
_BLANK = regex(r" *\n *\n\s*")


def thread_text(mails: list[bytes], encoding: str | None) -> str | None:
    """The text of ``mails``, or None if they are no thread. ``encoding`` overrides the charsets they
    declare."""
    parsed = [message_from_bytes(mail) for mail in mails]
    return "\n\n".join(_letter(mail, encoding) for mail in parsed) if _are_thread(parsed) else None


def _are_thread(mails: list[Message]) -> bool:
    """Whether references and subjects connect all mails with each other, by union-find."""
    parents: dict[str, str] = {}

    def root(key: str) -> str:
        while (parent := parents.setdefault(key, key)) != key:
            parents[key] = key = parents[parent]
        return key

    for number, mail in enumerate(mails):
        for key in _keys(mail):
            parents[root(key)] = root(str(number))
    return len({root(str(number)) for number in range(len(mails))}) == 1


def _keys(mail: Message) -> Iterator[str]:
    """What a mail has in common with others of its thread: Message-IDs and the subject."""
    for name in ("message-id", "in-reply-to", "references"):
        yield from _IDENTIFIER.findall(value_of(mail, name))
    subject = _PREFIX.sub("", value_of(mail, "subject")).casefold()
    yield from [f"subject {subject}"] if subject else []


def _letter(mail: Message, encoding: str | None) -> str:
    lines = [f"{name.title()}: {value}" for name, value in head_of(mail)]
    part, body = part_of(mail, TEXT_TYPES)
    text = decode(body, encoding, part.get_content_charset()).text if part is not None else ""
    if not text.strip():
        part, body = part_of(mail, PAGE_TYPES)
        text = _flat(decode(body, encoding, part.get_content_charset()).text) if part is not None else ""
    return "\n".join((*lines, "", text.replace("\r\n", "\n").strip("\n")))


def _flat(html: str) -> str:
    """The text of a mail in HTML, with an empty line between paragraphs."""
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
