"""The head of a message: "From: ...", "Subject: ...", "Date: ..." and what else RFC 5322 and 5536 have.

Archives of mail and news show it above the text, and whoever saves a message has it. The names of its fields
are those of the protocols, the same in all languages; programs that show a message translate them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from articlex.read.text.headings import RULE
from articlex.read.text.lines import Line
from articlex.regex import regex

#: A label in words of any script, some of which write vowels as marks, and what it is the label of.
FIELD = regex(r"([^\W\d_][\w \u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e-]{0,39}?) ?[:：] ?(.*)")
#: What mailboxes have above the head, and programs above that of a message that somebody hands on, in words
#: of any language.
_ENVELOPE = regex(r"From \S+@\S+ |-{4,} ?[^\W\d_][^-]*-{4,}\Z")
_SUBJECT = "subject"
#: The fields of a letter as it was sent (RFC 5322) that archives show, as alternatives of a pattern.
SENT_FIELDS = "From|To|Cc|Subject|Date|Message-ID|In-Reply-To|References|Reply-To"
#: What the stages read themselves, and what a head has.
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
#: Lines of the longest head, and characters in which the name of its first field ends.
_MOST, _LONGEST_NAME = 60, 30
#: Characters of the longest line of the menu above a head, and where its links lead, in Markdown.
_LONGEST_ITEM, _TARGET = 60, regex(r"\]\([^\s()]*\)")


class Head(NamedTuple):
    """The subject of a message, or the title of a text, the place of its line, and the places of the lines
    that are for machines."""

    subject: str = ""
    place: int = 0
    places: frozenset[int] = frozenset()


class ShownHead(NamedTuple):
    """Where a head begins and ends among lines, its subject, and the lines of sender and day."""

    start: int = 0
    end: int = 0
    subject: str = ""
    sender: str = ""
    day: str = ""


def message_head(lines: Sequence[Line]) -> Head:
    """The head of a message at the top of the page; an empty one where there is none, or not all of it."""
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
        elif not (name and line.indent):
            return Head()
        if name == _SUBJECT:
            text = field[2] if field else line.text
            subject, at = f"{subject} {text}".strip(), place if at < 0 else at
        if name not in _READ and not (name == _SUBJECT and field):
            aside.add(place)
    return Head(subject, at, frozenset(aside)) if names >= _NEEDED and subject else Head()


def archived_subject(lines: Sequence[Line]) -> Head:
    """The subject of a message whose head an archive shows below its menu, and the place of its line: the
    first run of fields among which are sender, subject and day."""
    subject, at = "", 0
    names: set[str] = set()
    for place, line in enumerate(lines[:_MOST]):
        field = FIELD.fullmatch(line.text) if ":" in line.text[:_LONGEST_NAME] or names else None
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
    """Whether nothing but a menu stands above a head that an archive shows: it has the title of the page."""
    above = (line.text for line in lines[: head.place] if not FIELD.fullmatch(line.text))
    return bool(head.subject) and all(len(_TARGET.sub("]", text)) <= _LONGEST_ITEM for text in above)


def shown_head(lines: Sequence[str]) -> ShownHead:
    """The first head of a message that ends within ``lines``; an empty one where there is none."""
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
    """The places of what is for machines in the heads of messages that the one with ``head`` answers or hands
    on: their subjects too where they are that of the whole."""
    found: set[int] = set()
    whole = head.subject.casefold()
    for place in range(head.place + 1, len(lines)) if whole else ():
        line, above = lines[place], lines[place - 1].text
        field = FIELD.fullmatch(line.text) if ":" in line.text[:_LONGEST_NAME] else None
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
    """``lines`` with the subject on its line without the name of the field, as the headline that it is."""
    line = lines[head.place]
    shown = line._replace(raw=head.subject, text=head.subject)
    return [*lines[: head.place], shown, *lines[head.place + 1 :]]
