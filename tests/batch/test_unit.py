"""The unit of work, called directly."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import json
import lzma
import pickle
from functools import partial
from pathlib import Path

import pytest

from articlex import pipeline
from articlex.batch.unit import Item, Job, Row, process
from articlex.options import Options
from articlex.page import Fact, Mark, Page
from articlex.stages.contract import Stage
from articlex.write.json import failure_record

from .conftest import page

RECORDS = Job(format="json", keep_empty=True)


def test_it_can_be_sent_to_another_machine(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(page("a"))
    unit = pickle.loads(pickle.dumps(partial(process, job=RECORDS)))
    item = pickle.loads(pickle.dumps(Item("a.html", str(tmp_path / "a.html"))))
    row = pickle.loads(pickle.dumps(unit(item)))
    assert row.status == "done"
    assert json.loads(row.output)["source"] == "a.html"


def test_a_row_has_hash_and_time() -> None:
    row = process(Item("a", "", page("a")), Job())
    assert row.digest == hashlib.sha256(page("a")).hexdigest()
    assert row.ms > 0


def test_what_is_as_it_was_is_not_extracted() -> None:
    known = hashlib.sha256(page("a")).hexdigest()
    row = process(Item("a", "", page("a"), known=known), Job())
    assert row._replace(ms=0) == Row("a", "unchanged", digest=known)


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_compressed_pages_are_read_through(compress: object, tmp_path: Path) -> None:
    ending = {gzip.compress: ".gz", bz2.compress: ".bz2", lzma.compress: ".xz"}[compress]  # type: ignore[index]
    path = tmp_path / f"a.html{ending}"
    path.write_bytes(compress(page("a")))  # type: ignore[operator]
    row = process(Item(path.name, str(path)), Job())
    assert b"first paragraph of a" in (row.output or b"")


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.bz2", bz2.compress(page("a"))[:-9], "compression"),
        ("a.xz", lzma.compress(page("a"))[:-9], "compression"),
        ("a.gz", gzip.compress(page("a"))[:-9], "compression"),
        ("a.bz2", bz2.compress(b" " * 100_000), "too-large"),
        ("a.html", b" " * 100_000, "too-large"),
        ("a.pdf", b"%PDF-1.7\n\0\xff", "binary"),
    ],
)
def test_bad_input_is_a_failed_row_with_a_code(name: str, data: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    row = process(Item(name, str(tmp_path / name)), Job(Options(max_bytes=50_000)))
    assert (row.status, row.code, row.output) == ("failed", code, None)


def test_a_file_that_is_gone_or_is_none_is_a_failed_row(tmp_path: Path) -> None:
    assert process(Item("a", str(tmp_path / "gone")), Job()).code == "not-found"
    assert process(Item("a", str(tmp_path)), Job()).code == "is-directory"


def test_a_stage_that_fails_is_told_and_the_article_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(page: Page, options: Options) -> None:
        raise ValueError("out of ideas")

    broken = Stage("broken", fail, {})  # type: ignore[arg-type]
    monkeypatch.setattr(pipeline.run, "__defaults__", ((*pipeline.ORDER, broken),))
    row = process(Item("a", "", page("a")), Job())
    assert (row.status, row.verdict, row.code) == ("partial", "ok", "stage-failed")
    assert "broken" in row.error
    assert (row.output or b"").startswith(b"# a\n\nThe first paragraph of a has enough words")


def test_an_exception_that_nobody_foresaw_fails_the_page_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def explode(*_: object, **__: object) -> None:
        raise KeyError("deep inside")

    monkeypatch.setattr("articlex.extraction.extract", explode)
    row = process(Item("a", "", page("a")), Job())
    assert (row.status, row.code) == ("failed", "internal")
    assert "KeyError" in row.error
    assert "explode" in row.trace


def test_a_failed_stage_for_lack_of_memory_fails_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def hungry(page: Page, options: Options) -> list[Mark | Fact]:
        raise MemoryError

    stage = Stage("hungry", hungry, {})  # type: ignore[arg-type]
    monkeypatch.setattr(pipeline.run, "__defaults__", ((stage, *pipeline.ORDER),))
    assert process(Item("a", "", page("a")), Job()).code == "memory"


def test_the_record_names_the_file_by_every_character() -> None:
    item = Item("a\udcff\x1b\x9b\r.html", "", b"<p>Rain.</p>")
    output = process(item, RECORDS).output or b""
    assert json.loads(output)["source"] == r"a\xff\x1b\x9b\r.html"
    broken = failure_record("a\x1b.html", "io", "x")
    assert broken["source"] == r"a\x1b.html"
