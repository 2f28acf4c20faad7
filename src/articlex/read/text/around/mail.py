"""The header of a message: "From: ...", "Subject: ...", "Date: ..." and other fields of RFC 5322 and 5536.

Saved messages begin with it, and archives of mail and news show it above the text. In the protocols the
fields have the same names in all languages; mail programs show them translated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from articlex.punctuation import has_colon
from articlex.read.text.headings import RULE
from articlex.read.text.lines import Line
from articlex.regex import regex

#: A label in words of any script (some write vowels as combining marks), and its value.
FIELD = regex(r"([^\W\d_][\w \u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e-]{0,39}?) ?[:：] ?(.*)")
#: What a mailbox has above a header, and what programs write above that of a forwarded message, in any
#: language: "---- Forwarded message ----".
_ENVELOPE = regex(r"From \S+@\S+ |-{4,} ?[^\W\d_][^-]*-{4,}\Z")
_SUBJECT = "subject"
#: The fields of a mail as it was sent (RFC 5322) that archives show, as alternatives of a pattern.
SENT_FIELDS = "From|To|Cc|Subject|Date|Message-ID|In-Reply-To|References|Reply-To"
#: The fields whose lines stay in the page, since stages read them, and those that a header must have.
_READ = ("from", "date")
_NEEDED = frozenset((_SUBJECT, *_READ))
#: What mail programs call these fields.
_SHOWN = {
    "from": """
        from|von|de|da|van|fra|från|lähettäjä|od|nadawca|feladó|expéditeur|remitente|mittente|remetente
        |afzender|от|від|od koho|gönderen|kimden|từ|người gửi|dari|pengirim|من|از|فرستنده|מאת|प्रेषक|จาก
        |από|差出人|送信者|发件人|發件人|寄件者|寄件人|보낸 사람|보낸사람|발신
    """,
    "date": """
        date|sent|datum|gesendet|envoyé|fecha|enviado|enviado el|data|inviato|enviada em|enviado em
        |verzonden|dato|sendt|skickat|päivämäärä|lähetetty|wysłano|odesláno|dátum|elküldve|trimis|дата
        |отправлено|надіслано|изпратено|tarih|gönderildi|ngày|đã gửi|tanggal|dikirim|التاريخ|تاريخ
        |تم الإرسال|تاریخ|תאריך|נשלח|दिनांक|วันที่|ส่ง|ημερομηνία|στάλθηκε|日付|日時|送信日時|日期|时间
        |发送时间|發送時間|寄件日期|傳送日期|날짜|보낸 날짜|발신일
    """,
    _SUBJECT: """
        subject|betreff|objet|asunto|oggetto|assunto|onderwerp|emne|ämne|aihe|temat|předmět|predmet|tárgy
        |subiect|тема|относно|konu|chủ đề|tiêu đề|subjek|perihal|الموضوع|موضوع|נושא|विषय|เรื่อง|θέμα|件名
        |主题|主題|主旨|제목
    """,
}
_KINDS = {name.strip().casefold(): kind for kind, names in _SHOWN.items() for name in names.split("|")}
#: Lines of the longest header; the colon behind the first field's name is among so many characters.
_MOST, _LONGEST_NAME = 60, 30
#: Characters of the longest line of a menu above a header; the address of a link in it, in Markdown.
_LONGEST_ITEM, _TARGET = 60, regex(r"\]\([^\s()]*\)")


class Head(NamedTuple):
    """The subject of a message, or the title of a text; the place of its line; and the places of the lines
    that are for machines. All empty if there is no header."""

    subject: str = ""
    place: int = 0
    places: frozenset[int] = frozenset()


class ShownHead(NamedTuple):
    """The places where a header begins and ends among lines, its subject, and its lines "From" and "Date"."""

    start: int = 0
    end: int = 0
    subject: str = ""
    sender: str = ""
    day: str = ""


def message_head(lines: Sequence[Line]) -> Head:
    """The complete header of a message at the top of the page; an empty one if there is none."""
    names: set[str] = set()
    aside: set[int] = set()
    subject, at, name = "", -1, ""
    for place, line in enumerate(lines[:_MOST]):
        if place and line.gap:
            break
        if not place and _ENVELOPE.match(line.text):
            aside.add(place)
            continue
        field = FIELD.fullmatch(line.text) if not line.indent else None
        if field:
            name = _KINDS.get(field[1].casefold(), field[1])
            names.add(name)
        elif not (name and line.indent):  # it does not go on with the field above either
            return Head()
        if name == _SUBJECT:
            subject = f"{subject} {field[2] if field else line.text}".strip()
            at = place if at < 0 else at
        if name not in _READ and not (name == _SUBJECT and field):
            aside.add(place)
    return Head(subject, at, frozenset(aside)) if names >= _NEEDED and subject else Head()


def archived_subject(lines: Sequence[Line]) -> Head:
    """The subject of a message whose header an archive shows below its menu, and the place of its line. The
    header is the first run of fields with sender, subject and date; an empty one if there is none."""
    subject, at = "", 0
    names: set[str] = set()
    for place, line in enumerate(lines[:_MOST]):
        field = FIELD.fullmatch(line.text) if has_colon(line.text[:_LONGEST_NAME]) or names else None
        if line.gap or not field:
            names, subject = set(), ""
        name = _KINDS.get(field[1].casefold(), "") if field else ""
        if name:
            names.add(name)
        if name == _SUBJECT and field:
            subject, at = field[2], place
        if names >= _NEEDED and subject:
            return Head(subject, at)
    return Head()


def is_of_page(lines: Sequence[Line], head: Head) -> bool:
    """Whether nothing but a menu is above a header that an archive shows: its subject is the page's title."""
    above = (line.text for line in lines[: head.place] if not FIELD.fullmatch(line.text))
    return bool(head.subject) and all(len(_TARGET.sub("]", text)) <= _LONGEST_ITEM for text in above)


def shown_head(lines: Sequence[str]) -> ShownHead:
    """The first header of a message that ends within ``lines``; an empty one if there is none."""
    found: dict[str, str] = {}
    start = 0
    for place, line in enumerate(lines):
        if field := FIELD.fullmatch(line):
            kind = _KINDS.get(field[1].casefold(), "")
            if kind and kind not in found:
                found[kind] = field[2] if kind == _SUBJECT else line
        elif found.keys() >= _NEEDED:
            return ShownHead(start, place, found[_SUBJECT], *(found[kind] for kind in _READ))
        elif not line:
            found, start = {}, place + 1
    return ShownHead()


def inner_heads(lines: Sequence[Line], head: Head) -> frozenset[int]:
    """The places of the lines for machines in the headers of the messages that the one with ``head`` quotes
    or forwards, and of their subjects where they only repeat its own."""
    found: set[int] = set()
    whole = head.subject.casefold()
    for place in range(head.place + 1, len(lines)) if whole else ():
        line, above = lines[place], lines[place - 1].text
        field = FIELD.fullmatch(line.text) if has_colon(line.text[:_LONGEST_NAME]) else None
        handed_on = _ENVELOPE.match(above) is not None
        if field is None or not (line.gap or handed_on or RULE.match(above)):
            continue
        if _KINDS.get(field[1].casefold()) == _READ[0]:
            inner = message_head(lines[place : place + _MOST])
            found.update(place + other for other in inner.places)
            if inner.subject and handed_on:
                found.add(place - 1)
            if inner.subject and inner.subject.casefold() in whole:
                found.add(place + inner.place)
    return frozenset(found)


def with_subject(lines: Sequence[Line], head: Head) -> list[Line]:
    """``lines`` with the subject as the headline that it is, without the name of the field."""
    line = lines[head.place]
    shown = line._replace(raw=head.subject, text=head.subject)
    return [*lines[: head.place], shown, *lines[head.place + 1 :]]
