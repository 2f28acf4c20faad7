"""Mailboxes of one file: where a mail begins, and what the page in one of them is."""

from __future__ import annotations

import base64
from io import BytesIO

import pytest

import articlex
from articlex.read.decoding.mailbox import NoMailboxError, is_mailbox, mails

MAX = 1 << 20
HEAD = b"From: Ann Example <ann@example.org>\nMessage-ID: <%s@example.org>\nSubject: Rain\n\n"


def texts(data: bytes) -> list[bytes]:
    return [mail.data for mail in mails(BytesIO(data), MAX)]


@pytest.mark.parametrize(
    "envelope",
    [
        b"From ann@example.org Mon Nov  2 10:00:00 2026",
        b"From ann at example.org  Mon Nov  2 10:00:00 2026",
        b"From ann@example.org Mon Nov  2 10:00:00 2026 +0100",
        b"From 1780000000000000000@xxx Mon Nov 02 10:00:00 +0000 2026",
        b"From - Mon Nov 02 10:00:00 2026",
        b"From mboxrd@z Thu Jan  1 00:00:00 1970",
        b"From ???@??? Mon Nov 02 10:00:00 2026",
        b"From \xd0\x90\xd0\xbd\xd0\xbd\xd0\xb0@example.org Mon Nov 02 10:00:00 2026",
        b"From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001",
        b"From -",
        b"From ",
    ],
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_what_programs_write_above_a_mail(envelope: bytes, end: bytes) -> None:
    first, second = HEAD % b"1" + b"It rained.\n", HEAD % b"2" + b"Es regnete.\n"
    data = (envelope + b"\n" + first + b"\n" + envelope + b"\n" + second).replace(b"\n", end)
    assert is_mailbox(data)
    assert [text.rstrip() for text in texts(data)] == [
        text.replace(b"\n", end).rstrip() for text in (first, second)
    ]


@pytest.mark.parametrize(
    "text",
    [
        b"The bridge is closed.\n\nFrom Monday on the ferry runs:\nit is slow.\n",
        b"The bridge is closed.\n\nFrom Monday 2 November 10:00 2026 on the ferry runs\nand it is slow.\n",
        b"The bridge is closed.\nFrom ann@example.org Mon Nov  2 10:00:00 2026\nSubject: no head\n",
        b"The bridge is closed.\n\nFrom \nhere it is far.\n",
        "橋は閉まった。\n\nFrom ここ:\nFrom: ここ\n".encode(),
    ],
)
def test_a_text_is_not_parted(text: bytes) -> None:
    data = b"From - Mon Nov 02 10:00:00 2026\n" + HEAD % b"1" + text
    assert texts(data) == [HEAD % b"1" + text.removesuffix(b"\n")]


def test_what_was_put_before_a_line_is_taken_off() -> None:
    data = b"From - Mon Nov 02 10:00:00 2026\n" + HEAD % b"1" + b">From here on\n>>From there\n> From\n"
    assert texts(data) == [HEAD % b"1" + b"From here on\n>From there\n> From"]


def test_a_mail_whose_last_line_is_its_last_boundary_ends_there() -> None:
    envelope = b"From - Mon Nov 02 10:00:00 2026\n"
    data = envelope + HEAD % b"1" + b"--a\n\nIt rained.\n--a--\n" + envelope + HEAD % b"2" + b"It rained.\n"
    assert len(texts(data)) == 2


def test_a_mail_over_the_limit_is_told_by_its_size_and_harms_no_other() -> None:
    envelope = b"From - Mon Nov 02 10:00:00 2026\n"
    data = b"\n".join(envelope + HEAD % b"%d" % n + b"x" * (9000 if n == 2 else 9) + b"\n" for n in (1, 2, 3))
    found = list(mails(BytesIO(data), 5000))
    assert [mail.message_id for mail in found] == ["1@example.org", "", "3@example.org"]
    assert [mail.size > 5000 for mail in found] == [False, True, False]


def test_the_identifier_is_that_of_the_head() -> None:
    head = b"Subject: Rain\nMESSAGE-ID:\n <a.b$c@example.org>\n\nMessage-ID: <no@example.org>\n"
    (mail,) = mails(BytesIO(b"From - Mon Nov 02 10:00:00 2026\n" + head), MAX)
    assert mail.message_id == "a.b$c@example.org"


@pytest.mark.parametrize("data", [b"Rain\n", b"From here on it rained.\n", b"From - \nno head\n"])
def test_what_is_no_mailbox(data: bytes) -> None:
    assert not is_mailbox(data)
    with pytest.raises(NoMailboxError):
        texts(data)


def test_an_empty_file_is_a_mailbox_without_a_mail() -> None:
    assert texts(b"") == texts(b"\n\n") == []


LETTERS = (
    (
        "Jörg Müller",
        "Die Brücke über die Saale ist seit gestern gesperrt, weil die Prüfer Risse in zwei Pfeilern sahen.\n"
        "Wer weiß, wie lange das dauern wird und welche Umleitung für Radfahrer gilt?",
    ),
    (
        "Анна Кузнецова",
        "Город говорит, что мост закрыт до весны. Велосипедистам нужно ехать через старый мост у мельницы,\n"
        "это примерно на три километра дальше, но дорога хорошая и почти без машин.",
    ),
    (
        "יעל לוי",
        "נסעתי אתמול לאורך הנהר. לא היו שלטים, אבל אם פונים שמאלה ליד הטחנה מגיעים מיד אל הגשר הישן.\n"
        "אחרי הגשם הדרך חלקה, אז כדאי לנסוע שם לאט ובזהירות.",
    ),
)


def letter(number: int, name: str, text: str, kind: str = "plain") -> bytes:
    word = base64.b64encode(name.encode()).decode()
    return (
        f"From - Mon Nov 02 1{number}:00:00 2026\n"
        f"From: =?utf-8?b?{word}?= <a{number}@example.org>\n"
        f"Date: Mon, 02 Nov 2026 1{number}:00:00 +0100\n"
        f"Subject: {'Re: ' if number else ''}=?utf-8?q?Br=C3=BCcke_gesperrt?=\nMIME-Version: 1.0\n"
        f"Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    ).encode() + base64.encodebytes(text.encode())


@pytest.mark.parametrize(("name", "text"), LETTERS)
def test_a_mailbox_with_one_mail_is_that_mail(name: str, text: str) -> None:
    article = articlex.extract(letter(0, name, text))
    assert article.title == "Brücke gesperrt"
    assert article.authors == (name,)
    assert article.text.split() == text.split()


@pytest.mark.parametrize("last", ["plain", "html"])
def test_a_mailbox_with_several_mails_is_a_thread_of_whoever_began_it(last: str) -> None:
    kinds = ["plain", "plain", last]
    found = [
        letter(number, name, f"<p>{text}</p><style>p {{}}</style>" if kind == "html" else text, kind)
        for number, ((name, text), kind) in enumerate(zip(LETTERS, kinds, strict=True))
    ]
    article = articlex.extract(b"\n".join(found))
    assert article.title == "Brücke gesperrt"
    assert article.authors == ("Jörg Müller",)
    assert article.date_published == "2026-11-02T10:00:00+01:00"
    assert article.text.split() == " ".join(text for _, text in LETTERS).split()


def test_mails_that_are_no_thread_are_no_page() -> None:
    mails = [
        letter(0, "Ann Example", "Rain.").replace(b"Subject: ", f"Subject: {day} ".encode())
        for day in ("Mo", "Di", "Mi")
    ]
    with pytest.raises(articlex.InputError, match="of 3 mails, no thread; 'articlex batch --archive mbox'"):
        articlex.extract(b"\n".join(mails))
    answers = [b"In-Reply-To: <a@x>\n", b"Message-ID: <a@x>\n", b"References: <b@x> <a@x>\n"]
    tied = [mail.replace(b"MIME", answer + b"MIME") for mail, answer in zip(mails, answers, strict=True)]
    assert articlex.extract(b"\n".join(tied)).text.split() == ["Rain."] * 3


def test_a_mailbox_of_very_many_mails_is_refused() -> None:
    with pytest.raises(articlex.InputError, match="more than 1,000 mails, no thread; 'articlex batch"):
        articlex.extract(b"\n".join([letter(0, "Ann Example", "Rain.")] * 1001))


def old_letter(number: int, name: str, text: str, subject: str = "The bridge") -> bytes:
    """As the archives of mailing lists have it: no MIME-Version, and an address that no robot can use."""
    return (
        f"From a{number} at example.org  Mon Nov  2 1{number}:00:00 2026\n"
        f"From: a{number} at example.org ({name})\n"
        f"Date: Mon, 02 Nov 2026 1{number}:00:00 +0100\n"
        f"Subject: {'Re: ' if number else ''}{subject}\nMessage-ID: <{number}@example.org>\n\n{text}\n"
    ).encode()


OLD_LETTERS = (
    ("Clara Hope", "The bridge over the river is closed since yesterday, for two of its piers have cracks."),
    ("Jörg Müller", ">From what the town says, it stays closed until spring.\nThe old one is open."),
    ("Анна Кузнецова", "Дорога через старый мост хорошая и почти без машин.\n\n> The old one is open."),
)


def test_old_mails_of_a_thread_are_read_as_others() -> None:
    mails = [old_letter(number, *each) for number, each in enumerate(OLD_LETTERS)]
    article = articlex.extract(b"\n".join(mails))
    assert article.title == "The bridge"
    assert article.authors == ("Clara Hope",)
    assert article.date_published == "2026-11-02T10:00:00+01:00"
    assert "\nFrom what the town says" in article.text
    assert article.text.rstrip().endswith("The old one is open.")
    assert "example.org" not in article.text


def test_old_mails_that_are_no_thread_are_no_page() -> None:
    mails = [old_letter(number, *each, each[0]) for number, each in enumerate(OLD_LETTERS)]
    with pytest.raises(articlex.InputError, match="of 3 mails, no thread; 'articlex batch --archive mbox'"):
        articlex.extract(b"\n".join(mails))
    assert articlex.extract(b"\n".join(mails), form="text").text
