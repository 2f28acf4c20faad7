"""Pages that a browser has saved as one file (MHTML), and mails with a page in them."""

from __future__ import annotations

import base64
import quopri

import pytest

import articlex
from articlex.read import read_page
from articlex.read.decoding.saved_page import saved_page
from articlex.read.decoding.wrapped import Wrapped

PAGE = (
    "<html><head><title>Café</title></head><body><h1>Das Café am Fluß</h1>"
    "<p>Es öffnet im März wieder, nachdem das Hochwasser gefallen ist, <a href='karte'>sagt die Wirtin</a>."
    "</p><p>Im Keller stand das Wasser einen Meter hoch, und die Möbel mußten auf den Müll.</p></body></html>"
)
PICTURE = b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"


def quoted(text: str, charset: str = "utf-8") -> bytes:
    return quopri.encodestring(text.encode(charset)).replace(b"\n", b"\r\n")


def parts(boundary: str, *bodies: bytes) -> bytes:
    return (
        b"".join(f"\r\n--{boundary}\r\n".encode() + body for body in bodies)
        + f"\r\n--{boundary}--\r\n".encode()
    )


CHROME = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ex.org/cafe/\r\n"
    b"Subject: =?utf-8?Q?Caf=C3=A9?=\r\n"
    b"Date: Mon, 6 May 2024 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    b'\ttype="text/html";\r\n\tboundary="----MultipartBoundary--x----"\r\n\r\n'
    + parts(
        "----MultipartBoundary--x----",
        b"Content-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://ex.org/cafe/\r\n\r\n"
        + quoted(PAGE),
        PICTURE,
        b"Content-Type: text/html\r\n\r\n<p>A frame with an advertisement.</p>",
    )
)
WORD = (
    b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=----=_NextPart_01\n\nA web page.\n"
    + parts(
        "----=_NextPart_01",
        b"Content-Location: file:///C:/1/cafe.htm\nContent-Transfer-Encoding: base64\n"
        b'Content-Type: text/html; charset="windows-1252"\n\n' + base64.encodebytes(PAGE.encode("cp1252")),
        PICTURE,
    ).replace(b"\r\n", b"\n")
)
EXPLORER = (
    b"From: <Saved by Microsoft Internet Explorer 5>\r\nSubject: Cafe\r\nMIME-Version: 1.0\r\n"
    b"Content-Type: text/html;\r\n\tcharset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    b"Content-Location: https://ex.org/cafe/\r\n\r\n" + quoted(PAGE, "latin-1")
)
MAIL = b"Received: by ex.org\r\nMime-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=a\r\n" + parts(
    "a",
    b"Content-Type: multipart/alternative; boundary=b\r\n"
    + parts(
        "b",
        b"Content-Type: text/plain; charset=utf-8\r\n\r\nDas Caf\xc3\xa9",
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + PAGE.encode(),
    ),
    PICTURE,
)


def wrapped(data: bytes) -> Wrapped:
    return Wrapped(data, "auto", None, None)


def is_page(data: bytes) -> bool:
    mail = wrapped(data)
    return saved_page(mail) is not mail


@pytest.mark.parametrize("file", [CHROME, WORD, EXPLORER, MAIL], ids=["chrome", "word", "explorer", "mail"])
def test_the_page_is_read_and_nothing_around_it(file: bytes) -> None:
    assert articlex.extract(file).text == articlex.extract(PAGE).text
    assert articlex.extract(file, url="https://ex.org/a").url == "https://ex.org/a"


def test_its_address_and_charset_are_those_of_its_head() -> None:
    assert [read_page(file).url for file in (CHROME, EXPLORER, WORD, MAIL)] == [
        "https://ex.org/cafe/", "https://ex.org/cafe/", None, None
    ]  # fmt: skip
    assert "(https://ex.org/cafe/karte)" in articlex.extract(CHROME).markdown
    assert [read_page(file).encoding for file in (CHROME, WORD, EXPLORER)] == ["utf-8", "cp1252", "cp1252"]


@pytest.mark.parametrize(
    "text",
    [
        "MIME-Version: 1.0 is a line of a mail. Content-Type: text/html is another one.\n\nIt rained.",
        "From: a@ex.org\nMIME-Version: 1.0\nContent-Type: text/plain\n\nIt rained.",
        "From: a@ex.org\nContent-Type: text/html\n\nIt rained.",
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\nIt rained.\n--a\n\nNo head.",
        "From: a@ex.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed\n\nIt rained.",
    ],
)
def test_a_mail_without_a_page_is_read_as_it_is(text: str) -> None:
    assert not is_page(text.encode())
    assert articlex.extract(text.encode()).page.form == "text"


RUSSIAN = "Старый мост снова открыт, и паром остановится в воскресенье.\n\nДорога внизу закрыта до весны.\n"
SENT = (
    "From: =?utf-8?B?0JDQvdC90LAg0JrRg9C30L3QtdGG0L7QstCw?= <anna@ex.org>\n"
    "Subject: =?utf-8?Q?=D0=9C=D0=BE=D1=81=D1=82?= =?utf-8?Q?_=D0=BE=D1=82=D0=BA=D1=80=D1=8B=D1=82?=\n"
    "Date: Tue, 03 Nov 2026 10:00:00 +0300\nArchived-At: <https://ex.org/msg/1>\nMIME-Version: 1.0\n"
)
CODED = (
    "Content-Type: text/plain; charset=koi8-r\nContent-Transfer-Encoding: base64\n\n"
    + base64.encodebytes(RUSSIAN.encode("koi8-r")).decode()
)
ATTACHED = "Content-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n<p>Attached.</p>\n"
MIXED = f"Content-Type: multipart/mixed; boundary=a\n\n--a\n{CODED}\n--a\n{ATTACHED}\n--a--\n"


@pytest.mark.parametrize("rest", [CODED, MIXED], ids=["alone", "with an attachment"])
def test_a_mail_of_plain_text_is_that_text_below_the_lines_of_its_head(rest: str) -> None:
    article = articlex.extract((SENT + rest).encode())
    assert article.text == RUSSIAN.strip()
    assert (article.title, article.authors) == ("Мост открыт", ("Анна Кузнецова",))
    assert (article.date_published, article.url) == ("2026-11-03T10:00:00+03:00", "https://ex.org/msg/1")


def test_the_encoding_that_the_caller_knows_is_that_of_the_text_of_a_mail() -> None:
    wrong = CODED.replace("koi8-r", "us-ascii")
    assert articlex.extract((SENT + wrong).encode(), encoding="koi8-r").text == RUSSIAN.strip()


def test_a_page_in_a_mail_has_what_the_head_says() -> None:
    page = SENT + f"Content-Type: text/html; charset=utf-8\n\n<h1>Мост</h1><p>{RUSSIAN}</p>"
    article = articlex.extract(page.encode())
    assert (article.title, article.authors) == ("Мост", ("Анна Кузнецова",))
    assert article.date_published == "2026-11-03T10:00:00+03:00"


def test_the_day_on_which_a_page_was_saved_is_not_its_own() -> None:
    assert articlex.extract(CHROME).date_published is None


def test_a_mail_without_a_day_has_its_subject_for_a_title() -> None:
    head = "From: a@ex.org\nSubject: =?utf-8?Q?Caf=C3=A9?= am Fluss\nMIME-Version: 1.0\n"
    text = "Es öffnet im März wieder, nachdem das Hochwasser gefallen ist.\n" * 3
    mail = f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}".encode()
    assert articlex.extract(mail).title == "Café am Fluss"


@pytest.mark.parametrize("subject", ["=?xx-none?Q?a?=", "=?utf-8?B?a?=", "=?utf-8?Q?a"])
def test_a_subject_that_cannot_be_decoded_stays_as_it_is(subject: str) -> None:
    head = f"From: a@ex.org\nSubject: {subject}\nMIME-Version: 1.0\nContent-Type: text/plain\n\nIt rained."
    saved = saved_page(wrapped(head.encode()))
    assert subject[:2] in saved.data.decode()


def test_letters_that_a_head_has_as_they_are_are_read() -> None:
    head = "From: Jérôme <a@ex.org>\nSubject: Café\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>Pluie"
    saved = saved_page(wrapped(head.encode()))
    assert saved.head == (("from", "Jérôme <a@ex.org>"), ("subject", "Café"))


def test_who_says_that_it_is_text_gets_the_text() -> None:
    assert articlex.extract(CHROME, form="text").page.form == "text"


@pytest.mark.parametrize("boundary", ["-", "a"])
def test_a_boundary_that_stands_everywhere_holds_no_page(boundary: str) -> None:
    head = f"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary={boundary}\n\n"
    assert not is_page((head * 5 + f"--{boundary}\n" * 300_000).encode())


def test_mails_within_mails_end() -> None:
    level = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b{0}\n\n--b{0}\n"
    assert not is_page("".join(map(level.format, range(5_000))).encode())
