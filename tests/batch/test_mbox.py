"""Mailboxes as sources: how their mails are named, and what becomes of broken ones."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from articlex.batch.sources import Archive, Sources, read_sources

from .conftest import Runner, items_in


def mail(number: int, identifier: str = "", text: str = "") -> bytes:
    named = f"Message-ID: <{identifier}>\n" if identifier else ""
    text = text or " ".join(
        f"Pillar {each} of bridge {number} is to be mended, and soon." for each in range(9)
    )
    return (
        f"From - Mon Nov 02 10:00:00 2026\nFrom: Ann Example <ann@example.org>\n{named}"
        f"Date: Mon, 02 Nov 2026 10:00:00 +0100\nSubject: Bridge {number} is closed\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{text}\n\n"
    ).encode()


@pytest.mark.parametrize("ending", [".mbox", ".MBOX", ".mbox.gz"])
def test_each_mail_is_a_page_under_its_identifier(ending: str, tmp_path: Path) -> None:
    data = mail(1, "a@example.org") + mail(2) + mail(3, "c@example.org")
    path = tmp_path / f"x{ending}"
    path.write_bytes(gzip.compress(data) if ending.endswith(".gz") else data)
    found = items_in(path)
    assert [item.name.removeprefix(f"{path}/") for item in found] == [
        "a@example.org",
        "00000002",
        "c@example.org",
    ]
    assert all(b"Subject: Bridge" in item.data for item in found if isinstance(item.data, bytes))


@pytest.mark.parametrize("identifier", ["../a@b", ".a@b", "a/b@c", "a\\b@c", "a b@c", "a#1"])
def test_an_identifier_that_would_be_no_name_gives_way_to_the_number(identifier: str, tmp_path: Path) -> None:
    (tmp_path / "x.mbox").write_bytes(mail(1, identifier))
    assert [item.name for item in items_in(tmp_path / "x.mbox")] == [f"{tmp_path / 'x.mbox'}/00000001"]


def test_a_mail_over_the_limit_is_one_failed_page(tmp_path: Path) -> None:
    (tmp_path / "x.mbox").write_bytes(mail(1, "a") + mail(2, "b", "x" * 9999) + mail(3, "c"))
    assert [item.code for item in items_in(tmp_path / "x.mbox", 5000)] == ["", "too-large", ""]


@pytest.mark.parametrize("data", [b"Bridges\n", b"<p>From here</p>"])
def test_what_is_no_mailbox_is_one_failed_archive(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.mbox").write_bytes(data)
    assert [(item.code, item.error) for item in items_in(tmp_path / "x.mbox")] == [
        ("archive", "broken mbox: no envelope above the first mail")
    ]


def test_of_a_mailbox_that_is_cut_off_the_mails_before_are_read(tmp_path: Path) -> None:
    data = b"".join(mail(number, f"{number}") for number in range(2000))
    (tmp_path / "x.mbox.gz").write_bytes(gzip.compress(data)[:-400])
    *pages, last = items_in(tmp_path / "x.mbox.gz")
    assert last.code == "archive"
    assert len(pages) > 1000


def test_a_mailbox_that_has_lost_and_won_mails_has_the_others_done(tmp_path: Path, batch: Runner) -> None:
    path, out = tmp_path / "x.mbox", tmp_path / "out"
    broken = mail(2, "b@x", "=ZZ\x00").replace(
        b"charset=utf-8", b"charset=no\nContent-Transfer-Encoding: base64"
    )
    path.write_bytes(mail(1, "a@x") + broken + mail(3, "c@x") + mail(3, "c@x"))
    first = batch(path, output=out)
    whole = [f"{path}/{name}" for name in ("a@x", "c@x", "c@x#4")]
    assert first.rows.keys() == {f"{path}/b@x", *whole}
    assert [first.rows[name].verdict for name in whole] == ["ok"] * 3
    path.write_bytes(mail(3, "c@x") + mail(4, "d@x"))
    again = batch(path, output=out)
    assert {name for name, row in again.rows.items() if row.status == "done"} == {f"{path}/d@x"}


def test_a_mailbox_as_it_was_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "x.mbox").write_bytes(mail(1, "a"))
    (*_, last) = read_sources(Sources((str(tmp_path / "x.mbox"),)), {})
    assert isinstance(last, Archive)
    assert not last.skipped
