"""Exports of notes as sources: how their notes are named, and what becomes of broken ones."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from articlex.batch.unit import Job, process

from .conftest import Runner, items_in

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE en-export SYSTEM "http://xml.example/evernote-export4.dtd">\n<en-export version="10">\n'
)
TEXTS = {
    "Brücken & Stege": "Die Brücke ist seit gestern gesperrt, weil die Prüfer Risse in zwei Pfeilern sahen.",
    "橋のこと": "橋は昨日から閉まっている。検査で二本の橋脚にひびが見つかったからだ、と市役所は説明した。",
    "על הגשר": "הגשר סגור מאתמול, כי הבודקים מצאו סדקים בשני עמודים שמגיעים עד היסוד.",
}


def note(title: str, text: str) -> str:
    title, picture = title.replace("&", "&amp;"), "iVBORw0KGgo=" * 500
    return (
        f"<note><title>{title}</title><content><![CDATA[<en-note><div>{text}</div></en-note>]]></content>"
        f"<created>20261102T083000Z</created><resource><data>{picture}</data></resource></note>\n"
    )


EXPORT = f"{HEAD}{''.join(note(*pair) for pair in TEXTS.items())}</en-export>\n".encode()


@pytest.mark.parametrize("ending", [".enex", ".ENEX", ".enex.gz"])
def test_each_note_is_a_page_under_its_title(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"x{ending}"
    path.write_bytes(gzip.compress(EXPORT) if ending.endswith(".gz") else EXPORT)
    found = items_in(path)
    assert [item.name.removeprefix(f"{path}/") for item in found] == list(TEXTS)
    assert all(len(item.data or "") < 500 for item in found)
    rows = [process(item, Job(format="txt")) for item in found]
    for row, (title, text) in zip(rows, TEXTS.items(), strict=True):
        assert (row.output or b"").decode().split() == f"{title} {text}".split()


@pytest.mark.parametrize("title", ["", "../a", ".a", "a/b", "a\\b", "x" * 300, "a#1"])
def test_a_title_that_would_be_no_name_gives_way_to_the_number(title: str, tmp_path: Path) -> None:
    (tmp_path / "x.enex").write_text(f"{HEAD}{note(title, 'x')}</en-export>")
    assert [item.name for item in items_in(tmp_path / "x.enex")] == [f"{tmp_path / 'x.enex'}/00000001"]


def test_of_an_export_that_is_cut_off_the_notes_before_are_read(tmp_path: Path) -> None:
    (tmp_path / "x.enex").write_bytes(EXPORT[: EXPORT.rindex(b"<note>") + 50])
    *pages, last = items_in(tmp_path / "x.enex")
    assert [item.name.rpartition("/")[2] for item in pages] == list(TEXTS)[:2]
    assert last.code == "archive"


def test_a_note_over_the_limit_is_one_failed_page(tmp_path: Path) -> None:
    data = f"{HEAD}{note('a', 'x')}{note('b', 'x' * 9999)}{note('c', 'x')}</en-export>"
    (tmp_path / "x.enex").write_text(data)
    assert [item.code for item in items_in(tmp_path / "x.enex", 5000)] == ["", "too-large", ""]


def test_two_notes_of_one_title_are_two_pages_and_a_second_run_does_neither(
    tmp_path: Path, batch: Runner
) -> None:
    text = "Die Brücke ist seit gestern gesperrt, weil die Prüfer Risse in zwei Pfeilern gefunden haben."
    path, out = tmp_path / "x.enex", tmp_path / "out"
    path.write_text(f"{HEAD}{note('a', text)}{note('a', text + ' ' + text)}</en-export>")
    assert set(batch(path, output=out).rows) == {f"{path}/a", f"{path}/a#2"}
    path.write_text(f"{HEAD}{note('a', text)}{note('a', text + ' ' + text)}{note('b', text)}</en-export>")
    again = batch(path, output=out)
    assert {name for name, row in again.rows.items() if row.status == "done"} == {f"{path}/b"}
